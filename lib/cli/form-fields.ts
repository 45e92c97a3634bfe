/** A field of the form: its name in the answers, what a person reads beside it, how it is filled in. */
export type Field = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly choices?: readonly string[];
  /** Offers existing records of these kinds; their names are shown behind their keys. */
  readonly of?: readonly string[];
  /** Takes several records, one after the other. */
  readonly several?: boolean;
  readonly suggest?: 'countries' | 'languages';
  readonly long?: boolean;
  /** What it begins with: the day on which the form is opened, or this. */
  readonly begins?: string;
};

/** What a record has several of, each with fields of its own. */
export type PartForm = {
  readonly name: 'statements' | 'figures' | 'names' | 'tenures';
  readonly label: string;
  readonly more: string;
  /** How many stand there when the form is opened. */
  readonly least: number;
  readonly fields: readonly Field[];
};

/** One of the kinds of file that the form writes. */
export type FormKind = 'source' | 'entity' | 'measure';
export type RecordForm = {
  readonly kind: FormKind;
  readonly label: string;
  readonly about: string;
  readonly fields: readonly Field[];
  readonly parts: readonly PartForm[];
};

const ACTORS = ['person', 'organisation', 'group', 'office', 'publisher'];
const THINGS = [...ACTORS, 'place', 'law', 'event', 'topic'];
const TODAY = 'today';
const DATE = '2024-03-08, 2024-03, 2024, or XXXX for unknown';

const REVIEW: readonly Field[] = [
  { name: 'status', label: 'Status', choices: ['draft', 'reviewed', 'contested'] },
  { name: 'by', label: 'Reviewed by', hint: '@your-name @second-editor' },
  { name: 'at', label: 'Reviewed on', begins: TODAY },
];

const STATEMENT: readonly Field[] = [
  {
    name: 'kind',
    label: 'Kind',
    choices: ['quote', 'paraphrase', 'claim', 'denial', 'promise', 'finding'],
  },
  { name: 'speaker', label: 'Speaker', of: ACTORS, required: true },
  { name: 'capacity', label: 'As what', hint: 'Harbour minister' },
  { name: 'text', label: 'Words, as printed', long: true, required: true },
  { name: 'lang', label: 'Language', suggest: 'languages', begins: 'en', required: true },
  { name: 'said', label: 'Said on', hint: DATE },
  { name: 'saidNote', label: 'How that date is known' },
  { name: 'occasion', label: 'Occasion' },
  { name: 'about', label: 'About', of: THINGS, several: true },
  {
    name: 'rel',
    label: 'Stands to another statement',
    choices: [
      '',
      'disputes',
      'denies',
      'supports',
      'repeats',
      'revises',
      'contradictsOwnEarlier',
      'respondsTo',
      'context',
    ],
  },
  { name: 'to', label: 'That statement', of: ['statement'] },
  { name: 'strength', label: 'How surely', choices: ['direct', 'explicit', 'partial', 'apparent'] },
  { name: 'drawnBy', label: 'Drawn by', choices: ['speaker', 'publisher', 'editor'] },
  { name: 'note', label: 'Why, where it is not plain' },
  { name: 'local', label: 'Short name', hint: 'no-boat-turned-away', required: true },
];

const FIGURE: readonly Field[] = [
  { name: 'measure', label: 'What is counted', of: ['measure'], required: true },
  { name: 'value', label: 'Number, digits alone', hint: '5363 or 0.61', required: true },
  {
    name: 'quality',
    label: 'How exact',
    choices: ['exact', 'rounded', 'about', 'at-least', 'at-most', 'range'],
  },
  { name: 'low', label: 'Lowest, of a range' },
  { name: 'high', label: 'Highest, of a range' },
  { name: 'period', label: 'The time it is about', hint: '2023, 2015/2019', required: true },
  { name: 'attributedTo', label: 'Who gives it', of: ACTORS },
  { name: 'text', label: 'Words around it, as printed', long: true },
  { name: 'note', label: 'Note' },
  { name: 'local', label: 'Short name', hint: 'boats-2023', required: true },
];

const SOURCE: RecordForm = {
  kind: 'source',
  label: 'An article, report or speech',
  about:
    'One document, and what was said and counted in it. Words exactly as printed. What is not known stays empty.',
  fields: [
    { name: 'url', label: 'Address', hint: 'https://…', required: true },
    { name: 'title', label: 'Title, as printed', required: true },
    { name: 'publisher', label: 'Publisher', of: ['publisher', 'organisation'], required: true },
    { name: 'lang', label: 'Language', suggest: 'languages', begins: 'en', required: true },
    { name: 'published', label: 'Published', hint: DATE, required: true },
    { name: 'dateNote', label: 'How the date is known' },
    { name: 'accessed', label: 'Read on', begins: TODAY },
    {
      name: 'licence',
      label: 'Licence',
      choices: ['quotation', 'CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0'],
    },
    { name: 'archive', label: 'Archived copy', hint: 'https://web.archive.org/… or nothing' },
    { name: 'key', label: 'Key', hint: 'source/paper/2024-some-article', required: true },
    ...REVIEW,
  ],
  parts: [
    {
      name: 'statements',
      label: 'Statement',
      more: 'Another statement',
      least: 1,
      fields: STATEMENT,
    },
    { name: 'figures', label: 'Figure', more: 'A figure', least: 0, fields: FIGURE },
  ],
};

const ENTITY: RecordForm = {
  kind: 'entity',
  label: 'A person, body or subject',
  about: 'Who speaks, who is spoken about, who publishes. Khmer and other spellings only as seen.',
  fields: [
    {
      name: 'type',
      label: 'What it is',
      choices: [
        'person',
        'organisation',
        'group',
        'office',
        'publisher',
        'place',
        'law',
        'event',
        'topic',
      ],
    },
    { name: 'country', label: 'Country', suggest: 'countries', hint: 'KH or Cambodia' },
    { name: 'summary', label: 'One line on it, in English' },
    { name: 'wikidata', label: 'Wikidata id', hint: 'Q42' },
    { name: 'key', label: 'Key', hint: 'person/kh/some-name', required: true },
    ...REVIEW,
  ],
  parts: [
    {
      name: 'names',
      label: 'Name',
      more: 'Another name',
      least: 1,
      fields: [
        { name: 'text', label: 'Name', required: true },
        { name: 'lang', label: 'Language', suggest: 'languages', begins: 'en', required: true },
        {
          name: 'kind',
          label: 'Kind',
          choices: ['main', 'alias', 'transliteration', 'abbreviation', 'former', 'title', 'weak'],
        },
      ],
    },
    {
      name: 'tenures',
      label: 'Role',
      more: 'A role',
      least: 0,
      fields: [
        { name: 'role', label: 'Role, in English', hint: 'Harbour minister', required: true },
        { name: 'org', label: 'Where', of: ['organisation', 'group', 'publisher', 'place'] },
        { name: 'from', label: 'From', hint: DATE },
        { name: 'to', label: 'To', hint: 'nothing where it is not known' },
        { name: 'seenIn', label: 'Seen in', of: ['source'], several: true },
      ],
    },
  ],
};

const MEASURE: RecordForm = {
  kind: 'measure',
  label: 'A measure: something that is counted',
  about:
    'Two numbers can be compared only when they count the same. Say what is counted, and by whom.',
  fields: [
    { name: 'name', label: 'Name, in English', hint: 'Boats on the register', required: true },
    { name: 'unit', label: 'Unit', hint: 'boats', required: true },
    { name: 'kind', label: 'Kind', choices: ['stock', 'flow', 'rate', 'index'] },
    { name: 'definition', label: 'What is counted, what not, by whom', long: true, required: true },
    { name: 'place', label: 'Place', of: ['place'] },
    { name: 'cues', label: 'Words near such a number', hint: 'registered boats, boats on record' },
    { name: 'key', label: 'Key', hint: 'measure/kh/registered-boats', required: true },
    ...REVIEW,
  ],
  parts: [],
};

/** Everything that can be written with the form. */
export const FORMS: readonly RecordForm[] = [SOURCE, ENTITY, MEASURE];
