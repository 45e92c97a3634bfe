import { expect, test } from 'vitest';

const CORE = [
  'lib/result',
  'lib/recent',
  'lib/settings',
  'lib/article',
  'lib/language',
  'lib/record',
  'lib/names',
  'lib/annotate',
  'lib/retrieval',
  'lib/context',
  'lib/dataset',
  'lib/collections',
  'lib/reading',
];
const PURE_COMPONENTS = ['core', 'components/shared', 'preact'];
const OWN_PAGE = ['core', 'lib/storage', 'lib/messages', 'components', 'preact', 'wxt'];

/** The map: which folder may import what. Anything else fails here. */
const MAP: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  'lib/article': ['lib/result', 'lib/language'],
  'lib/language': ['lib/result'],
  'lib/record': ['lib/result', 'lib/article', 'valibot'],
  'lib/names': ['lib/result', 'lib/article', 'lib/language', 'lib/record'],
  'lib/annotate': ['lib/result', 'lib/article', 'lib/language', 'lib/record', 'lib/names'],
  'lib/retrieval': ['lib/result', 'lib/article', 'lib/language', 'lib/record'],
  'lib/context': [
    'lib/result',
    'lib/recent',
    'lib/settings',
    'lib/article',
    'lib/language',
    'lib/record',
    'lib/annotate',
    'lib/retrieval',
  ],
  'lib/dataset': ['lib/result', 'lib/record', 'lib/names', 'lib/retrieval', 'valibot', 'fflate'],
  'lib/collections': [
    'lib/result',
    'lib/article',
    'lib/language',
    'lib/record',
    'lib/annotate',
    'lib/context',
    'valibot',
  ],
  'lib/reading': [
    'lib/result',
    'lib/settings',
    'lib/article',
    'lib/names',
    'lib/annotate',
    'lib/context',
    'lib/collections',
  ],
  'lib/page': ['core', '@mozilla/readability'],
  'lib/messages': ['core', 'wxt/browser'],
  'lib/storage': ['core', 'dexie', 'valibot', 'fflate', 'wxt/browser'],
  'lib/sync': ['core', 'fflate', '@tufjs/canonical-json'],
  'lib/cli': [
    'core',
    'lib/page',
    'node:',
    'ajv',
    'yaml',
    'papaparse',
    '@tufjs/canonical-json',
    'edtf',
    'linkedom',
    'jsdom',
    'parse5',
    '@valibot/to-json-schema',
    'valibot',
  ],
  'components/shared': ['preact', 'core'],
  'components/card': PURE_COMPONENTS,
  'components/panel': [...PURE_COMPONENTS, 'components/card'],
  'components/popup': PURE_COMPONENTS,
  'components/library': PURE_COMPONENTS,
  'components/sources': PURE_COMPONENTS,
  'components/options': PURE_COMPONENTS,
  'components/welcome': PURE_COMPONENTS,
  'components/own-record': PURE_COMPONENTS,
  'entrypoints/background': ['core', 'lib/messages', 'lib/storage', 'lib/sync', 'wxt'],
  'entrypoints/gate.ts': ['lib/page', 'lib/messages', 'wxt'],
  'entrypoints/card-frame.ts': ['lib/page', 'wxt'],
  'entrypoints/second-opinion.ts': ['lib/page', 'lib/messages', 'wxt'],
  'entrypoints/selection.ts': ['lib/page', 'wxt'],
  'entrypoints/find-again.ts': ['lib/page', 'lib/messages', 'wxt'],
  'entrypoints/reader.ts': ['core', 'lib/page', 'lib/messages', 'wxt'],
  'entrypoints/card': ['core', 'lib/messages', 'components', 'preact', 'wxt'],
  'entrypoints/example': ['core', 'lib/page', 'lib/messages'],
  'entrypoints/library': [...OWN_PAGE, 'lib/sync', 'fflate'],
  'entrypoints/unseen': ['core', 'lib/storage', 'lib/messages'],
  'entrypoints/sidepanel': OWN_PAGE,
  'entrypoints/popup': OWN_PAGE,
  'entrypoints/sources': [...OWN_PAGE, 'lib/sync'],
  'entrypoints/options': OWN_PAGE,
  'entrypoints/welcome': OWN_PAGE,
  'entrypoints/own-record': OWN_PAGE,
};

const sources = Object.entries(
  import.meta.glob<string>(['/{lib,components,entrypoints}/**/*.{ts,tsx}', '!**/*.test.*'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);

test.for(sources)('%s imports only what the map allows', ([path, source]) => {
  const allowed = MAP[folderOf(path)]?.flatMap((entry) => (entry === 'core' ? CORE : entry)) ?? [];

  const strays = importsIn(source).filter(
    (target) =>
      !isWithin(target, folderOf(path)) && !allowed.some((entry) => isWithin(target, entry)),
  );

  expect(strays).toEqual([]);
});

test.for(sources.filter(([path]) => CORE.some((folder) => isWithin(path.slice(1), folder))))(
  '%s asks for time and chance instead of taking them',
  ([, source]) => {
    expect(source).not.toMatch(/Date\.now|new Date\(\)|Math\.random/u);
  },
);

function folderOf(path: string): string {
  const [, top = '', second = ''] = path.split('/');
  return top === 'lib' && second.endsWith('.ts') ? top : `${top}/${second}`;
}

function importsIn(source: string): string[] {
  const statements =
    /(?:^(?:import|export)\b[^;']*?\bfrom '|^import '|\bimport\(')(?!\.)(?:@\/)?([^']+)'/gmu;
  return [...source.matchAll(statements)].map(([, target = '']) => target);
}

function isWithin(target: string, entry: string): boolean {
  return (
    target === entry ||
    target.startsWith(`${entry}/`) ||
    target.startsWith(`${entry}.`) ||
    (entry.endsWith(':') && target.startsWith(entry))
  );
}
