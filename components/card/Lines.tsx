import type { StatementLine } from '@/lib/context/context';
import { type EntryWishes, StatementEntry } from '@/components/shared/StatementEntry';
import { Section } from './Section';

type LinesProps = {
  readonly title: string;
  readonly lines: readonly StatementLine[];
  readonly wishes: EntryWishes;
  readonly weak?: boolean;
  /** All are by the one whom the card is about. */
  readonly speakerIsKnown?: boolean;
};

/** A titled list of statements; nothing where there are none. */
export function Lines({ title, lines, wishes, weak, speakerIsKnown }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <Section title={title} weak={weak ?? false} most={weak ? 2 : 5}>
      {lines.map((line) => (
        <StatementEntry
          key={line.ref}
          line={line}
          speakerIsKnown={speakerIsKnown ?? false}
          {...wishes}
        />
      ))}
    </Section>
  );
}
