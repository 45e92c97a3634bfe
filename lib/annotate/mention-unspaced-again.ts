import { KHMER_BEHIND, KHMER_HEADS, KHMER_TITLES } from '@/lib/language/km/titles';
import type { Mention } from './annotation';

const titles = KHMER_TITLES.join('|');
const heads = KHMER_HEADS.join('|');
const ends = `${KHMER_BEHIND.join('|')}|[\\s\\u200B។,»”)]|$`;

/** More names than an article has. */
const MOST = 200;

/**
 * Later mentions in Khmer: the whole name without its title or its blank, family or given name
 * behind a title, the head of a body alone ("the ministry"), an abbreviation given in brackets.
 */
export function againInKhmer(text: string, first: readonly Mention[]): Mention[] {
  return [...peopleAgain(text, first), ...headsAlone(text, first), ...abbreviations(text, first)];
}

function peopleAgain(text: string, first: readonly Mention[]): Mention[] {
  const bearers = new Map<string, Mention>();
  const whole = new Map<string, Mention>();
  for (const person of first.filter(({ of }) => of === 'person').slice(0, MOST)) {
    const parts = person.name.split(/[ \u200B]/u);
    if (parts.length < 2 || !/^\p{Script=Khmer}/u.test(person.name)) continue;
    if (!whole.has(person.name)) {
      whole.set(person.name, person);
      whole.set(parts.join(''), person);
    }
    for (const form of parts) if (!bearers.has(form)) bearers.set(form, person);
  }
  if (whole.size === 0) return [];
  return [
    ...found(text, new RegExp(`(?<name>${anyOf(whole)})(?=${ends})`, 'gu'), whole),
    ...found(
      text,
      new RegExp(`(?:${titles})[ \\u200B]?(?<name>${anyOf(bearers)})(?=${ends})`, 'gu'),
      bearers,
    ),
  ];
}

/** The longest first, so that none hides another. */
function anyOf(forms: ReadonlyMap<string, Mention>): string {
  return [...forms.keys()].toSorted((a, b) => b.length - a.length).join('|');
}

function found(text: string, pattern: RegExp, bearers: ReadonlyMap<string, Mention>): Mention[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const name = match.groups?.['name'] ?? '';
    const bearer = bearers.get(name);
    const end = match.index + match[0].length;
    return bearer ? [{ ...bearer, span: { start: end - name.length, end } }] : [];
  });
}

/** "ក្រសួងបាន…": the body of that kind named last before. */
function headsAlone(text: string, first: readonly Mention[]): Mention[] {
  const bodies = first.filter(({ of }) => of === 'organisation');
  let next = 0;
  const last = new Map<string, Mention>();
  return [...text.matchAll(new RegExp(`(?:${heads})(?=${ends})`, 'gu'))].flatMap((match) => {
    for (; (bodies[next]?.span.start ?? Infinity) < match.index; next += 1) {
      const body = bodies[next];
      const head = KHMER_HEADS.find((each) => body?.name.startsWith(each));
      if (body && head !== undefined) last.set(head, body);
    }
    const body = last.get(match[0]);
    const span = { start: match.index, end: match.index + match[0].length };
    return body ? [{ ...body, span }] : [];
  });
}

/** "សមាគមអាដហុក (ADHOC)" and "ADHOC" later. */
function abbreviations(text: string, first: readonly Mention[]): Mention[] {
  const bearers = new Map<string, Mention>();
  for (const body of first.slice(0, MOST)) {
    const short = /^ ?\((?<short>[A-Z]{2,10})\)/u.exec(
      text.slice(body.span.end, body.span.end + 14),
    );
    const form = short?.groups?.['short'];
    if (body.of === 'organisation' && form !== undefined) bearers.set(form, body);
  }
  if (bearers.size === 0) return [];
  return found(
    text,
    new RegExp(`(?<![A-Za-z])(?<name>${anyOf(bearers)})(?![A-Za-z])`, 'gu'),
    bearers,
  );
}
