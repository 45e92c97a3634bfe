import type { StatementLine } from '@/lib/context/context';
import { StatementEntry } from '@/components/shared/StatementEntry';
import { Section } from './Section';

type LinesProps = {
  readonly title: string;
  readonly lines: readonly StatementLine[];
  readonly onMute: (line: StatementLine) => void;
  readonly weak?: boolean;
};

/** A titled list of statements; nothing where there are none. */
export function Lines({ title, lines, onMute, weak }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <Section title={title} weak={weak ?? false} most={weak ? 2 : 5}>
      {lines.map((line) => (
        <StatementEntry key={line.ref} line={line} onMute={onMute} />
      ))}
    </Section>
  );
}
