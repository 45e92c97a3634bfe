import { datasetOf, type Ref } from '@/lib/record/ref';
import type { Entity, Source } from '@/lib/record/shelved';
import type { SourceLine } from './context';
import { nameOf } from './entity-name';
import type { DatasetLabel, Shelf } from './shelf';

/** Names and sources of the records a card shows, read from the shelf in one go. */
export type Labels = {
  datasetOf(ref: Ref): DatasetLabel;
  nameOf(ref: Ref): string;
  source(ref: Ref): Source | undefined;
  sourceLine(ref: Ref): SourceLine | undefined;
};

/** Reads what lines need to name: sources with their publishers, and entities. */
export async function readLabels(
  { sources, entities }: { readonly sources: Iterable<Ref>; readonly entities: Iterable<Ref> },
  shelf: Shelf,
): Promise<Labels> {
  const found = await shelf.sources([...new Set(sources)]);
  const wanted = new Set([...entities, ...found.map(({ publisher }) => publisher)]);
  const named = await shelf.entities([...wanted]);
  const datasets = new Map((await shelf.datasets()).map((label) => [label.id, label]));
  const byRef = new Map<Ref, Source>(found.map((source) => [source.ref, source]));
  const names = new Map<Ref, string>(named.map((entity: Entity) => [entity.ref, nameOf(entity)]));
  const nameBy = (ref: Ref): string => names.get(ref) ?? '';
  return {
    datasetOf: (ref) => datasets.get(datasetOf(ref)) ?? unknownDataset(datasetOf(ref)),
    nameOf: nameBy,
    source: (ref) => byRef.get(ref),
    sourceLine: (ref) => {
      const source = byRef.get(ref);
      return source && lineOf(source, nameBy(source.publisher));
    },
  };
}

function unknownDataset(id: string): DatasetLabel {
  return { id, title: id, edition: 0 };
}

function lineOf(source: Source, publisher: string): SourceLine {
  return {
    ref: source.ref,
    title: source.title,
    url: source.url,
    publisher,
    published: source.published,
    ...(source.dateNote !== undefined && { dateNote: source.dateNote }),
    archives: source.archives,
  };
}
