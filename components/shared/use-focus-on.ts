import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Gives an element the focus each time that `value` changes, but not at first: what had it has been
 * taken away, and keys and screen readers must not begin at the top of the page again.
 */
export function useFocusOn<Kind extends HTMLElement>(value: unknown): RefObject<Kind | null> {
  const elementRef = useRef<Kind>(null);
  const beforeRef = useRef(value);
  useEffect(() => {
    if (beforeRef.current === value) return;
    beforeRef.current = value;
    elementRef.current?.focus();
  }, [value]);
  return elementRef;
}
