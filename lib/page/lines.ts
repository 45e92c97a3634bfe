/** Lines that are no part of any article, whatever carries them, by what they are. */
const NOT_BODY: readonly RegExp[] = [
  // Labels of advertisements, in the languages of the pages that carry them.
  /^(?:advertise?ments?|advertising|ad|ads|sponsored(?: content)?|promoted(?: content)?|iklan|publicidade?|publicité|anuncios?|anúncios?|werbung|anzeige|reklama?|pubblicità|advertentie|annonce|広告|광고|广告|ការផ្សាយពាណិជ្ជកម្ម)[\s:.]*$/iu,
  /^(?:story|article) continues (?:below|after)\b|^(?:continue reading|scroll (?:down )?(?:for|to)|skip (?:ad|advertisement|to))\b.{0,60}$/iu,
  // Pointers to other articles.
  /^(?:read (?:also|more|next|the full|this)|also read|see also|related(?:\s*(?:articles?|stories|story|topics|content|links?|posts?|news|coverage|reading|video))?|more (?:on|from|about|stories|news)|watch(?: \w+){0,2}:|listen:|recommended|you (?:may|might) (?:also )?(?:like|be interested)|don['’]t miss|must read|most (?:viewed|read|popular)|trending|explore further|what to read next|top stories|popular (?:posts|stories)|see more|view more|learn more|leia (?:mais|também)|veja (?:mais|também)|lee también|lire aussi|lesen sie auch|baca juga|leggi anche|अधिक पढ़ें|អានបន្ថែម)(?:\b|\s|:|$).{0,140}$/iu,
  // Buttons and calls in words.
  /^(?:share|tweet|e-?mail|print|comments?|facebook|twitter|whatsapp|pinterest|linkedin|reddit|copy (?:link|url)|share (?:this|on|via)|post (?:a )?comments?|leave a (?:comment|reply)|view comments|\d+ comments?|no comments|text size|font size|order reprints|print (?:this )?article|listen to (?:this )?article|loading|close|play|image \d+ of \d+)(?:[\s.:…]*|\s.{0,40})$/iu,
  /^(?:follow (?:us|@|.{2,40} on (?:twitter|facebook|instagram|x\b))|like (?:us|this story)|sign up|subscribe|join (?:us|our|the)|newsletter|get (?:our|the latest|breaking|updates)|download (?:our|the) app|click here to (?:subscribe|sign|join|follow|share|comment|get)|to (?:comment|subscribe)|enter your email|write to .{2,40} at|contact (?:the )?(?:author|reporter|writer|us)|(?:have|got) a (?:tip|story)|support (?:our|independent)|e-?mail .{2,40} at\b)(?:\b|\s).{0,220}$/iu,
  // Credits of pictures.
  /^(?:photo(?:graph)?s?|image|picture|video|file (?:photo|picture)|illustration|(?:feature|featured|main|top|lead|header) image)(?:\s+(?:by|credits?|courtesy|supplied|source|copyright|via)\b|\s*[:©/]).{0,140}$/iu,
  /^(?:foto|fotos|bild|crédito|créditos|imagem|imagen|사진)\s*[:=/].{0,100}$/iu,
  /^.{0,60}\b(?:getty images|shutterstock|istockphoto)\b[^.]{0,40}$/iu,
  // Dates and reading times.
  /^(?:published|updated|last (?:updated|modified)|posted|first published|publication date|publicado|actualizado|atualizado|veröffentlicht|입력|기사입력)\b.{0,90}$/iu,
  /^(?:tempo de leitura|reading time|lesezeit|tiempo de lectura|temps de lecture|estimated reading).{0,30}$/iu,
  /^\d+\s*(?:min(?:ute)?s?|sec)\.?(?: read| de leitura| de lecture| to read)?$/iu,
  /^(?:تاریخ|기사입력|입력)\s.{0,40}$/u,
  // Rules of the house.
  /^(?:©|copyright\b|\(c\) \d{4}|all rights reserved).{0,90}$/iu,
  /^this document is subject to copyright|^the content is provided for information purposes only/iu,
  /\bcoment[aá]rios\b.{0,80}\bmodera|^(?:all )?comments? (?:are|is|will be|must)\b.{0,60}\bmoderat/iu,
  /\bfollow (?:him|her|them|us|me|.{3,30}) on (?:twitter|facebook|instagram)\b.{0,80}$/iu,
  /^note: we are (?:temporarily )?moderating|^(?:by (?:commenting|signing up|continuing)|we use cookies|this (?:site|website) uses cookies|this copy is for your personal)/iu,
];

const BYLINE =
  /^(?:(?:[Ww]ritten |[Rr]eported |[Pp]osted |[Tt]ext |[Ww]ords |[Ss]tory )?(?:[Bb]y|BY)|[Vv]on|[Pp]ar|[Pp]or|[Oo]leh|[Aa]uthor|[Aa]utora?|ដោយ)\s*:?\s+\p{Lu}[^.!?]{1,90}$/u;

const MONTHS =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|fev|abr|mai|ago|set|out|dez|ene|dic|mär|okt|dez|janv|févr|avr|juil|août)\\p{L}*\\.?';
const DATELINE = new RegExp(
  `^(?:(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sun)(?:day)?[,.]?\\s+)?(?:${MONTHS}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:de\\s+)?${MONTHS}\\s*(?:de\\s+)?,?\\s*\\d{4}|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4})(?:.{0,100})$`,
  'iu',
);

const UPDATED = /\b(?:updated|published|posted)(?: on| at)?\s?:\s?.{0,12}\d{1,4}\b.{0,30}$/iu;

/** Editorial notes: about the report, not in it. They are kept apart. */
const NOTE =
  /^(?:\W{0,3})(?:updates? to follow|additional reporting|the views(?: and opinions)? expressed|this (?:story|article|post|piece|report) (?:has been|was|is being|is developing|originally)|correction[:\s]|editor['’]?s['’]? note|clarification[:\s]|(?:reporting|writing|editing|compiled) by |with (?:additional )?reporting|.{3,80}\bcontributed (?:to (?:this|the)|reporting)\b)/iu;

/** A heading after which nothing of the article comes: other articles, comments, the firm itself. */
const END_HEADING =
  /^(?:comments?|\d+ comments?|leave a (?:comment|reply)|related(?: (?:articles?|stories|posts|news|topics|content|links|coverage))?|you (?:may|might) also (?:like|enjoy)|you may (?:like|be interested in)|recommended(?: (?:for you|stories|articles))?|more (?:stories|news|articles|from .{2,40}|on this story|like this)|most (?:read|viewed|popular|shared)|trending(?: now)?|popular(?: (?:posts|stories|now))?|latest (?:news|stories|posts)|top stories|partner news|also on .{2,30}|about the authors?|topics|tags|share this(?: (?:story|article|post))?|sign up.{0,60}|subscribe.{0,60}|newsletter.{0,30}|join the (?:conversation|discussion)|voc[eê] pode gostar|leia mais|comentários?|você também pode gostar|artigos relacionados|notícias relacionadas|artículos relacionados|comentarios|articles (?:similaires|liés)|mehr zum thema|berita terkait|អត្ថបទទាក់ទង)[\s.:…?!]*$/iu;

/** The source of a reprint: a title in quotation marks and its date. */
const SOURCE = new RegExp(
  `^["“«].{10,200}["”»],?\\s*(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?${MONTHS}\\s.{0,12}\\d{4}$`,
  'iu',
);

/** Whether a line is no part of any article. */
export function isNotBody(words: string): boolean {
  return words.length < 320 && NOT_BODY.some((line) => line.test(words));
}

/** Whether a line tells who wrote an article or when; what stands before it is no body yet. */
export function isByline(words: string): boolean {
  if (SOURCE.test(words)) return true;
  if (words.length > 140 || /[.!?]["”’]?$/u.test(words)) return false;
  return BYLINE.test(words) || DATELINE.test(words) || UPDATED.test(words);
}

export function isNote(words: string): boolean {
  return words.length < 400 && NOTE.test(words);
}

export function isEndHeading(words: string): boolean {
  return words.length < 80 && END_HEADING.test(words);
}
