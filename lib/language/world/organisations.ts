import { wordsOf } from './packed-words';

/** Bodies so well known that news names them without saying what they are, folded. Facts, written by hand. */
export const KNOWN_BODIES: ReadonlySet<string> = wordsOf([
  // Between states
  'un u_n united_nations nato eu european_union european_commission european_parliament european_council council_of_europe osce asean african_union au opec oecd imf world_bank wto who unesco unicef undp unhcr unrwa fao ilo iaea icc interpol europol g7 g8 g20 brics apec ecowas sadc oas mercosur saarc cis gcc arab_league commonwealth wfp iom itu wipo ohchr undoc unodc eurogroup eurostat ecb european_central_bank bis ebrd adb asian_development_bank world_food_programme security_council general_assembly international_criminal_court red_cross icrc ifrc',
  // Governments and their parts
  'white_house pentagon congress senate house_of_representatives supreme_court state_department treasury federal_reserve fed cia fbi nsa dea irs sec fda epa fcc ftc doj dhs cdc nasa noaa usaid atf nypd lapd osha faa nhtsa kremlin duma knesset bundestag bundesrat bundesbank reichstag lok_sabha rajya_sabha downing_street whitehall parliament house_of_commons house_of_lords mi5 mi6 nhs hmrc scotland_yard met_office ofcom ofsted bank_of_england bank_of_japan bank_of_france elysee quai_dorsay sejm cortes riksdag folketing storting diet national_assembly majlis mossad shin_bet idf isi raw cbi kgb fsb gru svr capitol_hill politburo central_committee boj foreign_office home_office cabinet defra dwp moj mod justice_department defense_department interior_ministry foreign_ministry centcom marines navy army air_force coast_guard national_guard labor_department commerce_department pla',
  // Parties
  'labour labour_party conservative_party tory_party liberal_democrats lib_dems snp plaid_cymru ukip brexit_party green_party sinn_fein dup sdlp fine_gael fianna_fail democratic_party republican_party gop dnc rnc tea_party cdu csu spd fdp afd npd psoe podemos ciudadanos vox forza_italia lega five_star_movement front_national national_rally en_marche fidesz syriza pasok new_democracy likud kadima hamas fatah hezbollah plo bjp pti ppp pml-n anc inkatha zanu-pf swapo mdc bloc_quebecois ndp akp chp pkk hdp kmt dpp ldp komeito cpp cnrp funcinpec khmer_rouge pap umno pas nld usdp viet_cong workers_party likud_party plo',
  // Armed groups
  'al-qaeda al_qaeda al-qaida al_qaida isis isil islamic_state daesh taliban boko_haram al-shabaab al_shabaab ira eta farc eln tamil_tigers ltte lra al-nusra al-nusra_front nusra_front free_syrian_army syrian_democratic_forces sdf ypg peshmerga houthis m23 hizbollah hizbullah',
  // Rights groups and charities
  'amnesty_international amnesty human_rights_watch hrw greenpeace oxfam medecins_sans_frontieres msf doctors_without_borders save_the_children care_international transparency_international reporters_without_borders rsf committee_to_protect_journalists wwf aclu naacp splc nra peta unison adhoc licadho comfrel central cambodian_center_for_human_rights liberty shelter crisis barnardos nspcc rspca bhf',
  // News and media
  'reuters bbc cnn nbc cbs abc fox_news msnbc cnbc npr pbs ap associated_press afp agence_france-presse bloomberg itar-tass tass interfax xinhua itv sky_news channel_4 al_jazeera al_arabiya new_york_times washington_post wall_street_journal usa_today los_angeles_times guardian daily_mail daily_telegraph daily_mirror daily_express mailonline independent financial_times economist observer der_spiegel bild le_monde le_figaro liberation el_pais la_repubblica phnom_penh_post cambodia_daily khmer_times radio_free_asia voice_of_america rfa voa rfe huffpost buzzfeed politico axios the_sun newsweek nhk cctv rt sputnik rtv hina sana irna anadolu dpa ansa efe kyodo yonhap bernama netflix hbo espn mtv',
  // Companies
  'google apple microsoft amazon facebook meta twitter tesla uber lyft airbnb ibm intel amd nvidia oracle cisco hp dell sony samsung lg nokia ericsson huawei xiaomi tencent alibaba baidu bytedance tiktok youtube instagram whatsapp snapchat linkedin spotify paypal visa mastercard amex boeing airbus lockheed_martin raytheon ford general_motors gm chrysler toyota honda nissan volkswagen bmw daimler mercedes-benz porsche audi fiat renault peugeot citroen hyundai kia volvo mazda subaru suzuki exxon exxonmobil chevron bp shell total gazprom rosneft lukoil petrobras pemex aramco goldman_sachs morgan_stanley jp_morgan jpmorgan citigroup citibank merrill_lynch lehman_brothers bank_of_america wells_fargo hsbc barclays lloyds natwest rbs santander bbva bnp_paribas societe_generale deutsche_bank commerzbank ubs credit_suisse ing abn_amro nestle unilever procter_&_gamble coca-cola pepsi pepsico mcdonalds burger_king starbucks kfc walmart wal-mart target costco tesco sainsburys asda morrisons aldi lidl carrefour ikea h&m zara nike adidas puma pfizer moderna astrazeneca novartis roche bayer merck glaxosmithkline gsk sanofi johnson_&_johnson siemens bosch basf philips general_electric ge at&t verizon t-mobile vodafone bt telefonica orange comcast disney warner_bros paramount universal mgm british_airways lufthansa air_france klm ryanair easyjet delta united_airlines american_airlines qantas emirates fedex ups dhl kpmg pwc deloitte ernst_&_young mckinsey accenture nasdaq ftse nikkei dow_jones nyse nymex comex liffe lme cftc opel rolls-royce gec marconi norilsk lonrho daewoo petronas netscape aol yahoo',
  // Universities
  'harvard yale princeton stanford mit oxford_university cambridge_university ucla columbia_university nyu caltech lse sorbonne',
]);

/** Clubs whose bare name is a club's and hardly anything else, folded. */
export const KNOWN_CLUBS: ReadonlySet<string> = wordsOf([
  'arsenal chelsea tottenham everton fulham aston_villa west_ham crystal_palace manchester_united manchester_city man_utd juventus ac_milan inter_milan internazionale lazio fiorentina sampdoria atalanta barcelona real_madrid atletico_madrid bayern_munich borussia_dortmund werder_bremen schalke ajax feyenoord psv porto benfica sporting celtic rangers hearts hibernian paris_st_germain psg olympique_marseille galatasaray fenerbahce besiktas spartak_moscow dynamo_kiev boca_juniors river_plate flamengo santos',
  'yankees red_sox white_sox cubs mets phillies braves marlins expos orioles blue_jays rays indians tigers royals twins athletics mariners rangers angels astros dodgers giants padres rockies cardinals brewers pirates reds',
  'lakers celtics bulls knicks nets sixers 76ers raptors bucks pacers pistons cavaliers hawks hornets heat magic wizards nuggets timberwolves thunder trail_blazers jazz warriors clippers kings suns mavericks rockets grizzlies pelicans spurs',
  'patriots dolphins jets bills ravens bengals browns steelers texans colts jaguars titans broncos chiefs raiders chargers cowboys eagles redskins bears lions packers vikings falcons panthers saints buccaneers cardinals rams 49ers seahawks',
]);

/** Counties and states whose bare name in a report of a match is their team's, folded. */
export const COUNTY_TEAMS: ReadonlySet<string> = wordsOf([
  'derbyshire durham essex glamorgan gloucestershire hampshire kent lancashire leicestershire middlesex northamptonshire nottinghamshire somerset surrey sussex warwickshire worcestershire yorkshire munster leinster ulster connacht otago canterbury wellington auckland waikato natal transvaal queensland tasmania victoria',
]);

/** Capitals that look like a body's and are a place or a thing, folded. */
export const KNOWN_PLACES: ReadonlySet<string> = wordsOf([
  'west_bank wall_street gaza_strip middle_east far_east south_east_asia southeast_asia western_europe eastern_europe central_asia latin_america north_america south_america new_england capitol_hill silicon_valley red_sea black_sea golan_heights persian_gulf east_jerusalem american_league national_league major_league_baseball premier_league champions_league world_cup dow_jones_industrial_average eastern_division western_division central_division pga_tour nikkei brexit',
  'banteay_meanchey battambang kampong_cham kampong_chhnang kampong_speu kampong_thom kampot kandal kep koh_kong kratie mondulkiri oddar_meanchey otdar_meanchey pailin phnom_penh preah_sihanouk sihanoukville preah_vihear prey_veng pursat ratanakiri ratanakkiri siem_reap stung_treng svay_rieng takeo tbong_khmum tboung_khmum poipet bavet kampong_som daun_penh chamkarmon dangkor russey_keo sen_sok tuol_kork toul_kork por_sen_chey chbar_ampov prek_pnov chroy_changvar boeung_kak borei_keila phnom_kulen angkor angkor_wat angkor_thom wat_phnom tonle_sap mekong bassac cardamom_mountains mekong_delta ho_chi_minh_city golden_triangle',
]);

/** What abbreviations of bodies stand for that news uses without saying it, folded. */
export const FULL_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    eu: 'European Union',
    un: 'United Nations',
    nato: 'North Atlantic Treaty Organization',
    asean: 'Association of Southeast Asian Nations',
    osce: 'Organization for Security and Co-operation in Europe',
    opec: 'Organization of the Petroleum Exporting Countries',
    oecd: 'Organisation for Economic Co-operation and Development',
    imf: 'International Monetary Fund',
    wto: 'World Trade Organization',
    who: 'World Health Organization',
    unesco: 'United Nations Educational, Scientific and Cultural Organization',
    unicef: 'United Nations Children’s Fund',
    undp: 'United Nations Development Programme',
    unhcr: 'United Nations High Commissioner for Refugees',
    ohchr: 'Office of the United Nations High Commissioner for Human Rights',
    unrwa: 'United Nations Relief and Works Agency for Palestine Refugees in the Near East',
    unodc: 'United Nations Office on Drugs and Crime',
    fao: 'Food and Agriculture Organization',
    wfp: 'World Food Programme',
    ilo: 'International Labour Organization',
    iom: 'International Organization for Migration',
    iaea: 'International Atomic Energy Agency',
    icrc: 'International Committee of the Red Cross',
    ecb: 'European Central Bank',
    ebrd: 'European Bank for Reconstruction and Development',
    fbi: 'Federal Bureau of Investigation',
    cia: 'Central Intelligence Agency',
    fda: 'Food and Drug Administration',
    epa: 'Environmental Protection Agency',
    fcc: 'Federal Communications Commission',
    irs: 'Internal Revenue Service',
    usaid: 'United States Agency for International Development',
    hrw: 'Human Rights Watch',
    msf: 'Médecins Sans Frontières',
    rsf: 'Reporters Without Borders',
    rfa: 'Radio Free Asia',
    voa: 'Voice of America',
    afp: 'Agence France-Presse',
  }),
);
