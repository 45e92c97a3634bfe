import type { SpeechTables } from '@/lib/language/speech';
import type { VerbGroup } from './verb-groups';

/** Verbs that lead over to an infinitive, made one group with it: "went on to say". */
export function chained(groups: readonly VerbGroup[], tables: SpeechTables): VerbGroup[] {
  const found: VerbGroup[] = [];
  for (const group of groups) {
    const before = found.at(-1);
    const leads = before && tables.chained.has(before.lemma) && group.start - before.end < 2;
    const isCue = group.form === 'infinitive' && tables.cues.has(group.lemma);
    if (!before || !leads || !isCue) found.push({ ...group, order: found.length });
    else {
      found[found.length - 1] = {
        ...group,
        start: before.start,
        form: before.form,
        order: before.order,
      };
    }
  }
  return found;
}
