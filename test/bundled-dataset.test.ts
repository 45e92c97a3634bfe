import { describe, expect, it } from 'vitest';
import { type Entry, fullKey } from '@/lib/dataset/book';
import { type GoldPair, goldArticles, goldPairs, haveSeedArticles } from '@/test/support/seed-gold';
import { entriesOf, readAuthored } from '@/test/support/authored';

const { book, faults } = readAuthored('cambodia-civil-society');
const statements = entriesOf(book, 'statement');
const figures = entriesOf(book, 'figure');
const links = entriesOf(book, 'link');

/** The documents of the five articles, in the order of their files; the third reprints the second. */
const DOCUMENTS = [
  'source/phnompenhpost/2020-csos-exaggerating-facts',
  'source/phnompenhpost/2019-eu-no-evidence',
  'source/phnompenhpost/2019-eu-no-evidence',
  'source/phnompenhpost/2019-second-meeting',
  'source/phnompenhpost/2017-cchr-must-close',
];
/** A headline is the newspaper's own summing-up; the statements that the reprint's headline sums up. */
const SUMMED_UP: Readonly<Record<string, readonly string[]>> = {
  'q2-t': [`${DOCUMENTS[1]}#no-cases`, `${DOCUMENTS[1]}#no-evidence`],
  'q2-t2': [`${DOCUMENTS[1]}#problems-in-the-past`],
};

describe('the bundled dataset on civil society in Cambodia', () => {
  it('passes every check of its own tool: form, references, dates, links, reviews', () => {
    expect(faults).toEqual([]);
  });

  it('holds no drafts', () => {
    const drafts = book.entries.filter(({ review }) => review.status === 'draft');
    expect(drafts.map(({ key }) => key)).toEqual([]);
  });

  it('quotes only what it has seen: outside the four documents every statement is a paraphrase', () => {
    const elsewhere = statements.filter(({ source }) => !DOCUMENTS.includes(source));
    expect(elsewhere.length).toBeGreaterThan(400);
    expect(new Set(elsewhere.map(({ value }) => value.kind))).toEqual(new Set(['paraphrase']));
    const inside = statements.filter(({ source }) => DOCUMENTS.includes(source));
    expect(inside.filter(({ value }) => value.kind === 'paraphrase')).toEqual([]);
  });

  it('lets both sides speak, and each answer the other', () => {
    const spoken = statements.map(({ value }) => sideOf(value.speaker));
    const disputes = links
      .filter(({ value }) => value.rel === 'disputes' || value.rel === 'denies')
      .map(({ from }) => sideOfStatement(from));
    expect(spoken.filter((side) => side === 'state').length).toBeGreaterThan(150);
    expect(spoken.filter((side) => side === 'society').length).toBeGreaterThan(120);
    expect(disputes.filter((side) => side === 'state').length).toBeGreaterThan(30);
    expect(disputes.filter((side) => side === 'society').length).toBeGreaterThan(60);
  });

  it('does not count the reprint as a document of its own', () => {
    const documents = entriesOf(book, 'source').filter(({ value }) =>
      value.otherUrls?.some((url) => url.includes('business-humanrights.org')),
    );
    expect(documents.map(({ key }) => key)).toEqual([DOCUMENTS[1]]);
  });

  it('keeps figures of different definitions apart, and says why', () => {
    const apart = figures.filter(({ key }) => /#(?:ngos|associations)-since-lango$/u.test(key));
    expect(apart.map(({ value }) => value.value).toSorted()).toEqual(['471', '495']);
    for (const { key } of apart)
      expect(linkedTo(key)).toContain(`${DOCUMENTS[3]}#ngos-on-the-register`);
  });
});

describe('the bundled dataset of world offices', () => {
  const offices = readAuthored('world-offices');
  const entities = entriesOf(offices.book, 'entity');

  it('passes every check of its own tool', () => {
    expect(offices.faults).toEqual([]);
  });

  it('gives a source and a beginning for every office, and no end that it does not know', () => {
    const tenures = entities.flatMap(({ value }) => value.tenures ?? []);
    expect(tenures.length).toBeGreaterThan(120);
    for (const { from, to, seenIn } of tenures) {
      expect(from).toMatch(/^\d{4}/u);
      expect(to).toMatch(/^\d{4}(?:-\d{2}){0,2}(?:\/\.\.)?$/u);
      expect(seenIn).toHaveLength(1);
    }
  });

  it('names nobody and no body that the dataset on Cambodia names already', () => {
    const labels = new Set(entriesOf(book, 'entity').map(({ value }) => value.names[0]?.text));
    const twice = entities.filter(({ value }) => labels.has(value.names[0]?.text));
    expect(twice.map(({ key }) => key)).toEqual([]);
  });
});

describe.skipIf(!haveSeedArticles)('the five articles (skipped without ../shared)', () => {
  const articles = haveSeedArticles ? goldArticles() : [];

  it('gives words as they stand in the article', () => {
    for (const [at, { text }] of articles.entries()) {
      if (at === 2) continue;
      const wrong = statements
        .filter(({ source }) => source === DOCUMENTS[at])
        .filter(({ value }) => !text.includes(value.text));
      expect(wrong.map(({ key }) => key)).toEqual([]);
    }
  });

  it('has every attributed statement of the gold', () => {
    const without = articles
      .flatMap(({ quotes }) => quotes)
      .filter(({ id, inTitle }) => !inTitle && statementsFor(id).length === 0);
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it.each((haveSeedArticles ? goldPairs() : []).map((pair) => [nameOf(pair), pair] as const))(
    'links %s',
    (_, pair) => {
      expect(relationsOf(pair)).toSatisfy((found: string[]) =>
        found.some((rel) => allowedFor(pair).includes(rel)),
      );
    },
  );

  function statementsFor(id: string): readonly string[] {
    const summed = SUMMED_UP[id];
    if (summed) return summed;
    const at = articles.findIndex(({ quotes }) => quotes.some((quote) => quote.id === id));
    const words = plain(articles[at]?.quotes.find((quote) => quote.id === id)?.words ?? '');
    return statements
      .filter(({ source }) => source === DOCUMENTS[at])
      .filter(({ value }) => within(plain(value.text), words))
      .map(({ key }) => key);
  }

  function figuresFor(id: string): readonly string[] {
    const words = statementsFor(id);
    return statements
      .filter(({ key }) => words.includes(key))
      .flatMap((entry) => (entry.value.figures ?? []).map((figure) => fullKey(figure, entry)));
  }

  function relationsOf(pair: GoldPair): string[] {
    const other = otherOf(pair);
    const find = pair.relation === 'statistic-conflict' ? figuresFor : statementsFor;
    const [these, those] = [find(pair.statement), find(other)];
    const same = these.some((key) => those.includes(key)) ? ['same'] : [];
    const drawn = links.filter((link) => joins(link, these, those));
    return [...same, ...drawn.map(({ value }) => value.rel)];
  }
});

function otherOf({ counter, earlier, other }: GoldPair): string {
  return counter ?? earlier ?? other ?? '';
}

function nameOf(pair: GoldPair): string {
  return `${pair.statement} and ${otherOf(pair)} (${pair.relation})`;
}

/** What a pair may be in the record; the weaker ones need not be a dispute. */
function allowedFor({ relation, strength, consistency }: GoldPair): readonly string[] {
  switch (relation) {
    case 'counter':
      return strength === 'strong'
        ? ['disputes', 'denies']
        : ['disputes', 'denies', 'respondsTo', 'context'];
    case 'earlier-same-speaker':
      return {
        consistent: ['repeats'],
        tension: ['contradictsOwnEarlier'],
        shift: ['revises'],
      }[consistency ?? 'consistent'];
    case 'statistic-conflict':
      return ['notComparable'];
    case 'same-statement':
      return ['same'];
  }
}

function joins(
  link: Entry & { type: 'link' },
  these: readonly string[],
  those: readonly string[],
): boolean {
  const to = fullKey(link.value.to, link);
  return (
    (these.includes(link.from) && those.includes(to)) ||
    (those.includes(link.from) && these.includes(to))
  );
}

function linkedTo(key: string): string[] {
  return links.filter(({ from }) => from === key).map((link) => fullKey(link.value.to, link));
}

/** Words without quotation marks and double spaces, which a quote over paragraphs repeats. */
function plain(text: string): string {
  return text.replace(/[“”"]/gu, '').replace(/\s+/gu, ' ').trim();
}

function within(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}

const STATE =
  /^org\/kh\/(?:ministry-of|royal-government|council-of-ministers|cpp|national-|parliament|supreme-court|constitutional|phnom-penh|geneva-mission|pqru|gdt|trc|acu|ncdd|human-rights-committee|border-committee|kampong-chhnang)/u;
const SOCIETY =
  /^(?:group\/kh\/civil-society|org\/kh\/(?:adhoc|licadho|cchr|central|cita|act|ccc|comfrel|nicfec|situation-room|ccfc|stt|chrac|hrtf|ccim|imnsj|equitable|klahaan|silaka|mother-nature|lrsu|ccu|catu|cumw|ftuwkc|ntuc|ti-cambodia|irpo|cape|cid)|org\/intl\/)/u;

/** On whose side of this beat a speaker stands, by the body they speak for. */
function sideOf(speaker: string): 'state' | 'society' | 'other' {
  const entity = book.byKey.get(speaker);
  const bodies =
    entity?.type === 'entity' ? (entity.value.tenures ?? []).map(({ org }) => org) : [];
  const first = [...bodies, speaker].find((key) => key !== undefined);
  if (first && STATE.test(first)) return 'state';
  return first && SOCIETY.test(first) ? 'society' : 'other';
}

function sideOfStatement(key: string): 'state' | 'society' | 'other' {
  const entry = book.byKey.get(key);
  return entry?.type === 'statement' ? sideOf(entry.value.speaker) : 'other';
}
