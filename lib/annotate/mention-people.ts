import { ROLES } from '@/lib/language/en/titles';
import { type Draft, type Sentence, nameOf } from './mention-draft';
import { type Role, bodiesOf, roleOf } from './mention-role';

/** What the article says people are, by their full names. */
export type Roles = ReadonlyMap<string, Role>;

/** Each person's role: the first that names an office, else the first title. */
export function rolesIn(
  text: string,
  sentences: readonly Sentence[],
  drafts: readonly Draft[],
): Roles {
  const grouped = Map.groupBy(
    drafts.filter(({ of }) => of === 'organisation'),
    ({ sentence }) => sentence,
  );
  const bodies = new Map([...grouped].map(([at, some]) => [at, bodiesOf(some)]));
  const roles = new Map<string, Role>();
  for (const draft of drafts) {
    if (draft.of !== 'person') continue;
    const { words } = sentences[draft.sentence] ?? { words: [] };
    const name = nameOf(draft, words);
    const known = roles.get(name);
    if (known && isOffice(known)) continue;
    const role = roleOf(draft, { text, words, bodies: bodies.get(draft.sentence) ?? NO_BODIES });
    if (role && (!known || isOffice(role))) roles.set(name, role);
  }
  return roles;
}

const NO_BODIES = bodiesOf([]);

function isOffice({ role }: Role): boolean {
  return role.split(/\s+/u).some((word) => ROLES.has(word.toLowerCase()));
}
