import * as v from 'valibot';
import type { Item, QuoteSelector, Target } from './item';
import { itemShape, LONGEST } from './library-file';

/**
 * An item as our own file can hold it, so that whatever is kept can be brought back from a backup:
 * texts beyond all measure are cut, and what a dataset gave in no form of ours falls away.
 * @throws Error where it is no item all the same, as with an address that is none.
 */
export function bounded(item: Item): Item {
  if (v.is(itemShape, item)) return item;
  const { frozen, annotation, ...rest } = cut(item);
  const forms: readonly Item[] = [
    { ...rest, ...(annotation && { annotation }), ...(frozen && { frozen }) },
    { ...rest, ...(annotation && { annotation }) },
    rest,
  ];
  const found = forms.find((each) => v.is(itemShape, each));
  if (!found) throw new Error('This cannot be kept: it has no address that could be opened again.');
  return found;
}

/** A note no longer than a file of ours bears, however often two versions of it are put together. */
export function boundedNote(note: string): string {
  return note.slice(0, LONGEST.note);
}

function cut(item: Item): Item {
  const { target, speaker, note, tags } = item;
  return {
    ...item,
    target: cutTarget(target),
    ...(speaker === undefined ? {} : { speaker: speaker.slice(0, LONGEST.name) }),
    note: boundedNote(note),
    tags: tags.map((tag) => tag.slice(0, LONGEST.tag)),
  };
}

function cutTarget(target: Target): Target {
  const { canonical, title, publisher, published, lang, quote, ...rest } = target;
  return {
    ...rest,
    ...(canonical !== undefined && canonical.length <= LONGEST.address && { canonical }),
    title: title.slice(0, LONGEST.title),
    ...(publisher !== undefined && { publisher: publisher.slice(0, LONGEST.name) }),
    ...(published !== undefined && { published: published.slice(0, LONGEST.word) }),
    ...(lang !== undefined && { lang: lang.slice(0, LONGEST.word) }),
    ...(quote && { quote: cutQuote(quote) }),
  };
}

function cutQuote({ exact, prefix, suffix }: QuoteSelector): QuoteSelector {
  return {
    exact: exact.slice(0, LONGEST.words),
    prefix: prefix.slice(-LONGEST.around),
    suffix: suffix.slice(0, LONGEST.around),
  };
}
