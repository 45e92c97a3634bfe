import type { ObservationLine } from '@/lib/context/context';
import { numberWords, words } from './words';

/** A value with its quality: about, at least, at most, from … to. */
export function valueWords(line: ObservationLine): string {
  const exact = decimalWords(line.value);
  switch (line.quality) {
    case 'exact':
    case 'rounded':
      return exact;
    case 'about':
      return words('qualityAbout', exact);
    case 'at-least':
      return words('qualityAtLeast', exact);
    case 'at-most':
      return words('qualityAtMost', exact);
    case 'range':
      return `${decimalWords(line.low ?? line.value)}–${decimalWords(line.high ?? line.value)}`;
  }
}

function decimalWords(value: string): string {
  const number = Number(value);
  return Number.isFinite(number) ? numberWords(number) : value;
}
