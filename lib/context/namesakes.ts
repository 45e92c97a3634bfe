import type { Mention } from '@/lib/annotate/annotation';
import type { Ref } from '@/lib/record/ref';
import type { Entity } from '@/lib/record/shelved';
import { isCommon, termsOf } from '@/lib/retrieval/terms';
import type { PageWords } from './desk';
import type { Shelf } from './shelf';

type Place = { readonly mention: Mention; readonly page: PageWords; readonly shelf: Shelf };

/**
 * Tells namesakes apart by what the page says of the one it names: office and organisation, and the
 * organisations and countries of those named beside. One entity is left only where the page's words
 * for office or organisation fit it and none of the others; else all are a choice, the likelier first.
 */
export async function tellApart(entities: readonly Entity[], place: Place): Promise<Entity[]> {
  if (entities.length < 2) return [...entities];
  const beside = await besideOn(place);
  const weighed = await Promise.all(
    entities.map(async (entity) => ({
      entity,
      office: await officeFit(entity, place),
      company: companyFit(entity, beside),
    })),
  );
  const fitting = weighed.filter(({ office }) => office > 0);
  const [only] = fitting;
  if (only && fitting.length === 1) return [only.entity];
  return weighed
    .toSorted(
      (a, b) =>
        b.office - a.office || b.company - a.company || (a.entity.ref < b.entity.ref ? -1 : 1),
    )
    .map(({ entity }) => entity);
}

/** How many words of the page's office and organisation stand in the entity's own. */
async function officeFit(entity: Entity, { mention, shelf }: Place): Promise<number> {
  const said = stemsOf([mention.role ?? '', mention.organisation ?? '']);
  const tenures = entity.tenures ?? [];
  const organisations = await shelf.entities(tenures.flatMap(({ org }) => (org ? [org] : [])));
  const own = stemsOf([
    ...tenures.flatMap(({ role }) => Object.values(role)),
    ...organisations.flatMap(({ names }) => names.map(({ text }) => text)),
    ...Object.values(entity.summary ?? {}),
  ]);
  return [...said].filter((stem) => own.has(stem)).length;
}

type Beside = { readonly refs: ReadonlySet<Ref>; readonly countries: ReadonlySet<string> };

/** Who else is named on the page beyond doubt. */
async function besideOn({ mention, page, shelf }: Place): Promise<Beside> {
  const named = (page.mentions ?? []).filter(
    ({ entities, name }) => entities.length === 1 && name !== mention.name,
  );
  const refs = new Set<Ref>(named.flatMap(({ entities }) => entities));
  const entities = await shelf.entities([...refs]);
  return { refs, countries: new Set(entities.flatMap(({ country }) => country ?? [])) };
}

function companyFit({ tenures = [], country }: Entity, { refs, countries }: Beside): number {
  const shared = tenures.filter(({ org }) => org && refs.has(org)).length;
  return 2 * shared + (country !== undefined && countries.has(country) ? 1 : 0);
}

function stemsOf(texts: readonly string[]): Set<string> {
  const stems = texts.flatMap((text) => termsOf(text).map(({ stem }) => stem));
  return new Set(stems.filter((stem) => !isCommon(stem)));
}
