/**
 * Lines that are no part of any article, whatever carries them. Each rule is asked only where a line
 * begins with one of its openers: most lines meet no rule, and no pattern is compiled for nothing.
 */
type Rule = {
  readonly openers: string;
  /** Over the line in lower case, with straight apostrophes. */
  readonly line: RegExp;
  /** Whether it holds for whole sentences too, which a report might begin in the same way. */
  readonly sentences?: true;
};

/* oxlint-disable require-unicode-regexp -- lower-case letters only; the flag makes patterns slower to compile */
const NOT_BODY: readonly Rule[] = [
  {
    // Labels of advertisements, in the languages of the pages that carry them.
    openers:
      'advertisement advertisements advertisment advertising ad ads sponsored promoted iklan publicidad publicidade publicité anuncio anuncios anúncio anúncios werbung anzeige reklam reklama pubblicità advertentie annonce adchoices 広告 광고 广告 ការផ្សាយពាណិជ្ជកម្ម',
    line: /^\S+(?: content| post| links?)?[\s:.]*$/,
  },
  {
    openers: 'story article continue scroll skip',
    line: /^(?:(?:story|article) continues (?:below|after)\b|continue reading\b|scroll (?:down )?(?:for|to)\b|skip (?:ad|advertisement|to)\b).{0,60}$/,
  },
  {
    // Pointers to other articles.
    openers:
      "read also see related more watch listen recommended you don't must most trending explore what top popular view learn",
    line: /^(?:read (?:also|more|next|the full|this)|also read|see also|related(?:\s*(?:articles?|stories|story|topics|content|links?|posts?|news|coverage|reading|video))?|more (?:on|from|about|stories|news)|watch(?: [^\s:]+){0,2}:|listen:|recommended|you (?:may|might) (?:also )?(?:like|be interested)|don't miss|must read|most (?:viewed|read|popular)|trending|explore further|what to read next|top stories|popular (?:posts|stories)|see more|view more|learn more)(?![a-z]).{0,140}$/,
  },
  {
    openers: 'leia veja lee lire lesen baca leggi អានបន្ថែម अधिक',
    line: /^(?:leia (?:mais|também)|veja (?:mais|também)|lee también|lire aussi|lesen sie auch|baca juga|leggi anche|अधिक पढ़ें|អានបន្ថែម).{0,140}$/,
  },
  {
    // Buttons.
    openers:
      'share tweet e email print comment comments facebook twitter whatsapp pinterest linkedin reddit copy post leave view no text font order listen close play image #',
    line: /^(?:share|tweet|e-?mail|print|comments?|facebook|twitter|whatsapp|pinterest|linkedin|reddit|copy (?:link|url)|share (?:this|on|via)|post (?:a )?comments?|leave a (?:comment|reply)|view comments|\d+ comments?|no comments|text size|font size|order reprints|print (?:this )?article|listen to (?:this )?article|close|play|image \d+ of \d+)(?:[\s.:…]*|\s.{0,40})$/,
  },
  {
    // Calls to do something.
    openers:
      'follow like sign subscribe join newsletter get download click to enter write contact have got interested send support email e-mail e',
    line: /^(?:follow (?:us|@|.{2,40} on (?:twitter|facebook|instagram|x\b))|like (?:us|this story)|sign up (?:for|to|here|now|today)|sign up$|subscribe (?:to|now|here|today)|subscribe$|join (?:us|our)\b|newsletter|get (?:our|the latest)|download (?:our|the) app|click here to (?:subscribe|sign|join|follow|share|comment|get)|to (?:comment|subscribe)\b|enter your email|write to .{2,40} at |contact (?:the )?(?:author|reporter|writer|us)\b|(?:have|got) a (?:tip|story)\b|interested in [^.,]{2,40}\?$|send us (?:your|a)\b|support (?:our|independent) journalism|e-?mail .{2,40} at ).{0,220}$/,
    sentences: true,
  },
  {
    // Credits of pictures.
    openers:
      'photo photos photograph photographs photography image images picture pictures video file illustration feature featured main top lead header foto fotos bild crédito créditos credit imagem imagen 사진',
    line: /^(?:(?:photo(?:graph(?:y|s)?|s)?|images?|pictures?|video|file (?:photo|picture)|illustration|credit|(?:feature|featured|main|top|lead|header) image)(?:\s+(?:by|credits?|courtesy|supplied|source|copyright|via)\b|\s*[:©/]).{0,140}|(?:fotos?|bild|créditos?|imagem|imagen|사진)\s*[:=/].{0,100})$/,
  },
  {
    // Dates and reading times.
    openers:
      'published updated last posted first publication publicado actualizado atualizado veröffentlicht 입력 기사입력 tempo reading lesezeit tiempo temps estimated',
    line: /^(?:(?:published|updated|last (?:updated|modified)|posted|first published|publication date|publicado|actualizado|atualizado|veröffentlicht|입력|기사입력)(?:\s|:).{0,90}|(?:tempo de leitura|reading time|lesezeit|tiempo de lectura|temps de lecture|estimated reading).{0,30})$/,
  },
  { openers: 'loading content', line: /^(?:content )?loading[\s.…]*$/, sentences: true },
  {
    openers: 'updated published posted',
    line: /^\S+(?: on| at|:)\s.{0,14}\d.{0,25}$/,
    sentences: true,
  },
  {
    openers: '#',
    line: /^\d+\s*(?:min(?:ute)?s?|sec)\.?(?: read| de leitura| de lecture| to read)?$/,
  },
  {
    // The hour of an entry.
    openers: '#',
    line: /^\d{1,2}[.:h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[a-z]{2,4})?$/,
    sentences: true,
  },
  {
    // What a system knows of the article, as a list of its fields.
    openers: 'date keywords permalink feedback filed tags topics category categories',
    line: /^(?:date \d|keywords\s|permalink\b|feedback:|filed under|(?:tags|topics|category|categories):).{0,160}$/,
    sentences: true,
  },
  {
    // Rules of the house.
    openers: '© copyright (c all this the we by note comments',
    line: /^(?:(?:©|copyright\b|\(c\) \d{4}|all rights reserved).{0,90}|(?:this document is subject to copyright|the content is provided for information purposes only|we use cookies|this (?:site|website) uses cookies|this copy is for your personal|by (?:commenting|signing up|continuing)|note: we are (?:temporarily )?moderating).*|(?:all )?comments? (?:are|is|will be|must)\b.{0,60}\bmoderat.*)$/,
    sentences: true,
  },
];

/** Lines that are known by a word inside. */
const INSIDE: readonly (readonly [word: string, line: RegExp])[] = [
  ['getty images', /^.{0,60}\bgetty images\b[^.]{0,40}$/],
  ['shutterstock', /^.{0,60}\bshutterstock\b[^.]{0,40}$/],
  ['modera', /\bcoment[aá]rios\b.{0,80}\bmodera/],
  [
    'follow ',
    /\bfollow (?:him|her|them|us|me|.{3,30}) on (?:twitter|facebook|instagram)\b.{0,80}$/,
  ],
];

/** Editorial notes: about the report, not in it. They are kept apart. */
const NOTES: readonly Rule[] = [
  {
    openers:
      "update updates additional the this correction corrections editor's editors clarification reporting writing editing compiled with",
    line: /^(?:updates? to follow|additional reporting|the views(?: and opinions)? expressed|this (?:(?:story|article|post|piece|report) )?(?:has been updated|has been corrected)|this (?:story|article|post|piece|report) (?:has been|was|is being|is developing|originally)|corrections?[:\s]|editors?'?s?'? note|clarification[:\s]|(?:reporting|writing|editing|compiled) by |with (?:additional )?reporting)/,
    sentences: true,
  },
];

/** Headings after which nothing of the article comes: other articles, comments, the house itself. */
const ENDS: readonly Rule[] = [
  {
    openers:
      'comment comments # leave related you recommended more most trending popular latest top partner also about topics tags share sign subscribe newsletter join voc você leia comentário comentários artigos notícias artículos comentarios articles mehr berita អត្ថបទទាក់ទង',
    line: /^(?:comments?|\d+ comments?|leave a (?:comment|reply)|related(?: (?:articles?|stories|posts|news|topics|content|links|coverage))?|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|recommended(?: (?:for you|stories|articles))?|more (?:stories|news|articles|from .{2,40}|on this story|like this)|most (?:read|viewed|popular|shared)|trending(?: now)?|popular(?: (?:posts|stories|now))?|latest (?:news|stories|posts)|top stories|partner news|also on .{2,30}|about the authors?|topics|tags|share this(?: (?:story|article|post))?|sign up.{0,60}|subscribe.{0,60}|newsletter.{0,30}|join the (?:conversation|discussion)|(?:você )?(?:também )?pode gostar|você (?:também )?pode gostar|leia mais|comentários?|artigos relacionados|notícias relacionadas|artículos relacionados|comentarios|articles (?:similaires|liés)|mehr zum thema|berita terkait|អត្ថបទទាក់ទង)[\s.:…?!]*$/,
    sentences: true,
  },
];

type Book = ReadonlyMap<string, readonly Rule[]>;

const books = new Map<readonly Rule[], Book>();

function bookOf(rules: readonly Rule[]): Book {
  const before = books.get(rules);
  if (before) return before;
  const book = new Map<string, Rule[]>();
  for (const rule of rules) {
    for (const opener of rule.openers.split(' ')) {
      const list = book.get(opener);
      if (list) list.push(rule);
      else book.set(opener, [rule]);
    }
  }
  books.set(rules, book);
  return book;
}

/** A line as its rules see it. */
type Line = { readonly lower: string; readonly opener: string; readonly sentence: boolean };

function lineOf(words: string): Line {
  const lower = words.toLowerCase().replaceAll('’', "'");
  return { lower, opener: openerOf(lower), sentence: isSentence(words) };
}

/** The first word; `#` for a number, a sign that stands for a word for itself. */
function openerOf(lower: string): string {
  const found = /^[^\s:,.;!?/|–—()[\]"“”«»]+/.exec(lower)?.[0] ?? lower.slice(0, 2);
  if (/^\d/.test(found)) return '#';
  return found.startsWith('©') ? '©' : found;
}

/** Whether a line ends as a sentence does. */
export function isSentence(words: string): boolean {
  return /[.!?…។]["'”’»)]*$/.test(words);
}

function meets(rules: readonly Rule[], { lower, opener, sentence }: Line): boolean {
  const asked = bookOf(rules).get(opener);
  return asked?.some((rule) => (!sentence || rule.sentences) && rule.line.test(lower)) ?? false;
}

/** Whether a line is no part of any article; `linked` lines may point elsewhere in whole sentences. */
export function isNotBody(words: string, linked: boolean): boolean {
  if (words.length > 320) return false;
  const line = lineOf(words);
  if (meets(NOT_BODY, linked ? { ...line, sentence: false } : line)) return true;
  return INSIDE.some(([word, pattern]) => line.lower.includes(word) && pattern.test(line.lower));
}

const MONTHS =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|fev|abr|mai|ago|set|out|dez|ene|dic|mär|okt|janv|févr|avr|juil|août)[a-zà-ÿ]*\\.?';
const DAYS = '(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sun)(?:day)?[,.]?\\s+';

let dateline: RegExp | undefined;
let source: RegExp | undefined;

function datelinePattern(): RegExp {
  return (dateline ??= new RegExp(
    `^(?:${DAYS})?(?:${MONTHS}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:de\\s+)?${MONTHS}\\s*(?:de\\s+)?,?\\s*\\d{4}|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}).{0,100}$`,
  ));
}

/** The source of a reprint: a title in quotation marks and its date. */
function isSource(words: string): boolean {
  if (!/^["“«]/.test(words) || words.length > 260 || !/\d{4}$/.test(words)) return false;
  source ??= new RegExp(
    `^["“«].{10,200}["”»],?\\s*(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?${MONTHS}\\s.{0,12}\\d{4}$`,
  );
  return source.test(words.toLowerCase());
}

const BYLINE =
  /^(?:(?:written |reported |posted |text |words |story )?by|von|par|por|oleh|author|autora?|ដោយ)\s*:?\s+(?=\S)/i;

/** Whether a line tells who wrote an article or when; what stands before it is no body yet. */
export function isByline(words: string): boolean {
  if (isSource(words)) return true;
  if (words.length > 140 || /[.!?]["”’]?$/.test(words)) return false;
  const lower = words.toLowerCase();
  const named = BYLINE.exec(words)?.[0].length;
  if (named !== undefined && words.length < named + 92 && isCapital(words.charAt(named)))
    return true;
  if (!/\d/.test(words)) return false;
  return (
    datelinePattern().test(lower) ||
    /\b(?:updated|published|posted)(?: on| at)?\s?:\s?.{0,12}\d{1,4}\b.{0,30}$/.test(lower)
  );
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase() || letter > '\u0E00';
}

/** How many signs, at most three, stand before the first letter. */
function signsBefore(words: string): number {
  let at = 0;
  while (at < 3 && at < words.length && !isLetter(words.charAt(at))) at += 1;
  return at;
}

function isLetter(sign: string): boolean {
  return sign.toLowerCase() !== sign.toUpperCase() || sign > '\u0E00';
}

/** Whether a line is an editorial note. */
export function isNote(words: string): boolean {
  if (words.length > 400) return false;
  const line = lineOf(words.slice(signsBefore(words)));
  return (
    meets(NOTES, line) ||
    (line.lower.includes('contributed') &&
      /^.{3,80}\bcontributed (?:to (?:this|the) (?:report|story|article)|reporting)\b/.test(
        line.lower,
      ))
  );
}

/** Whether a line, or a heading, says that the article is over. */
export function isEndHeading(words: string, heading: boolean): boolean {
  if (words.length > 80) return false;
  const line = lineOf(words);
  return (
    meets(ENDS, line) ||
    (heading && /\srecommends$|^www links$|\son th(?:e|is) topic$/.test(line.lower))
  );
}
