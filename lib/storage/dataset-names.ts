import { namedEntities } from '@/lib/dataset/build-pack';
import { readTable } from '@/lib/dataset/edition';
import { compileNames } from '@/lib/names/compile';
import { type NameHit, type Names, noNames } from '@/lib/names/names';
import { openNames } from '@/lib/names/open-names';
import { readerMemory } from './base-reader';
import { type DatasetDatabase, markDamaged, type PackRow } from './dataset-database';
import { PackReader } from './pack-reader';
import { objectsOf } from './store-objects';

/**
 * The names of every pack that is on and not damaged, at this moment; open them again after a
 * switch. Names that changed since a pack's base are compiled here and stand for the older ones.
 */
export async function openDatasetNames(database: DatasetDatabase): Promise<Names> {
  const all = await database.packs.toArray();
  const rows = all.filter(({ on, damaged = false }) => on && !damaged);
  const packs: PackNames[] = [];
  for (const row of rows) packs.push(...(await namesOf(database, row)));
  if (packs.length === 0) return noNames;
  const recalls = await database.recalls.toArray();
  const hidden = new Set(recalls.map(({ dataset, id }) => `${dataset}:${id}`));
  for (const { replaced } of packs) for (const ref of replaced) hidden.add(ref);
  const stored = openNames(packs.filter(({ isNewer }) => !isNewer));
  const newer = packs.filter(({ isNewer }) => isNewer);
  const without = { scan: (text: string) => withoutHidden(stored.scan(text), hidden) };
  return newer.length === 0 ? without : merged(without, openNames(newer));
}

type PackNames = {
  readonly dataset: string;
  readonly bytes: Uint8Array;
  readonly isNewer: boolean;
  /** References whose stored names no longer count. */
  readonly replaced: readonly string[];
};

async function namesOf(database: DatasetDatabase, row: PackRow): Promise<PackNames[]> {
  const { dataset } = row;
  const table = await readTable(row.base.names, objectsOf(database));
  if (!table.ok) await markDamaged(database, row);
  const stored = table.ok ? table.value : new Uint8Array();
  const reader = await PackReader.open(database, row, readerMemory());
  const changed = (await reader?.changedRecords()) ?? [];
  const replaced = (reader?.changedIds() ?? []).map((id) => `${dataset}:${id}`);
  const entities = namedEntities(changed);
  const packs: PackNames[] = [{ dataset, bytes: stored, isNewer: false, replaced }];
  if (entities.length > 0) {
    packs.push({ dataset, bytes: compileNames(entities), isNewer: true, replaced: [] });
  }
  return packs;
}

function withoutHidden(hits: readonly NameHit[], hidden: ReadonlySet<string>): readonly NameHit[] {
  if (hidden.size === 0) return hits;
  return hits.flatMap(({ span, entities }) => {
    const shown = entities.filter(({ ref }) => !hidden.has(ref));
    return shown.length > 0 ? [{ span, entities: shown }] : [];
  });
}

/** Both indexes' hits; of two that overlap the longer stands, namesakes share one. */
function merged(stored: Names, newer: Names): Names {
  return {
    scan: (text) => {
      const kept: NameHit[] = [];
      const hits = [...stored.scan(text), ...newer.scan(text)].toSorted(
        (a, b) => lengthOf(b) - lengthOf(a) || a.span.start - b.span.start,
      );
      for (const hit of hits) {
        const same = kept.findIndex(
          ({ span }) => span.start === hit.span.start && span.end === hit.span.end,
        );
        const twin = kept[same];
        if (twin) kept[same] = { span: hit.span, entities: [...twin.entities, ...hit.entities] };
        else if (!kept.some(({ span }) => span.start < hit.span.end && hit.span.start < span.end))
          kept.push(hit);
      }
      return kept.toSorted((a, b) => a.span.start - b.span.start);
    },
  };
}

function lengthOf({ span }: NameHit): number {
  return span.end - span.start;
}
