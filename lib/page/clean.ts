import type { BlockKind } from '@/lib/article/article';

/** A block of text as found, with the element that carries it. */
export type FoundBlock = {
  readonly element: Element;
  readonly text: string;
  /** Share of its characters that stand in links. */
  readonly linked: number;
};

const NOT_BODY_ELEMENTS =
  'figcaption, nav, aside, footer, form, button, [role="navigation"], [role="complementary"], [role="contentinfo"]';

/** Words in class or id that name a part which is not the article's own words. */
const NOT_BODY_NAMES =
  /(?:^|[\s_-])(?:caption|credits?|byline|author(?:s|-?(?:bio|info|box|name))?|share|sharing|social|related|recommend(?:ed|ations?)?|most-?(?:viewed|read|popular)|trending|newsletter|subscribe|subscription|signup|sign-up|promo(?:tion|box)?|advert(?:isement|s)?|ads?|sponsor(?:ed)?|comments?|disqus|cookie|consent|paywall|breadcrumbs?|tags?|topics|dateline-?time|timestamp|pub-?date|read-?(?:more|also|next)|also-?read|teaser|widget|outbrain|taboola|footer|copyright|toolbar|menu|nav|pagination|gallery-?caption|media-?caption|photo-?(?:caption|credit))(?:$|[\s_-])/iu;

/** Lines that are no part of any article, whatever carries them. */
const NOT_BODY_LINES = [
  /^(?:advertise?ment|advertising|sponsored(?: content)?|story continues below|article continues (?:below|after)|continue reading|scroll (?:down )?for)\b/iu,
  /^(?:read (?:also|more|next|the full)|also read|see also|related(?:\s*(?:articles?|stories|topics|content|links?))?|more (?:on|from|about) |watch(?: more| also| live)?:|listen:|recommended|you may (?:also )?like|don't miss|most (?:viewed|read|popular))(?:\b.{0,120})?$/iu,
  /^(?:share|tweet|email|print|comments?|facebook|twitter|whatsapp|copy link|share (?:this|on|via)|follow (?:us|@)|sign up|subscribe|newsletter|get (?:our|the) )(?:\b.{0,100})?$/iu,
  /^(?:photo(?:graph)?s?|image|picture|video|file (?:photo|picture)|illustration)(?:\s*(?:by|:|credit|courtesy|supplied)).{0,140}$/iu,
  /^(?:©|copyright\b|all rights reserved)/iu,
  /^(?:published|updated|last (?:updated|modified)|posted|first published|publication date)\b.{0,80}$/iu,
];

const NOTE_LINES =
  /^(?:updates? to follow|additional reporting|this (?:story|article|post|piece|report) (?:has been|was|is being) (?:updated|corrected|amended|edited)|correction[:\s]|editor['’]s note|clarification[:\s]|reporting by |editing by |with (?:additional )?reporting)/iu;

/** What a block of the located region is: a kind of body block, or nothing of the body. */
export function kindOf(block: FoundBlock, root: Element): BlockKind | undefined {
  if (isNamedOtherwise(block.element, root)) return undefined;
  if (NOT_BODY_LINES.some((line) => line.test(block.text))) return undefined;
  if (block.linked > 0.6 && block.text.length < 400) return undefined;
  if (NOTE_LINES.test(block.text)) return 'note';
  const tag = block.element.tagName.toUpperCase();
  if (/^H[1-6]$/u.test(tag)) return 'heading';
  if (block.element.closest('blockquote')) return 'quotation';
  return tag === 'LI' ? 'item' : 'paragraph';
}

function isNamedOtherwise(element: Element, root: Element): boolean {
  for (let at: Element | null = element; at && at !== root; at = at.parentElement) {
    if (at.matches(NOT_BODY_ELEMENTS)) return true;
    if (NOT_BODY_NAMES.test(`${at.getAttribute('class') ?? ''} ${at.id}`)) return true;
  }
  return false;
}
