/**
 * Sites that publish news, by host without `www.`, for readers who want to be left alone elsewhere.
 * Broad and plain: agencies, broadcasters, papers of record, and the press of the bundled dataset's
 * beat. A reader adds what is missing in the options.
 */
export const NEWS_SITES: readonly string[] = `
  reuters.com apnews.com afp.com bbc.com bbc.co.uk theguardian.com ft.com economist.com
  thetimes.com telegraph.co.uk independent.co.uk sky.com channel4.com itv.com
  nytimes.com washingtonpost.com wsj.com bloomberg.com npr.org pbs.org cnn.com cbsnews.com
  nbcnews.com abcnews.go.com usatoday.com latimes.com politico.com politico.eu axios.com
  theatlantic.com time.com newsweek.com propublica.org csmonitor.com voanews.com rferl.org
  cbc.ca theglobeandmail.com thestar.com abc.net.au smh.com.au theage.com.au rnz.co.nz
  nzherald.co.nz irishtimes.com rte.ie thejournal.ie
  lemonde.fr lefigaro.fr liberation.fr france24.com rfi.fr francetvinfo.fr mediapart.fr
  spiegel.de zeit.de faz.net sueddeutsche.de tagesschau.de dw.com derstandard.at nzz.ch swissinfo.ch
  elpais.com elmundo.es corriere.it repubblica.it ansa.it publico.pt
  nos.nl nrc.nl vrt.be lesoir.be svt.se dn.se nrk.no aftenposten.no dr.dk politiken.dk yle.fi hs.fi
  ruv.is euronews.com euractiv.com euobserver.com aljazeera.com timesofisrael.com haaretz.com
  kyivindependent.com meduza.io
  thehindu.com indianexpress.com hindustantimes.com timesofindia.indiatimes.com dawn.com
  thedailystar.net scmp.com hongkongfp.com japantimes.co.jp asahi.com mainichi.jp nikkei.com
  koreaherald.com koreatimes.co.kr taipeitimes.com straitstimes.com channelnewsasia.com
  bangkokpost.com nationthailand.com thejakartapost.com tempo.co rappler.com inquirer.net
  malaysiakini.com thestar.com.my vnexpress.net irrawaddy.com frontiermyanmar.net rfa.org
  benarnews.org thediplomat.com asia.nikkei.com ucanews.com
  phnompenhpost.com postkhmer.com cambodiadaily.com khmertimeskh.com camboja.net cambojanews.com
  vodenglish.news vodkhmer.news cambodianess.com thmeythmey.com freshnewsasia.com
  kohsantepheapdaily.com.kh akp.gov.kh dap-news.com sabay.com.kh
  allafrica.com mg.co.za news24.com dailymaverick.co.za nation.africa theeastafrican.co.ke
  premiumtimesng.com folha.uol.com.br oglobo.globo.com clarin.com lanacion.com.ar
  eltiempo.com jornada.com.mx animalpolitico.com
`
  .trim()
  .split(/\s+/u);
