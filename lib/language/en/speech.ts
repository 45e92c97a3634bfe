import { cuesOf, endingsOf, type SpeechTables } from '@/lib/language/speech';
import { wordsOf } from '@/lib/language/word-list';
import { VERB_FORMS } from './verb-forms';
import { WORD_CLASSES } from './word-classes';

const ENDINGS = endingsOf([
  ['ly', 'adverb'],
  ['ing', 'gerund'],
  ['ed', 'past'],
  ['ous', 'adjective'],
  ['ful', 'adjective'],
  ['ive', 'adjective'],
  ['able', 'adjective'],
  ['ible', 'adjective'],
  ['less', 'adjective'],
  ['ish', 'adjective'],
  ['ical', 'adjective'],
  ['ional', 'adjective'],
]);

const CUES = cuesOf(`
  bark s n;
  say s q +of +about; tell s t q o +of +about; add s n +of; argue s +for +against; claim s i n; note s n q; explain s q n +to
  announce s n i q; report s n q; suggest s n q; state s; declare s n; assert s n; insist s +on; maintain s
  contend s; allege s n; acknowledge s n q; admit s n +to; concede s n; confirm s n q; deny s n
  warn s t o +of +against +about; remind t s o +of; assure t s +of; inform t s +of; notify t +of; convince t o +of; persuade t o
  promise s t i n; pledge s i n; vow s i n; swear s i; threaten i n s; guarantee s n; predict s n q; estimate s n
  forecast s n; project s n; conclude s +with; observe s n; remark s +on +about; comment s +on +about; mention s n; stress s n
  emphasize s n; emphasise s n; underscore n s; underline n s; highlight n; point s +to +out; reiterate s n; repeat s n; reaffirm n s; affirm s n
  recall s n q; recount s n q; remember n s; reveal s n q; disclose s n; divulge n s; write s q n +about; tweet s n +about +at +out; post s n +about; retweet n
  blog s +about; email s t; e-mail s t; text s t; respond s +to +with +by; reply s +to +with +by; retort s; answer s n; ask s q o t n +about +for
  question n q s; wonder s q +about +if; inquire q +about; quip s; joke s +about; boast s +of +about; brag s +about; complain s +about +of; lament s n; bemoan n
  gripe s +about; grumble s +about; exclaim s; shout s n +at; yell s n +at; scream s n +at; chant s n; whisper s n; mutter s n; murmur s; cry s; sigh s; laugh s
  interject s; chime s; continue s; opine s +on; muse s +about; speculate s +about +on; theorize s; posit s n; surmise s; reckon s c; guess c s; figure c
  testify s +about +to; attest s +to; certify s; quote n; cite n; read s; counter s n +with; caution s t o +against; advise t o s n +against; counsel t o n
  recommend s n; propose s n i; urge o t s n +for; exhort o; implore o; beg o; beseech o; encourage o n; order o n s; command o; instruct t o
  direct o; demand s n i; request s n; ; plead s o +with +for +guilty; appeal +for +to; lobby o +for; petition o +for; press o n +for; push o n +for +against; pressure o; challenge o n
  invite o n; ; permit o n; forbid o n; authorize o n; dare o; enlist o; agree s i +with +to +on; disagree +with +on s; concur s +with; decide i s q +on +against; determine s q
  rule s; ; find s; discover s q; learn s q +of +about; hear q d +about; show s n q; demonstrate s n q; prove s; indicate s n q; signal s n; imply s n
  hint s +at; ; believe c s i? n +in; think c s q +about; know c s q +about; feel c s; fear c s n; worry c s +about; hope c s i +for; wish c i n +for; expect c s o n i; anticipate c n s; assume c s n
  presume c s; suppose c s; suspect c s n; doubt c n q; realize c s n q; realise c s n q; recognize c s n q; understand c s q; see q d; imagine c q n; consider n q; view n; perceive n
  regard n; deem n; sense c n; dream s +of +about; want i o n; would-like i; desire n i; seek i n; plan i s +on +for; ; aim +for; prefer i n; love n i; like n i; hate n i
  refuse i n; decline i n; oblige o; need ; offer i n; volunteer i s; ; opt i +for; ; consent i +to; consider n q; contemplate n; mull n; favor n i; favour n i
  support n; oppose n; endorse n; back n +away +off; criticize n; criticise n; condemn n; denounce n; decry n; blast n; slam n; attack n; assail n; bash n; berate n; chide n; rebuke n; lambast n; lambaste n; excoriate n; ridicule n; mock n; deride n
  praise n; applaud n; commend n; hail n; laud n; tout n; salute n; thank n; congratulate n; welcome n; ; compliment n; defend n; champion n; embrace n; extol n
  accuse n; blame n; charge s n; fault n; impugn n; criticise n; reject n; dismiss n; rebuff n; rebut n; refute n s; dispute n s; disavow n; repudiate n; disown n; renounce n; denigrate n; disparage n; belittle n; scold n; admonish o n; castigate n; vilify n
  call n o? +for +on +out +upon; describe n; label n; dub n; brand n; characterize n; characterise n; portray n; depict n; paint n; liken n; compare n; equate n; term n; name n; nickname n; title n; bill n; identify n; refer +to
  discuss n q; debate n q; detail n; outline n s q; describe n q; summarize n; clarify s n; elaborate +on; expound +on; reference n; invoke n; allude +to; speak +of +about +against +out; talk +about +of +up; tease n; unveil n; list n; echo n; parrot n; voice n; express n; ; ; ; articulate n; convey n s; publicize n
  apologize s +for +to; apologise s +for; sympathize +with; object s +to; protest s n +against; campaign +for +against +on; advocate n s +for; appear ; seem ; look ; sound ; bristle +at; balk +at; scoff s +at; lash +out; react s +to; focus +on; dwell +on; zero +in; hammer n +on; needle n; taunt n; jab +at; rail +against; vent +about; rip n; pan n; trash n
  approve n +of; disapprove n +of; admire n; respect n; appreciate n; value n; trust n; distrust n; mistrust n; regret n s +for; mourn n; resent n; despise n; dislike n; envy n; loathe n; care +about; forgive n; ignore ; concern n; misrepresent ; exaggerate n; downplay n; play ; tackle ; interpret n +as; chastise n; reprimand n; rate n; judge n q; prompt ; ; vote +for +against; bet s +on; file ; sue ; veto n; ban n; overrule n; uphold n; advertise n; preach n s; teach ; lecture n +about +on; spell ; confide s +in; gush s +about +over; rant s +about +against; rave s +about; whine s +about; fume s +about +at; crow s +about; thunder s; snap s; chuckle s; deadpan s; enthuse s +about; marvel s +at; reason s; recite n; rejoice s +in; vouch +for; moderate ; elucidate n; articulate n; correct n s; contradict n; dodge ; evade ; skirt ; sidestep ; renew n; reassure t s n; rally +against +around +for; stipulate s n; mandate s n; broadcast n s; confess s +to; profess n i s; proclaim s n; pronounce n; herald n; tally ; document n s; chronicle n; profile n; verify s n; assess n s q; evaluate n; analyze n; examine n; review n; explore n; study n; investigate n q; probe n; scrutinize n; ponder n q; weigh n q; envision n; envisage n; foresee n s; visualize n; crave n; covet n; yearn i +for; long ; demonize n; slander n; smear n; skewer n; torch n; trumpet n; parody n; lampoon n; satirize n; caricature n; retract n; recant n; rescind n; withdraw n; clarify n s q; amend n; revise n; posit s; speculate s; sing s n; beam s; bellow s; holler s; mumble s; intone s; moan s +about; groan s; sneer s +at; jeer s; sob s; giggle s; grin s; shrug s
`);

const NOUNS = cuesOf(`
  claim s; claims s; accusation s; accusations s; allegation s; allegations s; assertion s; assertions s; statement s; statements s; warning s; warnings s
  suggestion s; suggestions s; belief s; fear s; fears s; hope s; hopes s; promise s i; promises s i; pledge s i; pledges s i; vow s i; vows s i
  argument s; arguments s; contention s; admission s; acknowledgment s; acknowledgement s; announcement s; prediction s; predictions s; view s; views s; rumors s; rumours s; complaint s; complaints s; insistence s; denial s; doubts s; call +for; calls +for i
  demand s +for; demands s i +for; expectation s; expectations s; assurance s; assurances s; plans i; worries s; questions +about; remark s; remarks s +about; comment s; comments s; criticism +of; criticisms +of; endorsement +of; praise +for; attacks +on; condemnation +of; apology +for
`);

/** Adjectives of the mind, behind "be". */
const STATES = cuesOf(`
  confident s +of +about; sure s +about +of; certain s +of; aware s +of; afraid s +of; worried s +about; concerned s +about +over; convinced s +of; glad s i; happy s i +about +with; proud s i +of; sorry s +for; hopeful s +about; optimistic s +about; skeptical s +of +about; critical +of; supportive +of; dismissive +of; fearful s +of; eager i; willing i; determined i; reluctant i; ready ; open +to; opposed +to; committed i +to; interested +in; angry s +about +at +over; upset s +about +over +with +by; disappointed s +in +by +with +about; surprised s +by; frustrated +with +by +about; adamant s +about; unhappy +with +about; pleased s +with +by i; excited +about i; tired +of; wary +of; mindful +of; grateful s +for; outraged +by +at; shocked +by; alarmed +by; troubled +by; inclined i; prepared ; satisfied +with; unsure ; unaware s +of
`);

/** Verbs that only lead over to the next one: "went on to say", "tried to explain". */
const CHAINED = wordsOf('go continue begin start manage proceed come tend try attempt');

const IMPERSONAL = new Map<string, 'active' | 'passive'>([
  ['seem', 'active'],
  ['appear', 'active'],
  ['look', 'active'],
  ['sound', 'active'],
  ['expect', 'passive'],
  ['believe', 'passive'],
  ['say', 'passive'],
  ['see', 'passive'],
  ['know', 'passive'],
  ['report', 'passive'],
  ['consider', 'passive'],
  ['describe', 'passive'],
  ['regard', 'passive'],
  ['rumor', 'passive'],
  ['suppose', 'passive'],
]);

/** How speech is told in English. */
export const ENGLISH_SPEECH: SpeechTables = {
  classes: WORD_CLASSES,
  verbs: VERB_FORMS,
  endings: ENDINGS,
  names: wordsOf(`
    italy sicily thessaly kelly emily emely sally molly holly billy polly milly lily lilly carly karly beverly
    kimberly waverly reilly connolly donnelly connelly farrelly daly ely healy mcnally scully tully willy wally
    nelly shelly lully
  `),
  cues: CUES,
  impersonal: IMPERSONAL,
  nouns: NOUNS,
  according: [['according', 'to']],
  labels: wordsOf(`
    analysis opinion editorial video videos photo photos pictures gallery exclusive breaking live update updated
    updates explainer explained watch timeline profile interview review factbox correction letter letters column
    commentary comment feature insight infographic podcast obituary check brief briefs briefing recap roundup
    poll quiz map graphic listen read fact news sport sports business world politics culture opinions q&a
  `),
  asPut: {
    as: 'as',
    put: [
      ['put', 'it'],
      ['puts', 'it'],
    ],
  },
  chained: CHAINED,
  phrasal: new Map([
    ['go', 'on'],
    ['shoot', 'back'],
    ['fire', 'back'],
    ['hit', 'back'],
    ['pipe', 'up'],
    ['call', 'out'],
    ['cry', 'out'],
    ['trail', 'off'],
  ]),
  states: STATES,
};
