import type { CardWishes } from '@/components/card/card-wishes';

/** What the reader may do from the panel; its entry point carries it out. */
export type PanelWishes = Pick<CardWishes, 'onSave' | 'onMute' | 'onCopy'> & {
  /** Opens a finding in the list and brings its words into view, or closes it again. */
  readonly onShow: (id: string) => void;
  readonly onStep: (direction: 'next' | 'previous') => void;
};
