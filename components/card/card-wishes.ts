import type { Item } from '@/lib/collections/item';
import type { SaveRequest } from '@/lib/reading/card-view';
import type { Mute } from '@/lib/settings';

/** What the reader may do from a card; the frame's entry point carries it out. */
export type CardWishes = {
  readonly onClose: () => void;
  readonly onStep: (direction: 'next' | 'previous') => void;
  readonly onPin: (pinned: boolean) => void;
  readonly onPanel: () => void;
  readonly onSave: (request: SaveRequest) => Promise<{ readonly item: Item }>;
  readonly onMute: (mute: Mute) => void;
  readonly onCopy: (text: string) => Promise<void>;
};
