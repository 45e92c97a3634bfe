import type { ComponentChildren } from 'preact';

type Props = {
  readonly on: boolean;
  readonly onSwitch: () => void;
  readonly children: ComponentChildren;
};

/** Something that is on or off, with its words. */
export function Switch({ on, onSwitch, children }: Props) {
  return (
    <label class="choice">
      <input type="checkbox" checked={on} onChange={onSwitch} />
      <span>{children}</span>
    </label>
  );
}
