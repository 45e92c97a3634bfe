import type { Span } from '@/lib/article/span';
import type { Mention, Speaker } from './annotation';

/** The mentions wholly inside a span; `mentions` are in reading order and do not overlap. */
export function mentionsWithin(mentions: readonly Mention[], { start, end }: Span): Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((mentions[middle]?.span.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: Mention[] = [];
  for (let at = low; at < mentions.length; at += 1) {
    const mention = mentions[at];
    if (!mention || mention.span.start >= end) break;
    if (mention.span.end <= end) found.push(mention);
  }
  return found;
}

/** Whoever a mention names, as a speaker. */
export function speakerFrom({ name, of, entities, role }: Mention): Speaker {
  return { name, of, entities, ...(role === undefined ? {} : { role }) };
}
