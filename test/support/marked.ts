import type { Span } from '@/lib/article/span';

/**
 * Reads a text in which the expected spans stand between « and ».
 * @returns the text without the marks, and the spans in order.
 */
export function marked(source: string): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  const open: number[] = [];
  let text = '';
  for (const character of source) {
    if (character === '«') open.push(text.length);
    else if (character === '»') spans.push({ start: open.pop() ?? 0, end: text.length });
    else text += character;
  }
  return { text, spans: spans.toSorted((a, b) => a.start - b.start) };
}
