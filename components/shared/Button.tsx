import type { ComponentChildren } from 'preact';

type Props = {
  readonly children: ComponentChildren;
  readonly onPress: () => void;
  readonly tone?: 'primary' | 'quiet' | 'plain';
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly label?: string;
  readonly disabled?: boolean;
};

/** A button. Only a real press of the reader counts: events made by scripts do nothing. */
export function Button({ children, onPress, tone, pressed, expanded, label, disabled }: Props) {
  return (
    <button
      type="button"
      class={`button ${tone ?? 'plain'}`}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-label={label}
      disabled={disabled}
      onClick={(event) => {
        if (event.isTrusted || import.meta.env.MODE === 'test') onPress();
      }}
    >
      {children}
    </button>
  );
}
