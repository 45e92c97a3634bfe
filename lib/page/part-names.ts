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

/** Words of names, after camel case and underscores have become hyphens. */
const NAMES: readonly (readonly [part: number, names: RegExp])[] = [
  [
    PART.comments,
    /\b(?:comments?|comment-?list|disqus\w*|respond|replies|livefyre|fb-comments|coral|komentar\w*|comentarios?|comments-area)\b/u,
  ],
  [
    PART.navigation,
    /\b(?:nav|navbar|navigation|menu|submenu|bread-?crumbs?|pagination|pager|paging|toolbar|(?:site|global|page)-?(?:header|footer)|masthead|footer|side-?bar|rail|right-(?:rail|col|column)|skip-?links?|toc|table-of-contents|prev-?next|tabs)\b/u,
  ],
  [
    PART.share,
    /\b(?:share|shares|sharing|share-?(?:bar|this|tools|buttons?|links?)|social|socials|social-?(?:media|links?|icons?|share|tools|bar)|addthis\w*|sharedaddy|sociable|follow-us|email-?this|print-?this)\b/u,
  ],
  [
    PART.related,
    /\b(?:related\w*|recommend\w*|recirc\w*|more-(?:stories|news|from|on|articles|posts|like|in)|(?:most|top)-(?:read|viewed|popular|stories|news|shared)|trending|popular|read-(?:more|next|also)|readmore|up-?next|you-(?:may|might)\w*|also-(?:like|read|on)|see-also|teasers?|outbrain|taboola|revcontent|mgid|zergnet|relatedposts|yarpp\w*|similar|latest|mais-lidas|leia-(?:mais|tambem)|further-reading|in-this-series|linked-?items|next-(?:article|story|post)|prev-(?:article|story|post)|interstitial|inline-?promo|story-?links?|rich-?link)\b/u,
  ],
  [
    PART.caption,
    /\b(?:captions?|(?:photo|image|img|media|picture|pic|video)-?(?:credits?|captions?|meta|info|title|description|source)|credits?|cutline|fig-?captions?|legenda|wp-caption-\w+|gallery|slide-?show|carousel|slider|lightbox|video-?(?:player|container|wrapper|embed|details)|media-?player)\b/u,
  ],
  [
    PART.meta,
    /\b(?:by-?lines?|by-line-\w+|authors?|author-?(?:bio|box|info|name|card|details|description)|writers?|datelines?-?time|time-?stamps?|pub-?dates?|publish(?:ed)?-?(?:date|on|time)?|date|dates|(?:post|entry|article|story|news|content)-?(?:meta|meta-?data|info|date|time|tags|categories|footer|utility|author)|meta|metadata|tags?|tag-?(?:list|cloud|links)|tagged|keywords|categories|cat-links|bio|about-the-author|contributors?|kicker|eyebrow|read(?:ing)?-time|source-?info|topics|hashtags?|comment-?count)\b/u,
  ],
  [
    PART.promotion,
    /\b(?:newsletters?\w*|subscri\w+|sign-?(?:up|in)\w*|log-?in|register|promo\w*|ads?|ad-?(?:slot|unit|container|wrapper|block|label)|advert\w*|adsense|adsbygoogle|sponsor\w*|dfp|gpt|banners?|paywall-(?:prompt|message|banner|modal|promo|notice|cta|form)|cookies?|consent|gdpr|modal|pop-?up|overlay|donat\w+|cta|call-to-action|opt-?in|mailchimp|mc-embed-\w+|app-?(?:download|install|promo)|affiliate-?(?:disclosure|note)|copyright|surveys?|polls?|quiz|widgets?|ratings?|votes?|feedback|print-?only|login-?\w+)\b/u,
  ],
  [
    PART.hidden,
    /\b(?:sr-only|screen-reader(?:-text)?|visually-?hidden|visuallyhidden|offscreen|u-hidden|tooltip|popover|hover-?card)\b/u,
  ],
  [
    PART.summary,
    /\b(?:dek|deck|standfirst|strapline|sub-?titles?|sub-?head(?:line)?s?|abstract|(?:article|story|post)-?(?:summary|description|excerpt))\b/u,
  ],
  [
    PART.body,
    /\b(?:article-?(?:body|content|text|copy)|story-?(?:body|content|text|copy)|post-?(?:body|content|text|entry)|entry-?(?:content|body)|body-?(?:copy|text|content)|news-?(?:body|text|content|detail)|content-?(?:body|text|article)|single-?content|articlebody|storytext|main-?text)\b/u,
  ],
];

const known = new Map<string, number>();
const MOST_KNOWN = 5000;

/** The kinds of part that a class or id attribute names, as bits of `PART`. */
export function partsNamed(names: string): number {
  if (names === '') return 0;
  const before = known.get(names);
  if (before !== undefined) return before;
  const words = names
    .replaceAll(/([a-z\d])([A-Z])/gu, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();
  let parts = 0;
  for (const [part, pattern] of NAMES) if (pattern.test(words)) parts |= part;
  if (known.size > MOST_KNOWN) known.clear();
  known.set(names, parts);
  return parts;
}
