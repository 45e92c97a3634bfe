import type { Span } from '@/lib/article/span';

/**
 * What became of saved words: `exact`: same words, same surroundings; `moved`: same words, other
 * surroundings; `changed`: the words themselves were edited; `gone`: nothing that may be taken for them.
 */
export type Anchored =
  | { readonly outcome: 'exact' | 'moved' | 'changed'; readonly span: Span }
  | { readonly outcome: 'gone' };
