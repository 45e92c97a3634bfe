import { type ComponentChildren, toChildArray } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '@/components/shared/Button';
import { words } from '@/components/shared/words';

type Props = {
  readonly title: string;
  /** The weaker class stands clearly apart. */
  readonly weak: boolean;
  /** How many are shown before the reader asks for more. */
  readonly most: number;
  readonly children: ComponentChildren;
};

/** A part of a card with a title; long lists show their first entries and a button for the rest. */
export function Section({ title, weak, most, children }: Props) {
  const [all, setAll] = useState(false);
  const entries = toChildArray(children);
  const shown = all ? entries : entries.slice(0, most);
  return (
    <section class={weak ? 'part weak' : 'part'}>
      <h2>{title}</h2>
      {shown}
      {entries.length > shown.length && (
        <Button tone="quiet" onPress={() => setAll(true)}>
          {words('showMore', String(entries.length - shown.length))}
        </Button>
      )}
    </section>
  );
}
