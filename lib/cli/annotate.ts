import { annotate } from '@/lib/annotate/annotate';
import type { Annotations, Figure, Mention, Quote } from '@/lib/annotate/annotation';
import { type Article, articleFromText } from '@/lib/article/article';
import { type Names, noNames } from '@/lib/names/names';
import { judge } from '@/lib/page/gate';
import { readArticle } from '@/lib/page/read-article';
import { secondOpinion } from '@/lib/page/second-opinion';
import { type Io, eachLine } from './io';
import { documentFromHtml } from './page-from-html';

type Options = {
  readonly dataset?: string;
  readonly forceArticle: boolean;
  readonly allQuantities: boolean;
};

const FLAGS: ReadonlySet<string> = new Set(['--ndjson', '--force-article', '--all-quantities']);

/** `annotate --ndjson [--dataset DIR] [--force-article] [--all-quantities]` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const options = optionsFrom(args);
  if (typeof options === 'string') {
    io.err(`onrecord annotate: ${options}`);
    return 2;
  }
  const names = options.dataset === undefined ? noNames : await namesIn(options.dataset, io);
  if (!names) return 1;
  return await eachLine(io, (input) => [answerTo(input, options, names)]);
}

/** The names of a dataset's folder; says why where it cannot be opened. */
async function namesIn(folder: string, io: Io): Promise<Names | undefined> {
  try {
    const { openDatasetFolder } = await import('./open-dataset');
    return (await openDatasetFolder(folder)).names;
  } catch (error) {
    io.err(`onrecord annotate: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function optionsFrom(args: readonly string[]): Options | string {
  const at = args.indexOf('--dataset');
  const dataset = at === -1 ? undefined : args[at + 1];
  if (at !== -1 && dataset === undefined) return '--dataset needs a folder';
  const rest = at === -1 ? args : args.toSpliced(at, 2);
  const strange = rest.find((arg) => !FLAGS.has(arg));
  if (strange !== undefined) return `there is no option "${strange}"`;
  if (!rest.includes('--ndjson')) return '--ndjson is the only form there is; say so';
  return {
    ...(dataset === undefined ? {} : { dataset }),
    forceArticle: rest.includes('--force-article'),
    allQuantities: rest.includes('--all-quantities'),
  };
}

function answerTo(input: unknown, options: Options, names: Names): unknown {
  const { id, article } = inputFrom(input, options);
  if (!article) return { id, article: null, mentions: [], figures: [], quotes: [] };
  return { id, article: articleRow(article), ...rows(annotate(article, names), article, options) };
}

type Input = { readonly id: unknown; readonly article: Article | undefined };

function inputFrom(input: unknown, { forceArticle }: Options): Input {
  if (typeof input !== 'object' || input === null) throw new Error('a line must be an object');
  const fields = new Map<string, unknown>(Object.entries(input));
  const word = (name: string): string | undefined => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const id = fields.get('id') ?? null;
  const html = word('html');
  if (html !== undefined) return { id, article: fromHtml(html, word('url') ?? '', forceArticle) };
  const text = word('text');
  if (text === undefined) throw new Error('a line needs "html" or "text"');
  const published = word('published');
  const facts = { title: word('title') ?? '', lang: word('lang') ?? 'en' };
  return {
    id,
    article: articleFromText(text, published === undefined ? facts : { ...facts, published }),
  };
}

function fromHtml(html: string, url: string, forceArticle: boolean): Article | undefined {
  const page = documentFromHtml(html, url);
  if (!forceArticle && !judge(page, url).article) return undefined;
  const article = readArticle(page, url, secondOpinion)?.article;
  if (article || !forceArticle) return article;
  return articleFromText(page.body?.textContent ?? '', { title: page.title });
}

function articleRow({ title, byline, published, publisher, lang, text }: Article): unknown {
  return { isArticle: true, title, byline, published, publisher, lang, text };
}

function rows(found: Annotations, { text }: Article, { allQuantities }: Options): object {
  return {
    mentions: found.mentions.map((mention) => mentionRow(mention, text)),
    figures: found.figures
      .filter(({ statistic }) => statistic || allQuantities)
      .map((figure) => figureRow(figure, text)),
    quotes: found.quotes.filter(({ inTitle }) => !inTitle).map(quoteRow),
  };
}

function mentionRow({ span, of, name, entities, role }: Mention, text: string): unknown {
  return {
    ...span,
    text: text.slice(span.start, span.end),
    kind: of,
    name,
    entity: entities[0],
    role,
  };
}

function figureRow({ span, value, unit, change, of, period }: Figure, text: string): unknown {
  return { ...span, text: text.slice(span.start, span.end), value, unit, change, of, period };
}

function quoteRow({ segments, type, speaker, source, cue }: Quote): unknown {
  const by = speaker ? { name: speaker.name, entity: speaker.entities[0] } : null;
  return { segments, type, speaker: by, source, cue };
}
