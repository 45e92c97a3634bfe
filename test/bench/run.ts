import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import type { BenchRow } from './row';

/**
 * Accuracy on the public benchmarks and the seed articles beside the published peers, and the sizes
 * of the built scripts, in one table: `npm run bench [-- NAME …]`, NAME being a bench below.
 */
const shared = new URL('../../../shared/', import.meta.url);

type Bench = () => Promise<readonly BenchRow[]>;

const BENCHES: Readonly<Record<string, Bench>> = {
  'article-detection': async () =>
    await (await import('./article-detection')).benchArticleDetection(shared),
  aeb: async () => await (await import('./article-body')).benchArticleBody(shared),
  seed: async () => {
    const { openBundledNames } = await import('./bundled');
    return await (
      await import('./seed-articles')
    ).benchSeedArticles(shared, await openBundledNames());
  },
  quotes: async () => await (await import('./quotes')).benchQuotes(shared),
  entities: async () => await (await import('./entities')).benchEntities(shared),
  'names-speed': async () => await (await import('./names-speed')).benchNamesSpeed(),
  'annotate-speed': async () => await (await import('./annotate-speed')).benchAnnotateSpeed(shared),
  quantities: async () => await (await import('./quantities')).benchQuantities(shared),
  'claim-retrieval': async () =>
    await (await import('./claim-retrieval')).benchClaimRetrieval(shared),
  perspectrum: async () => await (await import('./perspectrum')).benchPerspectrum(shared),
  'retrieval-speed': async () => await (await import('./retrieval-speed')).benchRetrievalSpeed(),
  pairs: async () => await (await import('./pairs')).benchPairs(shared),
  anchoring: async () => await (await import('./anchoring')).benchAnchoring(shared),
  library: async () => await (await import('./library')).benchLibrary(),
  dataset: async () => await (await import('./dataset')).benchDataset(),
  'dataset-in-browsers': async () =>
    await (await import('./dataset-in-browsers')).benchDatasetInBrowsers(),
  'four-packs': async () => await (await import('./four-packs')).benchFourPacks(),
  'publish-scale': async () => await (await import('./publish-scale')).benchPublishScale(),
  hosting: async () => await (await import('./hosting')).benchHosting(),
  'page-speed': async () => await (await import('./page-speed')).benchPageSpeed(shared),
  'card-data': async () => await (await import('./card-data')).benchCardData(),
  'card-speed': async () => await (await import('./card-speed')).benchCardSpeed(),
  'page-life': async () => await (await import('./page-life')).benchPageLife(),
  sizes: async () => await Promise.resolve(sizes()),
};

const SIZES: readonly (readonly [file: string, goal: number])[] = [
  ['gate.js', 3072],
  ['reader.js', 16_384],
  ['card.html', 40_960],
];

const wanted = process.argv.slice(2);
const rows: BenchRow[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  if (name !== 'sizes' && !existsSync(shared)) {
    say(`${name}: left out, its data (../shared) is not here.`);
    continue;
  }
  const began = performance.now();
  try {
    rows.push(...(await bench()));
    say(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  } catch (error) {
    say(
      `${name}: failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    process.exitCode = 1;
  }
}
say(table(rows));

function table(of: readonly BenchRow[]): string {
  const lines = [
    ['bench', 'measure', 'ours', 'goal', 'peers'],
    ...of.map(({ bench, measure, ours, goal, peers }) => [
      bench,
      measure,
      String(Math.round(ours * 1000) / 1000),
      goal,
      peers,
    ]),
  ];
  const widths = [0, 1, 2, 3].map((at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function sizes(): BenchRow[] {
  return ['chrome-mv3', 'firefox-mv3'].flatMap((build) => {
    const folder = new URL(`../../.output/${build}/`, import.meta.url);
    if (!existsSync(folder)) return [];
    return SIZES.map(([file, goal]) => ({
      bench: 'size',
      measure: `${build}/${file} bytes gzip`,
      ours: zipped(folder, file),
      goal: `≤ ${goal}`,
      peers: '',
    }));
  });
}

/** A script, or a page with every script and style sheet that it loads at first. */
function zipped(folder: URL, file: string): number {
  const text = readFileSync(new URL(file, folder));
  const loads = file.endsWith('.html')
    ? text.toString().matchAll(/(?:src|href)="\/([^"]+)"/gu)
    : [];
  const parts = [...loads].map(([, part = '']) => part);
  const own = gzipSync(text, { level: 9 }).length;
  return parts.reduce((sum, part) => sum + zipped(folder, part), own);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
