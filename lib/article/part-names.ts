/**
 * What the names of classes and ids say about a part of a page. Each is one bit, so that a part can
 * be several things and a piece of text knows every part that it stands in.
 */
export const PART = {
  comments: 1,
  navigation: 2,
  share: 4,
  related: 8,
  caption: 16,
  meta: 32,
  promotion: 64,
  hidden: 128,
  body: 256,
  /** The line between headline and byline that sums up; part of the body only inside it. */
  summary: 512,
} as const;

/** Every kind of part that holds no words of the article. */
export const NOT_BODY = 255;

/**
 * Words of names, after camel case and underscores have become hyphens: alone, in pairs (which are
 * also known glued together), or by their beginning. A table, for a page has a thousand names and
 * patterns over all of them cost more than all the rest of reading.
 */
const NAMES: readonly (readonly [part: number, names: string])[] = [
  [
    PART.comments,
    'comment comments comment-list disqus* respond replies livefyre coral komentar* comentario comentarios',
  ],
  [
    PART.navigation,
    'nav navbar navigation menu submenu breadcrumb breadcrumbs bread-crumb bread-crumbs pagination pager paging toolbar masthead footer side-bar rail right-col right-column skip-link skip-links toc table-of prev-next tabs site-header global-header page-header site-footer',
  ],
  [
    PART.share,
    'share shares sharing share-bar share-tools share-buttons social socials social-media social-links social-icons addthis* sharedaddy sociable follow-us email-this print-this',
  ],
  [
    PART.related,
    'related* recommend* recirc* more-stories more-news more-from more-on more-articles more-posts more-like more-in most-read most-viewed most-popular most-shared top-stories top-news trending popular read-more read-next read-also up-next you-may you-might also-like also-read also-on see-also teaser teasers outbrain taboola revcontent mgid zergnet yarpp* similar latest mais-lidas leia-mais leia-tambem further-reading in-this linked-items next-article next-story next-post prev-article prev-story prev-post interstitial inline-promo story-link story-links rich-link',
  ],
  [PART.caption, captionNames()],
  [
    PART.meta,
    'by-line by-lines author* writer writers time-stamp time-stamps pub-date pub-dates publish published publish-date published-date date dates meta meta-data tag tags tag-list tagged keywords categories cat-links bio contributor contributors kicker eyebrow reading-time read-time source-info topics hashtag hashtags comment-count ' +
      pairs('post entry article story news content', 'info time utility'),
  ],
  [
    PART.promotion,
    'newsletter* subscri* sign-up sign-in log-in register promo* ad ads advert* adsense adsbygoogle sponsor* dfp gpt banner banners paywall-prompt paywall-message paywall-banner paywall-modal paywall-notice paywall-form cookie cookies consent gdpr modal pop-up overlay donat* cta call-to opt-in mailchimp mc-embed app-download app-install affiliate-disclosure affiliate-note copyright survey surveys poll polls quiz widget widgets rating ratings vote votes feedback print-only',
  ],
  [
    PART.hidden,
    'sr-only screen-reader visually-hidden offscreen u-hidden tooltip popover hover-card',
  ],
  [
    PART.summary,
    'dek deck standfirst strapline sub-title sub-titles sub-head sub-heads sub-headline sub-headlines abstract ' +
      pairs('article story post', 'description excerpt'),
  ],
  [
    PART.body,
    'entry-content entry-body single-content main-text news-detail ' +
      pairs('article story post body news content', 'body content text copy') +
      ' post-entry content-article',
  ],
];

function captionNames(): string {
  const things = 'photo image img media picture pic video';
  return `caption captions credit credits cutline figcaption legenda gallery slide-show carousel slider lightbox media-player video-player video-container video-wrapper video-embed video-details ${pairs(things, 'meta info title description source')} ${pairs(things, 'credit credits caption captions')}`;
}

/** Every first word with every second. */
function pairs(first: string, second: string): string {
  return first
    .split(' ')
    .flatMap((one) => second.split(' ').map((other) => `${one}-${other}`))
    .join(' ');
}

type Table = {
  readonly words: ReadonlyMap<string, number>;
  /** Beginnings by their first three letters. */
  readonly beginnings: ReadonlyMap<string, readonly (readonly [string, number])[]>;
};

let table: Table | undefined;

function makeTable(): Table {
  const words = new Map<string, number>();
  const beginnings: Beginnings = new Map();
  for (const [part, names] of NAMES) {
    for (const name of names.split(' ')) {
      if (name.endsWith('*')) addBeginning(beginnings, name.slice(0, -1), part);
      else addWord(words, name, part);
    }
  }
  return { words, beginnings };
}

function addWord(words: Map<string, number>, name: string, part: number): void {
  for (const form of new Set([name, name.replace('-', '')])) {
    words.set(form, (words.get(form) ?? 0) | part);
  }
}

type Beginnings = Map<string, (readonly [string, number])[]>;

function addBeginning(beginnings: Beginnings, beginning: string, part: number): void {
  const key = beginning.slice(0, 3);
  beginnings.set(key, [...(beginnings.get(key) ?? []), [beginning, part]]);
}

const known = new Map<string, number>();
const MOST_KNOWN = 5000;

/** The kinds of part that a class or id attribute names, as bits of `PART`. */
export function partsNamed(names: string): number {
  const before = known.get(names);
  if (before !== undefined) return before;
  table ??= makeTable();
  let parts = 0;
  for (const name of names.split(/\s+/)) parts |= partsOfName(name, table);
  if (known.size > MOST_KNOWN) known.clear();
  known.set(names, parts);
  return parts;
}

function partsOfName(name: string, { words, beginnings }: Table): number {
  const found = name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
  let parts = 0;
  let before = '';
  for (const word of found) {
    parts |= (words.get(word) ?? 0) | (words.get(`${before}-${word}`) ?? 0);
    for (const [beginning, part] of beginnings.get(word.slice(0, 3)) ?? []) {
      if (word.startsWith(beginning)) parts |= part;
    }
    before = word;
  }
  return parts;
}
