import { wordsOf } from '@/lib/language/word-list';

/** Small words inside the names of bodies. */
export const CONNECTORS = wordsOf(`of for and the on to in against de des du la & 's`);

/** What ministries are for; part of a role or a ministry's name, never of a person's. */
export const FIELDS = wordsOf(`
  interior foreign affairs international cooperation defence defense finance economy economics health
  education youth sport sports justice labour labor vocational training agriculture forestry fisheries
  trade commerce energy mines culture fine arts environment information tourism transport public works
  planning women social veterans rural development land management urban construction posts
  telecommunications religion cults state home treasury industry science technology innovation water
  resources meteorology civil service immigration housing communities security homeland external
  relations middle east europe asia africa exchequer privy seal lords commons transportation
`);

/** Months, days and other capitals that are nobody's name. */
export const NOBODY = wordsOf(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july
  august september october november december mr mrs ms dr god lord christmas easter i ok tv internet
  article chapter section figure table page photo image video read more share comment click subscribe
  the a an this that these those he she it we they you his her its our their but and or if when while
  what who how why where there here no not yes in on at by for with from of to as so now then yesterday
  today tomorrow last next first however meanwhile according about source copyright
`);

/** Months and states cut short, which are nobody's name. */
export const CUT_SHORT = wordsOf(`
  jan feb mar apr jun jul aug sept sep oct nov dec
  ala ariz ark calif colo conn del fla ill ind kan ky mass mich minn miss mont neb nev okla ore pa tenn tex vt wis wyo
`);

/** Peoples and the faithful, beside the nationalities: nobody and no body by themselves. */
export const PEOPLES = wordsOf(`
  moslem moslems muslim muslims islamic islamist islamists arab arabs kurd kurds kurdish chechen chechens serb serbs
  croat croats bosniak bosniaks hutu hutus tutsi tutsis azeri azeris afrikaner afrikaners jew jews jewish catholic
  catholics protestant protestants orthodox sunni sunnis shia shiite shiites tamil tamils uighur uighurs rohingya
  yazidi yazidis druze pashtun pashtuns hindu hindus buddhist buddhists sikh sikhs christian christians khmer khmers
  cham roman
`);

/** Nouns right before or behind a name that make it a body's. */
export const NOUNS_BEFORE_BODIES = wordsOf(`
  newspaper daily weekly magazine broadcaster airline retailer carmaker automaker brewer insurer drugmaker
  steelmaker chipmaker publisher
`);
export const NOUNS_BEHIND_BODIES = wordsOf('newspaper daily magazine shares airline television');

/** What is said of a party in power, right before its name. */
export const IN_POWER = wordsOf('ruling governing');

/** Parts of a broadcaster, behind its letters. */
export const BRANCHES = wordsOf('news films film pictures radio television studios sport sports');

/** Indexes of exchanges, which are bodies' names as well. */
export const INDEXES = wordsOf('dow nasdaq ftse nikkei dax cac jones');
export const OF_INDEXES = wordsOf(
  'index industrial industrials composite average averages futures',
);

/** Abbreviations and capitals that name no body, though they look like one. */
export const NOT_BODIES = wordsOf(`
  ngo ngos cso csos mp mps pm ceo cfo cto tv pc aids hiv dna gdp gnp usd us uk usa uae eta id vip
  covid covid-19 faq pdf html url gps atm suv ufo phd ba ma mba rip diy ai it pr hr er icu
  gmt est edt pst bst rbi avg pct docstart mr mrs ms dr md jr sr ii iii iv vi vii viii ix xi
  khmer khmers muslim muslims christian christians catholic catholics jew jews jewish islam
  democrat democrats republican republicans socialist socialists communist communists liberal liberals
  conservative conservatives labourite tory english french
`);
