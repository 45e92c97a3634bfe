import { wordsOf } from './packed-words';

/** Adjectives and nouns for the people of a country, folded. Derived from the lexicon of compromise 14 (MIT). */
export const NATIONALITIES: ReadonlySet<string> = wordsOf([
  'afghan afghans african africans albanian albanians algerian algerians american americans angolan angolans argentine argentines armenian armenians asian asians aussie aussies australian australians austrian austrians',
  'bangladeshi bangladeshis belarusian belarusians belgian belgians bolivian bolivians bosnian bosnians brazilian brazilians brit brits bulgarian bulgarians',
  'californian californians cambodian cambodians cameroonian cameroonians canadian canadians chadian chadians chilean chileans chinese chineses colombian colombians congolese congoleses croat croatian croatians croats cuban cubans czech czeches',
  'dane danes dominican dominicans dutch dutches',
  'ecuadorian ecuadorians egyptian egyptians emirati emiratis englishman englishmans estonian estonians ethiopian ethiopians european europeans',
  'filipino filipinos french frenches',
  'gambian gambians georgian georgians german germans ghanaian ghanaians greek greeks guatemalan guatemalans',
  'haitian haitians hindi hindis honduran hondurans hungarian hungarians',
  'icelandic icelandics indian indians indonesian indonesians iranian iranians iraqi iraqis irishman irishmans israeli israelis italian italians ivorian ivorians',
  'jamaican jamaicans japanese japaneses jordanian jordanians',
  'kazakh kazakhs kenyan kenyans korean koreans kuwaiti kuwaitis',
  'lao laos latvian latvians lebanese lebaneses liberian liberians libyan libyans lithuanian lithuanians',
  'macedonian macedonians malagasies malagasy malaysian malaysians mexican mexicans mongolian mongolians moroccan moroccans',
  'namibian namibians nicaraguan nicaraguans nigerian nigerians nigerien nigeriens norwegian norwegians',
  'omani omanis',
  'pakistani pakistanis palestinian palestinians panamanian panamanians paraguayan paraguayans peruvian peruvians philippine philippines portuguese portugueses puerto_rican puerto_ricans',
  'qatari qataris',
  'romanian romanians russian russians rwandan rwandans',
  'samoan samoans saudi saudis scottish scottishes senegalese senegaleses serbian serbians singaporean singaporeans slovak slovaks somalian somalians spaniard spaniards sudanese sudaneses swede swedes swiss swisses syrian syrians',
  'taiwanese taiwaneses texan texans thai thais trinidadian trinidadians tunisian tunisians turkmen turkmens',
  'ugandan ugandans ukrainian ukrainians',
  'venezuelan venezuelans vietnamese vietnameses',
  'welsh welshes',
  'zambian zambians zimbabwean zimbabweans',
]);
