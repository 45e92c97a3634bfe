import * as v from 'valibot';
import type { Told } from '@/lib/dataset/import/piece';
import type { Format } from '@/lib/dataset/import/which-format';
import type { Labels } from '@/lib/dataset/import/wikidata';
import { datasetId } from '@/lib/dataset/schema/dataset-file';
import { bad, good, type Result } from '@/lib/result';
import { readOptions } from './options';

/** What `onrecord dataset import` was told to do. */
export type Order = {
  readonly format: Format;
  readonly files: readonly string[];
  /** The id of the dataset that is made; undefined where the one in `out` is added to. */
  readonly dataset: string | undefined;
  readonly run: string;
  readonly at: string;
  /** A folder to write the YAML into; records go to standard output where it is left out. */
  readonly out: string | undefined;
  readonly told: Told;
  readonly labels: Labels;
};

const FORMATS: readonly Format[] = [
  'claimreview',
  'claimreview-csv',
  'popolo',
  'wikidata',
  'figures',
];

export const USAGE = `usage: onrecord dataset import FORMAT FILE… --run NAME --at YYYY-MM-DD (--dataset ID | --out DIR)
  FORMAT is one of ${FORMATS.join(', ')}; several files are joined in one import
  --dataset ID   records of this dataset on standard output, one a line
  --out DIR      YAML in DIR: added to the dataset there, or a new one (then with --dataset ID)
What a format does not tell:
  --publisher NAME --url ADDRESS   who published the data, and where
  --kind KIND    of figures: stock, flow, rate, index; of Wikidata items: person, organisation, office, …
                 of those who made a claim: person, organisation
  --code CODE --name NAME --unit UNIT --definition TEXT   what figures count
  --labels JSON  names of Wikidata's offices, {"Q1":"…"}
What is held back for an editor is told on standard error, with file and place.`;

const OPTIONS = [
  'dataset',
  'out',
  'run',
  'at',
  'labels',
  'publisher',
  'url',
  'kind',
  'code',
  'name',
  'unit',
  'definition',
];

type Options = Readonly<Record<string, string>>;

/** @returns a problem that says which argument is wrong, and what it should be */
export function orderOf(args: readonly string[]): Result<Order, string> {
  const unknown = args.find((arg) => arg.startsWith('--') && !OPTIONS.includes(arg.slice(2)));
  if (unknown !== undefined) return bad(`there is no option ${unknown}`);
  const given = readOptions(args, OPTIONS);
  if (!given) return bad(`${args.at(-1) ?? ''} needs a value after it`);
  const [name = 'nothing', ...files] = given.rest;
  const format = FORMATS.find((known) => known === name);
  if (!format) return bad(`${name} is no format`);
  if (files.length === 0) return bad('no file is named');
  return detailed({ format, files }, given.options);
}

function detailed(
  order: Pick<Order, 'format' | 'files'>,
  { run = '', at = '', dataset, out, labels: json, ...others }: Options,
): Result<Order, string> {
  if (dataset === undefined && out === undefined)
    return bad('--dataset ID or --out DIR is missing');
  const { url } = others;
  const wrong = RULES.find(({ of, isGood }) => !isGood({ dataset, run, at, url }[of]));
  if (wrong) return bad(`--${wrong.of} ${wrong.is}`);
  const labels = labelsOf(json);
  if (!labels) return bad('--labels needs JSON like {"Q1":"mayor of Saltmouth"}');
  return good({ ...order, dataset, run, at, out, told: toldIn(others), labels });
}

/** What the value of an option has to be; those that may be left out are undefined then. */
const RULES: readonly {
  readonly of: 'dataset' | 'run' | 'at' | 'url';
  readonly isGood: (value: string | undefined) => boolean;
  readonly is: string;
}[] = [
  {
    of: 'dataset',
    isGood: (id) => id === undefined || v.is(datasetId, id),
    is: 'is no id: small letters, digits, hyphens and dots, at most 63',
  },
  {
    of: 'run',
    isGood: (run = '') => /^[\p{L}\p{N}][\p{L}\p{N} ._:/-]{0,99}$/u.test(run),
    is: 'is missing or odd: a name of this import, like cambodia-2015',
  },
  {
    of: 'at',
    isGood: (at = '') => /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u.test(at),
    is: 'is missing or no day: the day of the import, like 2026-11-25',
  },
  {
    of: 'url',
    isGood: (url = 'https://none') => /^https?:\/\/[^\s/]/u.test(url),
    is: 'is no address: it begins with https://',
  },
];

function toldIn({ publisher, url, kind, code, name, unit, definition }: Options): Told {
  return { publisher, url, kind, code, name, unit, definition };
}

function labelsOf(json = '{}'): Labels | undefined {
  try {
    const labels = v.safeParse(v.record(v.string(), v.string()), JSON.parse(json));
    return labels.success ? labels.output : undefined;
  } catch {
    // Not JSON: the caller says what is needed.
    return undefined;
  }
}
