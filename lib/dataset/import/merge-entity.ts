import type { EntityFile } from '@/lib/dataset/schema/entity-file';

/** What a foreign file says of a person, body, office or place. */
export type FoundEntity = Omit<EntityFile, 'review' | 'withdrawn'>;

const MOST = 60;

/** Whether two finds under one key are one thing: by an id of both, or a name of both. */
export function isSameThing(a: FoundEntity, b: FoundEntity): boolean {
  const [one, other] = [a.ids?.wikidata, b.ids?.wikidata];
  if (one !== undefined && other !== undefined) return one === other;
  const names = new Set(a.names.map(({ text }) => text));
  return b.names.some(({ text }) => names.has(text));
}

/** Both finds together: every name and tenure once, what the first says before what the second says. */
export function merged<Known extends FoundEntity>(known: Known, found: FoundEntity): Known {
  const names = [...known.names, ...newNames(known, found)].slice(0, MOST);
  const tenures = [...(known.tenures ?? []), ...newTenures(known, found)].slice(0, MOST);
  const ids = { ...found.ids, ...known.ids };
  return {
    ...known,
    names,
    tenures: tenures.length > 0 ? tenures : undefined,
    ids: Object.keys(ids).length > 0 ? ids : undefined,
  };
}

/** What the second find would add to the first, in words; undefined where it adds nothing. */
export function lackingIn(known: FoundEntity, found: FoundEntity): string | undefined {
  const names = newNames(known, found).map(({ text, lang }) => `"${text}" (${lang})`);
  const tenures = newTenures(known, found).map(
    ({ role, from, to }) => `${Object.values(role)[0] ?? ''} ${from ?? '?'} to ${to ?? '?'}`,
  );
  const all = [...names, ...tenures];
  if (all.length === 0) return undefined;
  const rest = all.length > 5 ? ` and ${all.length - 5} more` : '';
  return `${all.slice(0, 5).join(', ')}${rest}`;
}

/** A name of another main spelling becomes an alias beside the main name of its language. */
function newNames(known: FoundEntity, found: FoundEntity): FoundEntity['names'] {
  const seen = new Set(known.names.map(({ text, lang }) => `${lang} ${text}`));
  const withMain = new Set(
    known.names.filter(({ kind }) => kind === 'main').map(({ lang }) => lang),
  );
  return found.names
    .filter(({ text, lang }) => !seen.has(`${lang} ${text}`))
    .map((name) =>
      name.kind === 'main' && withMain.has(name.lang)
        ? { ...name, kind: 'alias' as const, match: 'with-context' as const }
        : name,
    );
}

function newTenures(known: FoundEntity, found: FoundEntity): NonNullable<FoundEntity['tenures']> {
  const seen = new Set((known.tenures ?? []).map((tenure) => JSON.stringify(tenure)));
  return (found.tenures ?? []).filter((tenure) => !seen.has(JSON.stringify(tenure)));
}
