import { expect, test } from 'vitest';
import type { PublishedRecord } from '@/lib/record/record';
import { inventedRecords } from '@/test/support/invented-statements';
import { sha256 } from '@/test/support/published';
import { person, publisher, source, statement } from '@/test/support/records';
import { type BuiltPack, buildPack, jsonBytes } from './build-pack';
import { publishPack } from './build-dataset';
import { LIMITS } from './limits';
import { parseManifest } from './manifest';
import { nextEdition, type PreviousEdition, type Step } from './next-edition';
import { parseRecordLine } from './record-line';
import { cheapestPath } from './update-plan';

const facts = (edition: number) => ({
  dataset: 'harbour',
  pack: 'main',
  edition,
  built: '2026-01-01',
  title: { en: 'Harbour' },
  langs: ['en'],
  licence: 'CC0-1.0' as const,
});

const FEW: readonly PublishedRecord[] = [
  person('Ada Marsh'),
  publisher('Harbour Gazette'),
  source('report'),
  ...Array.from({ length: 60 }, (_each, at) =>
    statement(`boat ${at}`, { by: 'Ada Marsh', text: `Boat ${at} left at dawn.` }),
  ),
];
const added = (text: string): PublishedRecord => statement(text, { by: 'Ada Marsh', text });

function after(
  { manifest }: BuiltPack,
  records: readonly PublishedRecord[],
  steps: readonly Step[] = [],
): PreviousEdition {
  return { manifest, records, steps };
}

test('a bulk import that no reader could take as a delta is a new base, and nothing leads over it', () => {
  const first = buildPack(facts(1), FEW, { sha256 });
  const many = [...FEW, ...inventedRecords(12_000)];
  const second = nextEdition(facts(2), { previous: after(first, FEW), records: many }, sha256);
  const third = nextEdition(
    facts(3),
    { previous: after(second, many), records: [...many, added('The last boat left.')] },
    sha256,
  );

  expect(second.manifest).toMatchObject({ base: { edition: 2 }, deltas: [] });
  expect(third.manifest.base.edition).toBe(2);
  expect(third.manifest.deltas).toMatchObject([{ from: 2, to: 3 }]);
  expect(cheapestPath(third.manifest, 1)).toBeUndefined();
  for (const { manifest } of [second, third])
    expect(parseManifest(jsonBytes(manifest)).ok).toBe(true);
});

test('no delta is larger than readers take, and hops that would be are left out', () => {
  let previous = after(buildPack(facts(1), FEW, { sha256 }), FEW);
  let built: BuiltPack | undefined;
  for (let edition = 2; edition <= 5; edition += 1) {
    const fresh = inventedRecords(3000, edition).map((record) =>
      record.type === 'statement' ? { ...record, text: `${record.text} ${edition}` } : record,
    );
    const records = [...FEW, ...fresh];
    built = nextEdition(facts(edition), { previous, records }, sha256);
    const step = { from: edition - 1, to: edition, changes: [] };
    previous = after(built, records, [...previous.steps, step]);
  }

  const sizes = built?.manifest.deltas.map(({ object }) => object?.bytes ?? 0) ?? [];
  expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(LIMITS.delta);
});

test('a pack of which nothing changed keeps its edition, whatever the others do', () => {
  const dataset = {
    id: 'harbour',
    title: { en: 'Harbour' },
    languages: ['en'],
    licence: 'CC0-1.0' as const,
    edition: 1,
    built: '2026-01-01',
    packs: [{ pack: 'main', title: { en: 'Main' } }],
  };
  const [rule] = dataset.packs;
  if (!rule) throw new Error('there is no pack');
  const records = FEW.map((record) => ({ key: record.id, record }));
  const first = publishPack(dataset, { rule, records }, sha256);
  const read = FEW.flatMap((record) => {
    const parsed = parseRecordLine(JSON.stringify(record));
    return parsed.ok ? [parsed.value] : [];
  });
  const previous = { manifest: first.manifest, records: read, steps: [] };
  const next = { ...dataset, edition: 2 };
  const renamed = { ...rule, title: { en: 'Renamed' } };

  const same = publishPack(next, { rule, records, previous }, sha256);
  const other = publishPack(next, { rule: renamed, records, previous }, sha256);

  expect(same.entry).toEqual(first.entry);
  expect([...same.files.keys()]).toEqual([`t/${first.entry.manifest.sha256}.main.json`]);
  expect(other.entry).toMatchObject({ edition: 2, title: { en: 'Renamed' } });
});
