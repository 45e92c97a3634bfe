import { wordsOf } from '@/lib/language/word-list';

/** Titles that stand before a name and are part of no other phrase. */
export const TITLES = wordsOf(`
  mr mrs ms miss mx messrs dr prof professor sir dame lord lady baron baroness count countess duke duchess
  prince princess king queen emperor empress sultan emir sheikh sheik shaikh imam ayatollah mullah rabbi
  rev reverend fr father pastor bishop archbishop cardinal pope monsignor sister saint hon honourable
  honorable gen general lt lieutenant col colonel maj major capt captain cmdr commander adm admiral sgt
  sergeant cpl corporal pvt private brig brigadier marshal gov governor sen senator rep representative
  congressman congresswoman mp president premier chancellor minister secretary ambassador mayor judge
  justice attorney inspector detective constable officer superintendent sheriff deputy speaker
  samdech okhna techo akka moha sena padei thipadei oknha lok chumteav excellency datuk daw
  `);

/** What people are called by their work; stands before a name, behind it, or with an organisation. */
export const ROLES = wordsOf(`
  minister spokesman spokeswoman spokesperson spokespeople president vice-president chairman chairwoman chairperson
  chair director director-general secretary secretary-general governor mayor senator congressman
  congresswoman lawmaker legislator parliamentarian mp deputy premier chancellor ambassador envoy
  diplomat negotiator general colonel captain commander admiral officer chief head leader founder
  co-founder cofounder co-chair owner manager executive ceo cfo editor reporter correspondent
  journalist columnist writer author novelist poet actor actress singer artist musician comedian
  presenter host professor lecturer researcher scientist economist analyst strategist historian
  expert specialist doctor surgeon nurse psychologist lawyer attorney prosecutor judge justice
  magistrate barrister solicitor inspector detective sheriff policeman activist campaigner advocate
  adviser advisor aide consultant coordinator organiser organizer official representative member
  candidate nominee incumbent challenger rival opponent counterpart coach trainer striker midfielder
  defender goalkeeper keeper captain skipper batsman bowler player pitcher driver rider jockey
  champion golfer boxer cyclist sprinter swimmer teacher student principal dean rector farmer
  fisherman worker unionist bishop archbishop priest monk cleric imam king queen prince princess
  husband wife father mother son daughter brother sister friend colleague partner
  treasurer undersecretary commissioner councillor councilor alderman veteran trader dealer broker
  premier superintendent sergeant lieutenant boss chief-of-staff whip tycoon billionaire entrepreneur
  banker investor developer designer chef dancer director filmmaker producer broadcaster blogger
  investigator rapporteur dissident ombudsman auditor supervisor trustee registrar mediator
  prosecutor-general attorney-general inspector-general governor-general auditor-general
  victim suspect defendant fugitive gunman witness neighbour neighbor resident
`);

/** Words that make an organisation of the capitals before or behind them. */
export const ORGANISATION_HEADS = wordsOf(`
  ministry department agency authority administration bureau office commission committee council
  board court tribunal parliament assembly senate congress cabinet government police army navy force
  forces guard corps brigade division regiment battalion legion command service services
  party union federation confederation association organisation organization society institute
  institution foundation trust fund alliance coalition front movement league network forum group
  centre center university college school academy faculty laboratory observatory museum gallery
  hospital clinic church diocese mission bank exchange company corporation corp inc ltd llc plc gmbh
  holdings industries enterprises partners associates brothers airlines airways motors electric
  electronics pharmaceuticals petroleum oil gas energy telecom communications media press news
  times post herald tribune gazette journal telegraph guardian observer mail express television
  radio broadcasting studios pictures records entertainment publishing magazine
  club united rovers wanderers athletic fc
  initiative project campaign task secretariat directorate inspectorate registry treasury
  chamber guild syndicate consortium cooperative co-operative watch international
  embassy consulate delegation legislature judiciary presidency
  militia taliban brigades mujahideen resistance liberation
`);

/** Legal forms of companies at the end of their names. */
export const COMPANY_FORMS = wordsOf(`
  inc ltd llc llp plc corp co company corporation limited gmbh ag sa nv bv spa ab oyj asa pty kk bhd
  holdings group
`);

/** Words that make a place of the capitals before them. */
export const PLACE_HEADS = wordsOf(`
  street road avenue boulevard lane drive square bridge river lake sea ocean bay gulf strait mountain
  mountains mount hill hills valley desert island islands peninsula coast beach park forest airport
  station port harbour harbor city town village district province county state region commune
  municipality prefecture stadium hotel palace tower plaza
  north south east west northern southern eastern western central
`);

/** Words that make something else than a body of the capitals before them. */
export const OTHER_HEADS = wordsOf(`
  act bill law treaty accord agreement convention protocol constitution charter amendment code
  award prize cup championship championships tournament games olympics open series trophy grand prix
  war battle revolution uprising election elections referendum day week month festival summit
  workshop seminar symposium plan budget scheme programme policy strategy marathon derby
  conference report book album song film movie show game app phone
`);

/** Verbs of saying, thinking and acting that people and bodies are the subjects of. */
export const SAYING = wordsOf(`
  said says say told tells added adds explained asked asks replied insisted argued warned urged
  claimed claims denied announced stated noted confirmed acknowledged admitted recalled suggested
  believes believed thinks thought hopes hoped wants wanted called accused criticised criticized
  tweeted wrote writes posted commented concluded continued declared described joked quipped
`);
