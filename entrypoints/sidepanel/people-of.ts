import type { TimelineRow } from '@/components/shared/Timeline';
import type { StatementLine } from '@/lib/context/context';
import { askReader } from '@/lib/messages/ask';
import type { Finding } from '@/lib/messages/protocol';

const MOST_PEOPLE = 6;

/** The people of an article whom a dataset knows, in the order of their mention, with their words. */
export async function peopleOf(
  tabId: number,
  findings: readonly Finding[],
): Promise<readonly TimelineRow[]> {
  const rows: TimelineRow[] = [];
  for (const [label, id] of [...firstMentions(findings)].slice(0, MOST_PEOPLE)) {
    const view = await askReader(tabId, 'view', { id }).catch(() => undefined);
    const said = view?.context.kind === 'mention' ? view.context.by : [];
    if (said.length > 0) rows.push({ label, lines: oldestFirst(said) });
  }
  return rows;
}

/** Where each person who is known is named first: name to the finding's id. */
function firstMentions(findings: readonly Finding[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { id, annotation, mark, weight } of findings) {
    const isKnown = mark === 'person' && annotation.kind === 'mention' && weight !== 'none';
    if (isKnown && !first.has(annotation.name)) first.set(annotation.name, id);
  }
  return first;
}

function oldestFirst(lines: readonly StatementLine[]): StatementLine[] {
  return lines.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)));
}

function dayOf({ said, source }: StatementLine): string {
  return said ?? source.published;
}
