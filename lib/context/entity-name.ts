import type { Entity } from '@/lib/record/shelved';

/** The name by which an entity is known: its first main name. */
export function nameOf(entity: Entity): string {
  const main = entity.names.find(({ kind }) => kind === 'main') ?? entity.names[0];
  return main?.text ?? '';
}
