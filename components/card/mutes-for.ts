import type { CardView } from '@/lib/reading/card-view';
import type { Mute } from '@/lib/settings';
import { words } from '@/components/shared/words';

/** What a reader may silence from a card: these words, this person, this dataset, this site, today. */
export function mutesFor(view: CardView): Mute[] {
  return [
    ...claimMute(view),
    ...entityMutes(view),
    ...siteMute(view),
    { what: 'all', id: '*', label: words('today'), until: new Date().setHours(24, 0, 0, 0) },
  ];
}

function claimMute({ finding }: CardView): Mute[] {
  if (finding.mark !== 'claim' && finding.mark !== 'figure') return [];
  return [{ what: 'claim', id: finding.label, label: short(finding.label) }];
}

function entityMutes({ context }: CardView): Mute[] {
  const speaker = context.kind === 'quote' ? context.speaker : undefined;
  const entity = context.kind === 'mention' ? context.candidates[0] : speaker;
  if (!entity) return [];
  const { ref, name, dataset } = entity;
  return [
    { what: 'person', id: ref, label: name },
    { what: 'dataset', id: dataset.id, label: dataset.title },
  ];
}

function siteMute({ article: { url } }: CardView): Mute[] {
  if (url === undefined || !URL.canParse(url)) return [];
  const host = new URL(url).hostname.replace(/^www\./u, '');
  return [{ what: 'site', id: host, label: host }];
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
