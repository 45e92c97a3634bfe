/** What a unit measures; it decides whether a figure is worth a card. */
export type UnitKind =
  | 'share'
  | 'money'
  | 'time'
  | 'age'
  | 'times'
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'temperature'
  | 'angle'
  | 'energy'
  | 'power'
  | 'speed'
  | 'data'
  | 'score'
  | 'generation'
  /** Classifiers: "people" and other counted things that a table names. */
  | 'people'
  | 'other';

/** A unit by its British singular name. */
export type Unit = { readonly name: string; readonly kind: UnitKind };

/** A language's words for units: British name, kind, and the forms that stand in texts, parted by `|`. */
export type UnitWords = {
  readonly units: readonly (readonly [name: string, kind: UnitKind, forms: string])[];
  /** Words for SI prefixes, for languages that write them before the unit ("kilo", "méga"). */
  readonly prefixes: readonly (readonly [form: string, name: string])[];
  /** Units that take those prefixes: British name, kind, forms without prefix. */
  readonly prefixed: readonly (readonly [name: string, kind: UnitKind, forms: string])[];
  /** Currencies: name as in `currency.ts`, forms. */
  readonly currencies: readonly (readonly [name: string, forms: string])[];
  /** Hundredths and other parts of a currency. */
  readonly smallMoney: readonly (readonly [name: string, forms: string])[];
  /** What stands between the two halves of a rate ("per", "a", "par"). */
  readonly per: readonly string[];
  /** Of those, the ones that are articles elsewhere: only before what `rated` lists. */
  readonly perArticles: readonly string[];
  /** What a rate may be counted by, besides units of time: form, British singular name. */
  readonly rated: readonly (readonly [form: string, name: string])[];
};

type Row = readonly [name: string, kind: UnitKind, symbols: string];

/** Signs that mean the same in every language; their case matters. */
const SYMBOLS: readonly Row[] = [
  ['percentage', 'share', '%|٪|％|pct|pc'],
  ['per mille', 'share', '‰'],
  ['basis point', 'share', 'bps|bp'],
  ['part per million', 'share', 'ppm'],
  ['part per billion', 'share', 'ppb'],
  ['minute', 'time', 'min|mins'],
  ['hour', 'time', 'h|hr|hrs'],
  ['second', 'time', 'sec|secs'],
  ['inch', 'length', '″|”'],
  ['foot', 'length', '′|ft'],
  ['yard', 'length', 'yd|yds'],
  ['nautical mile', 'length', 'nmi'],
  ['ångström', 'length', 'Å'],
  ['hectare', 'area', 'ha'],
  ['square metre', 'area', 'sqm|m2|sm'],
  ['square kilometre', 'area', 'sqkm|km2'],
  ['square centimetre', 'area', 'cm2'],
  ['square millimetre', 'area', 'mm2'],
  ['square foot', 'area', 'sqft|ft2|sf'],
  ['square mile', 'area', 'mi2|sqmi'],
  ['cubic metre', 'volume', 'm3|cbm'],
  ['cubic centimetre', 'volume', 'cm3|cc'],
  ['cubic millimetre', 'volume', 'mm3'],
  ['cubic kilometre', 'volume', 'km3'],
  ['cubic foot', 'volume', 'ft3'],
  ['barrel', 'volume', 'bbl|bbls'],
  ['barrel per day', 'volume', 'bpd'],
  ['barrel of oil equivalent', 'volume', 'boe'],
  ['gallon', 'volume', 'gal'],
  ['tablespoon', 'volume', 'tbsp|Tbsp'],
  ['teaspoon', 'volume', 'tsp'],
  ['pound-mass', 'mass', 'lb|lbs|lbm'],
  ['ounce', 'mass', 'oz'],
  ['metric ton', 'mass', 't'],
  ['megatonne', 'mass', 'Mt'],
  ['carat', 'mass', 'ct'],
  ['celsius', 'temperature', '℃|degC'],
  ['fahrenheit', 'temperature', '℉|degF'],
  ['degree', 'angle', '°|deg|º'],
  ['kilometre per hour', 'speed', 'kph|kmh|kmph|km/h|km/hr'],
  ['mile per hour', 'speed', 'mph|MPH'],
  ['knot', 'speed', 'kt|kts|kn'],
  ['foot per second', 'speed', 'fps'],
  ['mile per gallon', 'other', 'mpg|MPG'],
  ['revolutions per minute', 'other', 'rpm|RPM|r/min'],
  ['beat per minute', 'other', 'bpm'],
  ['horsepower', 'power', 'hp|HP|Hp'],
  ['brake horsepower', 'power', 'bhp'],
  ['metric horsepower', 'power', 'PS'],
  ['british thermal unit', 'energy', 'BTU|Btu|btu'],
  ['mega british thermal unit', 'energy', 'mmBTU|mmBtu|MMBtu|MMBTU|mmbtu'],
  ['pound per square inch', 'other', 'psi|PSI'],
  ['kilopound per square inch', 'other', 'ksi'],
  ['pound-foot', 'other', 'lb-ft|lbft'],
  ['newton metre', 'other', 'Nm'],
  ['decibel', 'other', 'dB|db'],
  ['megapixel', 'other', 'MP|Mpx'],
  ['pixel', 'other', 'px'],
  ['milliampere hour', 'energy', 'mAh|mah'],
  ['ampere hour', 'energy', 'Ah'],
  ['roentgen', 'other', 'R'],
  ['generation wireless', 'generation', 'G'],
  ['point per game', 'score', 'ppg'],
  ['rebound per game', 'score', 'rpg'],
  ['assist per game', 'score', 'apg'],
  ['win above replacement', 'score', 'WAR'],
  ['penny', 'money', 'p'],
  ['cent', 'money', '¢'],
];

/** Units that take SI prefixes, by symbol. */
const PREFIXED: readonly Row[] = [
  ['metre', 'length', 'm'],
  ['gram', 'mass', 'g'],
  ['litre', 'volume', 'l|L'],
  ['watt hour', 'energy', 'Wh'],
  ['watt', 'power', 'W'],
  ['joule', 'energy', 'J'],
  ['volt', 'other', 'V'],
  ['ampere', 'other', 'A'],
  ['hertz', 'other', 'Hz|HZ|hz'],
  ['pascal', 'other', 'Pa'],
  ['newton', 'other', 'N'],
  ['ohm', 'other', 'Ω|Ω'],
  ['farad', 'other', 'F'],
  ['kelvin', 'temperature', 'K'],
  ['electronvolt', 'energy', 'eV'],
  ['calorie', 'energy', 'cal'],
  ['mole', 'other', 'mol'],
  ['becquerel', 'other', 'Bq'],
  ['sievert', 'other', 'Sv'],
  ['lumen', 'other', 'lm'],
  ['bit', 'data', 'b|bit'],
  ['byte', 'data', 'B'],
  ['bit per second', 'data', 'bps|bit/s'],
  ['watt peak', 'power', 'Wp'],
  ['tonne of carbon dioxide equivalent', 'mass', 'tCO2e'],
];

const SI: readonly (readonly [symbol: string, name: string])[] = [
  ['k', 'kilo'],
  ['K', 'kilo'],
  ['M', 'mega'],
  ['G', 'giga'],
  ['T', 'tera'],
  ['P', 'peta'],
  ['c', 'centi'],
  ['d', 'deci'],
  ['m', 'milli'],
  ['μ', 'micro'],
  ['µ', 'micro'],
  ['u', 'micro'],
  ['n', 'nano'],
  ['p', 'pico'],
];

/** Seconds take only the small prefixes; "ks" and "Ms" are other things. */
const SECONDS: readonly Row[] = [
  ['second', 'time', 's'],
  ['millisecond', 'time', 'ms|msec'],
  ['microsecond', 'time', 'μs|µs'],
  ['nanosecond', 'time', 'ns'],
];

/** Prefixed symbols that are words or other units: "PA", "nm" stays, "cal" needs no prefix but kilo. */
const NOT_PREFIXED = new Set([
  'Pm',
  'Tm',
  'mb',
  'pb',
  'Gm',
  'dB',
  'PB.',
  'Kg.',
  'TF',
  'MF',
  'GF',
  'PF',
]);

/** Every symbol with its unit. */
export function unitSymbols(): Map<string, Unit> {
  const symbols = new Map<string, Unit>();
  for (const [name, kind, forms] of [...PREFIXED, ...SECONDS, ...SYMBOLS]) {
    for (const form of forms.split('|')) symbols.set(form, { name, kind });
  }
  for (const [name, kind, forms] of PREFIXED) {
    for (const form of forms.split('|')) addPrefixed(symbols, form, { name, kind });
  }
  return symbols;
}

function addPrefixed(symbols: Map<string, Unit>, form: string, { name, kind }: Unit): void {
  for (const [symbol, prefix] of SI) {
    const prefixed = symbol + form;
    if (symbols.has(prefixed) || NOT_PREFIXED.has(prefixed)) continue;
    symbols.set(prefixed, { name: prefix + name, kind });
  }
}
