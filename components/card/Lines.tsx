import type { StatementLine } from '@/lib/context/context';
import { byOccasion } from '@/lib/context/occasions';
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
      {byOccasion(lines).map((occasion) => (
        <StatementEntry
          key={occasion[0].ref}
          lines={occasion}
          speakerIsKnown={speakerIsKnown ?? false}
          {...wishes}
        />
      ))}
    </Section>
  );
}
