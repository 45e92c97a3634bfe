import { useState } from 'preact/hooks';
import type { EarlierLine } from '@/lib/context/context';
import { byOccasion } from '@/lib/context/occasions';
import { Button } from '@/components/shared/Button';
import { type EntryWishes, StatementEntry } from '@/components/shared/StatementEntry';
import { words } from '@/components/shared/words';

type Props = {
  readonly title: string;
  /** Oldest to newest. */
  readonly lines: readonly EarlierLine[];
  readonly wishes: EntryWishes;
};

const MOST = 5;

/**
 * What the same speaker said at other times, oldest to newest. Of many, those that the record itself
 * ties to this claim are shown first, then the newest; the rest at a press, all in their order.
 */
export function EarlierLines({ title, lines, wishes }: Props) {
  const [all, setAll] = useState(false);
  if (lines.length === 0) return null;
  const first = all ? new Set(lines) : chosen(lines);
  const hidden = lines.length - first.size;
  return (
    <section class="part">
      <h2>{title}</h2>
      {hidden > 0 && (
        <Button tone="quiet" onPress={() => setAll(true)}>
          {words('showMore', String(hidden))}
        </Button>
      )}
      {byOccasion(lines.filter((line) => first.has(line))).map((occasion) => (
        <StatementEntry speakerIsKnown key={occasion[0].ref} lines={occasion} {...wishes} />
      ))}
    </section>
  );
}

function chosen(lines: readonly EarlierLine[]): ReadonlySet<EarlierLine> {
  const tied = lines.filter(({ standing }) => standing !== undefined);
  const newest = lines.filter(({ standing }) => standing === undefined).toReversed();
  return new Set([...tied, ...newest.slice(0, Math.max(0, MOST - tied.length))]);
}
