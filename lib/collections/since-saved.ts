import type { Context, StatementLine } from '@/lib/context/context';
import type { Shelf } from '@/lib/context/shelf';
import type { Ref } from '@/lib/record/ref';

/** What became of the records shown with an item, since it was saved. */
export type SinceSaved = {
  /** Shown then, in no dataset now: withdrawn, or its dataset is off. */
  readonly withdrawn: readonly StatementLine[];
  readonly reworded: readonly { readonly line: StatementLine; readonly now: string }[];
  /** Statements linked since to those shown. */
  readonly added: readonly string[];
};

/** Compares what was frozen with what is on record now. */
export async function sinceSaved(frozen: Context, shelf: Shelf): Promise<SinceSaved> {
  const lines = linesOf(frozen);
  const now = new Map(
    (await shelf.statements(lines.map(({ ref }) => ref))).map((each) => [each.ref, each]),
  );
  return {
    withdrawn: lines.filter(({ ref }) => !now.has(ref)),
    reworded: lines.flatMap((line) => {
      const text = now.get(line.ref)?.text;
      return text === undefined || text === line.text ? [] : [{ line, now: text }];
    }),
    added: await addedTo(frozen, lines, shelf),
  };
}

/** Every statement that was shown, each once. */
export function linesOf(frozen: Context): StatementLine[] {
  const all = shownIn(frozen);
  return all.filter((line, at) => all.findIndex(({ ref }) => ref === line.ref) === at);
}

function shownIn(frozen: Context): StatementLine[] {
  switch (frozen.kind) {
    case 'mention':
      return [...frozen.by, ...frozen.about];
    case 'quote':
      return [
        ...(frozen.matched ? [frozen.matched] : []),
        ...frozen.groups.flatMap(({ lines }) => lines),
        ...frozen.earlier,
        ...frozen.later,
      ];
    case 'figure':
      return [...frozen.claims];
  }
}

/** Statements that are linked now to the record that the saved words are, and were not shown. */
async function addedTo(
  frozen: Context,
  lines: readonly StatementLine[],
  shelf: Shelf,
): Promise<string[]> {
  if (frozen.kind !== 'quote' || !frozen.matched) return [];
  const { ref } = frozen.matched;
  const known = new Set<Ref>(lines.map((line) => line.ref));
  const links = await shelf.linksOf(ref);
  const others = links.map(({ from, to }) => (from === ref ? to : from));
  const unknown = [...new Set(others.filter((other) => !known.has(other)))];
  return (await shelf.statements(unknown)).map(({ text }) => text);
}
