import type { Entry } from './book';
import type { Complaint } from './complaint';
import type { Path } from './fault';

const PRIVATE: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['an e-mail address', /[\w.+-]+@[\w-]+\.[a-z]{2,}/iu],
  ['a telephone number', /(?:\+\d{1,3}|\(0\d{1,3}\)|\b0\d{1,2})[ \d().-]{6,}\d\b/u],
  ['a home address', /\b(?:lives? at|home address|house no\.?|apartment no\.?)\b/iu],
  ['health data', /\b(?:diagnosed with|HIV[- ]positive|patient number|medical record)\b/iu],
  ['an identity number', /\b(?:passport|identity card|ID card) (?:no\.?|number) ?[:#]? ?\w*\d/iu],
];
const AGE = /\b(?:aged? |is |was )?(\d{1,2})[- ]years?[- ]old\b|\baged (\d{1,2})\b/giu;
const OF_AGE = 18;

/** Nothing private in what editors write, and no person under 18. What was said in public stays. */
export function checkPeople(entry: Entry): readonly Complaint[] {
  const complaints: Complaint[] = [];
  for (const [path, text] of editorsWords(entry)) {
    complaints.push(...privateIn(text, path), ...minorIn(text, path));
  }
  return complaints;
}

function privateIn(text: string, path: Path): Complaint[] {
  return PRIVATE.filter(([, pattern]) => pattern.test(text)).map(([what]) => ({
    rule: 'private',
    path,
    message: `holds ${what}`,
  }));
}

function minorIn(text: string, path: Path): Complaint[] {
  const young = [...text.matchAll(AGE)].some(([, a, b]) => Number(a ?? b) < OF_AGE);
  return young ? [{ rule: 'minor', path, message: 'persons under 18 have no place here' }] : [];
}

function editorsWords(entry: Entry): [Path, string][] {
  switch (entry.type) {
    case 'entity':
      return entry.value.type === 'person' ? inLanguages('summary', entry.value.summary) : [];
    case 'statement': {
      const { capacity, saidNote, occasion, text, gist } = entry.value;
      return [...given({ capacity, saidNote, occasion, text }), ...inLanguages('gist', gist)];
    }
    case 'figure':
      return given({ note: entry.value.note, text: entry.value.text });
    case 'link':
    case 'withdrawal':
      return given({ note: entry.value.note });
    case 'source':
      return given({ dateNote: entry.value.dateNote });
    case 'measure':
    case 'verdict':
      return [];
  }
}

function inLanguages(
  field: string,
  texts: Readonly<Record<string, string>> = {},
): [Path, string][] {
  return Object.entries(texts).map(([lang, text]) => [[field, lang], text]);
}

function given(fields: Readonly<Record<string, string | undefined>>): [Path, string][] {
  return Object.entries(fields).flatMap(([name, text]): [Path, string][] =>
    text === undefined ? [] : [[[name], text]],
  );
}
