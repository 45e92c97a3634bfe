import { expect, test } from 'vitest';
import { articleFromText } from '@/lib/article/article';
import { lookUp } from '@/lib/context/look-up';
import type { Shelf } from '@/lib/context/shelf';
import { namedEntities } from '@/lib/dataset/build-pack';
import { compileNames } from '@/lib/names/compile';
import { openNames } from '@/lib/names/open-names';
import { DATASETS, deskOver } from '@/test/support/harbour';
import { examine, pageWords } from './examine';
import { factsAround, type Finding } from './finding';
import { lookAhead, type Turns } from './look-ahead';

const ARTICLE = articleFromText(
  [
    '“No fishing licence was refused in the northern harbours last winter,” said Ada Marsh on Monday.',
    '“Our members had hundreds of applications turned down,” said Bo Reed.',
    'Ada Marsh left early, and Ada Marsh came back.',
  ].join('\n'),
  { title: 'Licences', url: 'https://gazette.example/licences', published: '2024-05-10' },
);
const ALWAYS: Turns = {
  pause: async () => await Promise.resolve(),
  isWanted: async () => await Promise.resolve(true),
};

test('has read all that the cards of an article ask', async () => {
  const findings = await found();
  const ahead = listening();
  const clicked = listening();

  await lookAhead({ article: ARTICLE, findings }, { ...deskOver(), shelf: ahead.shelf }, ALWAYS);

  for (const { annotation } of findings) {
    const page = pageWords(factsAround(ARTICLE, annotation));
    await lookUp(annotation, page, { ...deskOver(), shelf: clicked.shelf });
  }
  expect(clicked.asked.size).toBeGreaterThan(5);
  expect([...clicked.asked].filter((question) => !ahead.asked.has(question))).toEqual([]);
});

test('looks up one mention of a name, and nothing that has no context', async () => {
  const findings = await found();
  const nothing = findings.map((finding) => ({ ...finding, weight: 'none' as const }));

  expect(findings.filter(({ label }) => label === 'Ada Marsh').length).toBeGreaterThan(1);
  expect(await turnsFor(findings)).toBe(new Set(findings.map(({ label }) => label)).size);
  expect(await turnsFor(nothing)).toBe(0);
});

test('ends as soon as nobody wants it any more', async () => {
  const { shelf, asked } = listening();
  const opened = { article: ARTICLE, findings: await found() };

  await lookAhead(
    opened,
    { ...deskOver(), shelf },
    { ...ALWAYS, isWanted: async () => await Promise.resolve(false) },
  );

  expect([...asked]).toEqual([]);
});

test('asks nothing of what the reader has read', async () => {
  let asked = 0;
  const readBefore = async (): Promise<readonly never[]> => {
    asked += 1;
    return await Promise.resolve([]);
  };

  await lookAhead(
    { article: ARTICLE, findings: await found() },
    { ...deskOver(), readBefore },
    ALWAYS,
  );

  expect(asked).toBe(0);
});

async function found(): Promise<readonly Finding[]> {
  const packs = DATASETS.map(({ label, records }) => ({
    dataset: label.id,
    bytes: compileNames(namedEntities(records)),
  }));
  const findings = await examine(ARTICLE, openNames(packs), deskOver());
  return findings.filter(({ weight }) => weight !== 'none');
}

async function turnsFor(findings: readonly Finding[]): Promise<number> {
  let turns = 0;
  const pause = async (): Promise<void> => {
    turns += 1;
    await Promise.resolve();
  };
  await lookAhead({ article: ARTICLE, findings }, deskOver(), { ...ALWAYS, pause });
  return turns;
}

/** A shelf that notes every record and search it is asked for. */
function listening(): { readonly shelf: Shelf; readonly asked: ReadonlySet<string> } {
  const asked = new Set<string>();
  const shelf = new Proxy(deskOver().shelf, {
    get: (target, name) => {
      const answer: unknown = Reflect.get(target, name);
      if (typeof answer !== 'function') return answer;
      return (...given: readonly unknown[]): unknown => {
        const [first, ...rest] = given;
        for (const one of Array.isArray(first) ? first : [first]) {
          asked.add(JSON.stringify([name, one, ...rest]));
        }
        return Reflect.apply(answer, target, given);
      };
    },
  });
  return { shelf, asked };
}
