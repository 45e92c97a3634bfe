import type { Observation } from '@/lib/record/shelved';
import type { Muted } from './muted';
import type { Shelf } from './shelf';

/**
 * A shelf without what the reader muted: no statement, no link that a muted dataset draws between the
 * statements of others, no verdict of a muted reviewer, no value that a muted person gave. Entities and
 * sources stay, for what others say is named by them.
 */
export function mutedShelf(shelf: Shelf, muted: Muted): Shelf {
  const shown = ({ ref, attributedTo }: Observation): boolean =>
    !muted.hides(ref) && !(attributedTo && muted.hides(attributedTo));
  return {
    ...shelf,
    statements: async (refs) => (await shelf.statements(refs)).filter(isHeard),
    statementsBy: async (speaker, most) =>
      (await shelf.statementsBy(speaker, most)).filter(isHeard),
    statementsAbout: async (subject, most) =>
      (await shelf.statementsAbout(subject, most)).filter(isHeard),
    statementsIn: async (source) => (await shelf.statementsIn(source)).filter(isHeard),
    measures: async (refs) => (await shelf.measures(refs)).filter(({ ref }) => !muted.hides(ref)),
    figures: async (refs) => (await shelf.figures(refs)).filter(shown),
    figuresOf: async (measure) => (await shelf.figuresOf(measure)).filter(shown),
    linksOf: async (record) => (await shelf.linksOf(record)).filter(({ ref }) => !muted.hides(ref)),
    verdictsOf: async (statement) =>
      (await shelf.verdictsOf(statement)).filter(
        ({ ref, reviewer }) => !muted.hides(ref) && !muted.hides(reviewer),
      ),
  };

  function isHeard(statement: Parameters<Muted['hidesStatement']>[0]): boolean {
    return !muted.hidesStatement(statement);
  }
}
