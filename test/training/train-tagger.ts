import { readFileSync, writeFileSync } from 'node:fs';
import type { Span } from '@/lib/article/span';
import { sentencesOf } from '@/lib/article/sentences';
import { BUCKET_BITS, type Columns, columnsOf, featuresAt } from '@/lib/annotate/mention-features';
import { LABELS, LABEL_COUNT, type Model, mayName, tagged } from '@/lib/annotate/mention-tagger';
import { habitsOf } from '@/lib/annotate/mention-habits';
import { type Word, wordsIn } from '@/lib/annotate/mention-words';
import { FIELDS as FIELDS_OF } from '@/lib/language/en/names';
import { ROLES, TITLES } from '@/lib/language/en/titles';
import { CITIES } from '@/lib/language/world/cities';
import { COUNTRIES } from '@/lib/language/world/countries';
import { GIVEN_NAMES } from '@/lib/language/world/given-names';
import { NATIONALITIES } from '@/lib/language/world/nationalities';
import { KNOWN_BODIES, KNOWN_CLUBS } from '@/lib/language/world/organisations';
import { REGIONS } from '@/lib/language/world/regions';
import { SURNAMES } from '@/lib/language/world/surnames';
import { PATTERNS } from './sentences';

/**
 * Trains the tagger of names: an averaged perceptron (Collins 2002) over a linear chain.
 * `node --import ./lib/cli/resolve-alias.ts test/training/train-tagger.ts FOLDER [--folds]`
 * FOLDER holds corpora whose licence lets their statistics be shipped, named in `CORPORA`.
 */
const CORPORA = ['crossner-politics', 'crossner-politics.train', 're3d', 'newsfair'] as const;
/** BBC pages of re3d are CC BY-NC; they train nothing. */
const NOT_OURS = /BBC/u;

type Entity = Span & { readonly type: string; readonly optional?: boolean };
type Document = {
  readonly id: string;
  readonly text: string;
  readonly source?: string;
  readonly scope?: [number, number];
  readonly entities: readonly Entity[];
};
type Example = {
  readonly words: readonly Word[];
  readonly gold: Uint8Array;
  readonly columns: Columns;
};

const KIND: Readonly<Record<string, string>> = {
  PER: 'PER',
  person: 'PER',
  politician: 'PER',
  Person: 'PER',
  ORG: 'ORG',
  organisation: 'ORG',
  politicalparty: 'ORG',
  Organisation: 'ORG',
  GPE: 'LOC',
  LOC: 'LOC',
  location: 'LOC',
  country: 'LOC',
  Location: 'LOC',
  FAC: 'LOC',
  misc: 'MISC',
  event: 'MISC',
  election: 'MISC',
  MISC: 'MISC',
  OTHER: 'MISC',
  Nationality: 'MISC',
  Weapon: 'MISC',
  MilitaryPlatform: 'MISC',
};

const dice = randomFrom(7);
const folder = process.argv[2] ?? '';
const rows = CORPORA.flatMap((name) => documentsOf(name));

function documentsOf(name: string): Document[] {
  return readFileSync(`${folder}/${name}.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Document)
    .filter(({ source }) => !NOT_OURS.test(source ?? ''))
    .map((document) => ({ ...document, id: `${name}/${document.id}` }));
}

function examplesOf(document: Document): Example[] {
  const { text, scope } = document;
  const [from, to] = scope ?? [0, text.length];
  const sentences: Span[] = [];
  for (const match of text.slice(from, to).matchAll(/[^\n]+/gu)) {
    sentences.push(
      ...sentencesOf(text, {
        start: from + match.index,
        end: from + match.index + match[0].length,
      }),
    );
  }
  const all = sentences.map((sentence) => wordsIn(text, sentence));
  const habits = habitsOf(all);
  return all.map((words) => {
    const columns = columnsOf(words, habits);
    return { words, gold: labelled(goldOf(words, document.entities), columns), columns };
  });
}

/** Small words that the chain leaves out end a name; what follows begins another of its kind. */
function labelled(gold: Uint8Array, columns: Columns): Uint8Array {
  for (const [at, label] of gold.entries()) {
    if (label === 0) continue;
    if (!mayName(columns, at)) gold[at] = 0;
    else if (label % 2 === 0 && (gold[at - 1] ?? 0) === 0) gold[at] = label - 1;
  }
  return gold;
}

function goldOf(words: readonly Word[], entities: readonly Entity[]): Uint8Array {
  const gold = new Uint8Array(words.length);
  for (const { start, end, type } of entities) {
    const kind = LABELS.indexOf(`B-${KIND[type] ?? ''}` as 'B-PER');
    const inside = [...words.keys()].filter(
      (at) => (words[at]?.start ?? 0) >= start && (words[at]?.end ?? 0) <= end,
    );
    const trimmed =
      type === 'Person' || type === 'Organisation' ? withoutSmall(inside, words, type) : inside;
    if (kind < 1) continue;
    for (const [at, word] of trimmed.entries()) gold[word] = at === 0 ? kind : kind + 1;
  }
  return gold;
}

/** re3d counts descriptions; only their capitals are names, and of a person's those behind the office. */
function withoutSmall(inside: readonly number[], words: readonly Word[], type: string): number[] {
  const names = inside.filter((at) => words[at]?.shape !== 'small');
  const first = names[0];
  if (first === undefined || names.length < inside.length - 3) return [];
  const office =
    type === 'Person' ? inside.findLastIndex((at) => isOffice(words[at]?.low ?? '')) + 1 : 0;
  return inside.slice(office).filter((at) => at >= first && words[at]?.low !== 'the');
}

function isOffice(low: string): boolean {
  return ROLES.has(low) || TITLES.has(low) || FIELDS_OF.has(low) || NATIONALITIES.has(low);
}

function synthetic(count: number): Example[] {
  const patterns = PATTERNS.trim().split('\n');
  const examples: Example[] = [];
  for (let round = 0; round < count; round += 1) {
    const pattern = patterns[Math.floor(dice() * patterns.length)] ?? '';
    examples.push(filled(pattern, dice() < 0.15));
  }
  return examples;
}

function filled(pattern: string, shouted: boolean): Example {
  let text = '';
  const entities: Entity[] = [];
  const joined = dice() < 0.4 ? pattern.replaceAll(" 's", "'s").replaceAll(' ,', ',') : pattern;
  for (const part of joined.split(/(\{[A-Z]+\})/u)) {
    const slot = /^\{([A-Z]+)\}$/u.exec(part)?.[1];
    const words = slot ? fillerOf(slot) : part;
    const type = slot ? SLOT[slot] : undefined;
    if (type) entities.push({ start: text.length, end: text.length + words.length, type });
    text += words;
  }
  const tight = shouted ? text.toUpperCase() : text;
  const words = wordsIn(tight, { start: 0, end: tight.length });
  const columns = columnsOf(words, habitsOf([words]));
  return { words, gold: labelled(goldOf(words, entities), columns), columns };
}

const SLOT: Readonly<Record<string, string>> = {
  PER: 'PER',
  LAST: 'PER',
  ORG: 'ORG',
  TEAM: 'ORG',
  ABBR: 'ORG',
  CITY: 'LOC',
  COUNTRY: 'LOC',
  NAT: 'MISC',
  MISC: 'MISC',
};
const GIVEN = [...GIVEN_NAMES];
const FAMILY = [...SURNAMES];
const TOWNS = [...CITIES];
const STATES = [...COUNTRIES, ...COUNTRIES, ...REGIONS];
const PEOPLES = [...NATIONALITIES].filter(
  (word) => !word.endsWith('s') || /(ese|ish|ss)$/u.test(word),
);
const PEOPLES_MANY = [...NATIONALITIES].filter((word) => /(?:ns|is|ks|sh|ch)$/u.test(word));
const BODIES = [...KNOWN_BODIES].filter((word) => word.length > 4);
const CLUBS = [...KNOWN_CLUBS];
const FIELDS =
  "Interior,Defence,Defense,Finance,Health,Education,Justice,Labour,Labor,Agriculture,Foreign Affairs,Trade,Commerce,Energy,Culture,Environment,Information,Tourism,Transport,Planning,Women's Affairs,Public Works"
    .replace("Women's", 'Women')
    .split(',');
const HEADS =
  'Party,Union,Association,Federation,Institute,Foundation,Bank,Group,University,Council,Committee,Commission,Agency,Society,Corp,Inc,Ltd,Holdings,Airlines,Ministry,Army,Front,Alliance,Movement,League,Center,Centre,Network,Court,Authority,Assembly,Post,Times,News'.split(
    ',',
  );
const TOPICS =
  "National,Democratic,Social,Liberal,Christian,People's,Workers,Farmers,Labour,Human Rights,Economic,Security,Development,Research,International,Central,United,General,Royal,Independent,Republican,Green,Youth,Trade,Press,Teachers,Legal,Public"
    .replace("People's", 'Peoples')
    .split(',');
const THINGS =
  'World Cup,Olympics,World War II,Nobel Prize,Grand Prix,Cold War,European Cup,Davis Cup,US Open,Maastricht Treaty,Oslo Accords,Vietnam War,Christmas,Easter,Boeing 747,Kalashnikov,Islam,Windows,English,Golden Globe,Champions League,Civil War,Clean Air Act,Stamp Act,Catholic,Muslim,Jewish'.split(
    ',',
  );

const LEADERS =
  'Senate,Congress,Parliament,National Assembly,Supreme Court,Cabinet,Treasury,Security Council,State Department,House of Representatives,Foreign Ministry,Defence Ministry,Central Bank,Army,Air Force,Navy'.split(
    ',',
  );
const SPORTS = 'SOCCER,CRICKET,TENNIS,GOLF,BASEBALL,ATHLETICS,CYCLING,RUGBY UNION,BASKETBALL'.split(
  ',',
);
const DAYS = 'Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday'.split(',');
const MONTHS = 'January,March,April,June,July,August,October,December'.split(',');

const FILLERS: Readonly<Record<string, () => string>> = {
  PER: person,
  LAST: () => (dice() < 0.35 ? syllables() : title(pick(dice() < 0.85 ? FAMILY : GIVEN))),
  ORG: body,
  TEAM: team,
  ABBR: abbreviation,
  BRAND: brand,
  TOWN: () =>
    dice() < 0.6
      ? syllables()
      : `${pick(['Bou', 'San', 'Al', 'Phnom', 'Port', 'New', 'Nizhny', 'Santa', 'Saint'])} ${syllables()}`,
  NATS: () => title(pick(PEOPLES_MANY)),
  BODYHEAD: () => pick(LEADERS),
  TEAMCAPS: () => pick(TOWNS).toUpperCase(),
  CITYCAPS: () => pick(TOWNS).toUpperCase(),
  COUNTRYCAPS: () => pick(STATES).toUpperCase(),
  SPORT: () => pick(SPORTS),
  CITY: () => title(pick(TOWNS)),
  COUNTRY: () => title(pick(STATES)),
  NAT: () => title(pick(PEOPLES)),
  MISC: () => pick(THINGS),
  FIELD: () => pick(FIELDS),
  DAY: () => pick(DAYS),
  MONTH: () => pick(MONTHS),
};

function fillerOf(slot: string): string {
  return FILLERS[slot]?.() ?? slot;
}

function team(): string {
  const roll = dice();
  if (roll < 0.6) return title(pick(TOWNS));
  if (roll < 0.8) return title(pick(CLUBS));
  return `${title(pick(TOWNS))} ${pick(['United', 'City', 'Rovers', 'Rangers', 'Athletic', 'Town', 'Lions', 'Bulls'])}`;
}

function brand(): string {
  const roll = dice();
  if (roll < 0.4) return syllables();
  if (roll < 0.7) return title(pick(BODIES));
  return `${syllables()} ${pick(['Inc', 'Corp', 'AG', 'SA', 'Oil', 'Bank', 'Air', 'Ltd'])}`;
}

function person(): string {
  const given = title(pick(GIVEN));
  const family = dice() < 0.25 ? syllables() : title(pick(FAMILY));
  const roll = dice();
  if (roll < 0.08) return `${given.charAt(0)}. ${family}`;
  if (roll < 0.16) return `${given} ${title(pick(GIVEN)).charAt(0)}. ${family}`;
  if (roll < 0.22) return `${given} ${title(pick(GIVEN))} ${family}`;
  if (roll < 0.26)
    return `${given} ${pick(['van', 'de', 'al', 'bin', 'von', 'Mc', 'Van', 'De'])} ${family}`;
  if (roll < 0.3) return `${given}-${title(pick(GIVEN))} ${family}`;
  if (roll < 0.36) return `${syllables()} ${syllables()}`;
  return `${given} ${family}`;
}

/** A word that no list holds, from syllables of many languages. */
function syllables(): string {
  const count = 2 + Math.floor(dice() * 2);
  let word = '';
  for (let at = 0; at < count; at += 1)
    word += pick(
      'ka so phe vi cho nu ri ban tou sar mo lek zim dra go pha len ish ev ov ski ura oka bel ham min tro wak ou nga she dz khy por'.split(
        ' ',
      ),
    );
  return title(word);
}

function body(): string {
  const roll = dice();
  if (roll < 0.25) return title(pick(BODIES));
  if (roll < 0.35) return `${syllables()} ${pick(HEADS)}`;
  if (roll < 0.5) return `${title(pick(PEOPLES))} ${pick(TOPICS)} ${pick(HEADS)}`;
  if (roll < 0.6) return `${pick(TOPICS)} ${pick(HEADS)} of ${title(pick(STATES))}`;
  if (roll < 0.7)
    return `${pick(HEADS)} for ${pick(TOPICS)} ${pick(['Rights', 'Development', 'Studies', 'Change', 'Affairs', 'Relations'])}`;
  if (roll < 0.78) return `${title(pick(TOWNS))} ${pick(HEADS)}`;
  if (roll < 0.85)
    return `${title(pick(FAMILY))} ${pick(['Inc', 'Corp', 'Ltd', '& Co', 'Group', 'Holdings', 'Brothers', 'and Sons'])}`;
  if (roll < 0.92) return `University of ${title(pick(TOWNS))}`;
  return `${pick(TOPICS)} ${pick(TOPICS)} ${pick(HEADS)}`;
}

function abbreviation(): string {
  const count = 2 + Math.floor(dice() * 3);
  let word = '';
  for (let at = 0; at < count; at += 1) word += pick('ABCDEFGHIJKLMNOPRSTUVW'.split(''));
  return word;
}

function title(words: string): string {
  return words.length <= 3 && BODIES.includes(words)
    ? words.toUpperCase()
    : words.replace(/(?<=^|[ -])\p{L}/gu, (letter) => letter.toUpperCase());
}

function pick<T>(from: readonly T[]): T {
  return from[Math.floor(dice() * from.length)] as T;
}

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

type Trained = { readonly weights: Float64Array; readonly steps: Float64Array };

type Learner = Trained & {
  readonly sums: Float64Array;
  readonly stepSums: Float64Array;
  time: number;
};

function trained(examples: readonly Example[], rounds: number): Trained {
  const size = (1 << BUCKET_BITS) * LABEL_COUNT;
  const learner: Learner = {
    weights: new Float64Array(size),
    sums: new Float64Array(size),
    steps: new Float64Array(LABEL_COUNT ** 2),
    stepSums: new Float64Array(LABEL_COUNT ** 2),
    time: 1,
  };
  const order = [...examples];
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order);
    for (const example of order) learn(learner, example);
  }
  const { weights, sums, steps, stepSums, time } = learner;
  return {
    weights: weights.map((value, at) => value - (sums[at] ?? 0) / time),
    steps: steps.map((value, at) => value - (stepSums[at] ?? 0) / time),
  };
}

function learn(learner: Learner, { columns, gold }: Example): void {
  learner.time += 1;
  const guess = tagged(columns, modelOf(learner.weights, learner.steps));
  for (const [at, right] of gold.entries()) {
    const wrong = guess[at] ?? 0;
    if (right !== wrong) learnWord(learner, columns, { at, right, wrong });
    if (at > 0 && (right !== wrong || gold[at - 1] !== guess[at - 1])) {
      const { steps, stepSums, time } = learner;
      change(steps, stepSums, { at: (gold[at - 1] ?? 0) * LABEL_COUNT + right, by: 1, time });
      change(steps, stepSums, { at: (guess[at - 1] ?? 0) * LABEL_COUNT + wrong, by: -1, time });
    }
  }
}

const features: number[] = [];

function learnWord(
  { weights, sums, time }: Learner,
  columns: Columns,
  { at, right, wrong }: { readonly at: number; readonly right: number; readonly wrong: number },
): void {
  featuresAt(columns, at, features);
  for (const bucket of features) {
    change(weights, sums, { at: bucket * LABEL_COUNT + right, by: 1, time });
    change(weights, sums, { at: bucket * LABEL_COUNT + wrong, by: -1, time });
  }
}

function change(
  weights: Float64Array,
  sums: Float64Array,
  { at, by, time }: { at: number; by: number; time: number },
): void {
  weights[at] = (weights[at] ?? 0) + by;
  sums[at] = (sums[at] ?? 0) + by * time;
}

function modelOf(weights: Float64Array, steps: Float64Array): Model {
  return {
    steps,
    score(columns, at, { scores, from }) {
      featuresAt(columns, at, features);
      for (const bucket of features)
        for (let label = 0; label < LABEL_COUNT; label += 1)
          scores[from + label] =
            (scores[from + label] ?? 0) + (weights[bucket * LABEL_COUNT + label] ?? 0);
    },
  };
}

function shuffle(order: Example[]): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(dice() * (at + 1));
    [order[at], order[other]] = [order[other] as Example, order[at] as Example];
  }
}

/** Exact spans of people and bodies, as the benchmark's scorer counts them. */
function scored(examples: readonly Example[], model: Model, tally: number[]): void {
  for (const { columns, gold } of examples) {
    const want = spansOf(gold);
    const got = spansOf(tagged(columns, model));
    tally[0] = (tally[0] ?? 0) + [...got].filter((span) => want.has(span)).length;
    tally[1] = (tally[1] ?? 0) + got.size;
    tally[2] = (tally[2] ?? 0) + want.size;
    for (const kind of [1, 3]) {
      const of = (set: Set<string>) => [...set].filter((span) => span.endsWith(` ${kind}`));
      tally[kind * 3] = (tally[kind * 3] ?? 0) + of(got).filter((span) => want.has(span)).length;
      tally[kind * 3 + 1] = (tally[kind * 3 + 1] ?? 0) + of(got).length;
      tally[kind * 3 + 2] = (tally[kind * 3 + 2] ?? 0) + of(want).length;
    }
  }
}

function spansOf(labels: Uint8Array): Set<string> {
  const spans = new Set<string>();
  for (let at = 0; at < labels.length; at += 1) {
    const label = labels[at] ?? 0;
    if (label !== 1 && label !== 3) continue;
    let end = at + 1;
    while (labels[end] === label + 1) end += 1;
    spans.add(`${at} ${end} ${label}`);
  }
  return spans;
}

function f1(tally: readonly number[]): string {
  const [hit = 0, got = 1, want = 1] = tally;
  if (tally[3] && tally.length > 5)
    return `${f1(tally.slice(0, 3))} | PER ${f1(tally.slice(3, 6))} | ORG ${f1(tally.slice(9, 12))}`;
  return `P ${((100 * hit) / got).toFixed(1)} R ${((100 * hit) / want).toFixed(1)} F1 ${((200 * hit) / (got + want)).toFixed(1)}`;
}

function folds(): void {
  const made = synthetic(Number(process.env['SYNTHETIC'] ?? 20_000));
  const tallies = new Map<string, number[]>();
  const parts = 4;
  for (let fold = 0; fold < parts; fold += 1) {
    const isTest = (_: unknown, at: number): boolean => at % parts === fold;
    const train = rows.filter((row, at) => !isTest(row, at)).flatMap(examplesOf);
    const result = trained([...train, ...made], 8);
    const model = modelOf(result.weights, result.steps);
    for (const row of rows.filter(isTest)) {
      const name = row.id.slice(0, row.id.indexOf('/'));
      if (!tallies.has(name)) tallies.set(name, [0, 0, 0]);
      scored(examplesOf(row), model, tallies.get(name) ?? []);
    }
    if (fold === 0) process.stdout.write(`conll ${conll(model)}\n`);
  }
  for (const [name, tally] of tallies) process.stdout.write(`${name} ${f1(tally)}\n`);
}

function conll(model: Model): string {
  const tally = [0, 0, 0];
  for (const line of readFileSync(`${folder}/conll2003.jsonl`, 'utf8').split('\n'))
    if (line) scored(examplesOf(JSON.parse(line) as Document), model, tally);
  return f1(tally);
}

/** Buckets whose weights are all small are left out. */
const LEAST = Number(process.env['LEAST'] ?? 2);
const SCALE = 0.25;

function ship(): void {
  const made = synthetic(Number(process.env['SYNTHETIC'] ?? 20_000));
  const { weights, steps } = trained([...rows.flatMap(examplesOf), ...made], 10);
  const own = [0, 0, 0];
  scored(rows.flatMap(examplesOf), modelOf(weights, steps), own);
  const madeTally = [0, 0, 0];
  scored(made, modelOf(weights, steps), madeTally);
  process.stdout.write(
    `own ${f1(own)}\nmade ${f1(madeTally)}\nsteps ${steps.map(Math.round).join(' ')}\n`,
  );
  process.stdout.write(`conll whole ${conll(modelOf(weights, steps))}\n`);
  const { bytes, kept } = packed(weights);
  process.stdout.write(`conll packed ${conll(modelOf(kept, steps))}, ${bytes.length} bytes\n`);
  const text = Buffer.from(bytes).toString('base64').replace(/=+$/u, '');
  writeFileSync(
    new URL('../../lib/annotate/mention-weights.ts', import.meta.url),
    `/** Made by test/training/train-tagger.ts; see there for what it was trained on. */\nexport const SCALE = ${SCALE};\nexport const STEPS = [${[...steps].map((step) => step.toFixed(2)).join(', ')}];\nexport const WEIGHTS =\n  '${text}';\n`,
  );
}

function packed(weights: Float64Array): { bytes: number[]; kept: Float64Array } {
  const bytes: number[] = [];
  const kept = new Float64Array(weights.length);
  let last = 0;
  for (let bucket = 0; bucket < 1 << BUCKET_BITS; bucket += 1) {
    const row = weights.subarray(bucket * LABEL_COUNT, (bucket + 1) * LABEL_COUNT);
    if (row.every((value) => Math.abs(value) < LEAST)) continue;
    let step = bucket - last;
    while (step > 0x7f) {
      bytes.push((step & 0x7f) | 0x80);
      step >>= 7;
    }
    bytes.push(step);
    last = bucket;
    for (const [label, value] of row.entries()) {
      const small = Math.max(-127, Math.min(127, Math.round(value / SCALE)));
      bytes.push(small & 0xff);
      kept[bucket * LABEL_COUNT + label] = small * SCALE;
    }
  }
  return { bytes, kept };
}

if (process.argv.includes('--folds')) folds();
else ship();
