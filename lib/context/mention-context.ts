import type { Mention } from '@/lib/annotate/annotation';
import type { Ref } from '@/lib/record/ref';
import type { Entity, Statement } from '@/lib/record/shelved';
import type { EntityLine, MentionContext, StatementLine } from './context';
import { gatherCopiesByDay } from './copies';
import { type Desk, type PageWords, wordsOf } from './desk';
import { entityLine, namedIn } from './entity-line';
import { readLabels } from './labels';
import { mutedNow, type Muted } from './muted';
import { tellApart } from './namesakes';
import { statementLines } from './statement-lines';
import { dayOfPage, newestFirst, oldestFirst } from './time-line';

/** A card shows this many statements by and about a person; the timeline holds more. */
const LATEST = 20;
/** So many of the latest are read; some people have thousands. */
const MOST_BY = 96;
const MOST_ABOUT = 24;

/** Who is named here, the office on the day of the article, and what they said and was said of them. */
export async function mentionContext(
  mention: Mention,
  page: PageWords,
  desk: Desk,
): Promise<MentionContext> {
  const muted = mutedNow(desk, page);
  const entities = await namedBy(mention, page, desk);
  const candidates = await entityLines(entities, page, desk);
  const [only] = entities;
  if (!only || entities.length > 1) {
    return { kind: 'mention', candidates, by: [], about: [], subjects: [] };
  }
  const words = [wordsOf(mention, page)];
  const [saidBy, saidAbout] = await Promise.all([
    desk.shelf.statementsBy(only.ref, MOST_BY),
    desk.shelf.statementsAbout(only.ref, MOST_ABOUT),
  ]);
  const by = await linesFor(saidBy, { words, muted, desk });
  const about = await linesFor(saidAbout, { words, muted, desk });
  return {
    kind: 'mention',
    candidates,
    by: newestFirst(by).slice(0, LATEST),
    about: newestFirst(about.filter(({ speaker }) => speaker.ref !== only.ref)).slice(0, LATEST),
    subjects: await bySubject(saidBy, by, desk),
  };
}

/** The entities that a name can stand for here, none that the reader muted. */
export async function namedBy(mention: Mention, page: PageWords, desk: Desk): Promise<Entity[]> {
  const muted = mutedNow(desk, page);
  const refs = muted.all ? [] : mention.entities.filter((ref) => !muted.hides(ref));
  const entities = await desk.shelf.entities(refs);
  return await tellApart(entities, { mention, page, shelf: desk.shelf });
}

/** Entities as a card shows them on the day of the page. */
export async function entityLines(
  entities: readonly Entity[],
  page: PageWords,
  desk: Desk,
): Promise<EntityLine[]> {
  const labels = await readLabels({ sources: [], entities: entities.flatMap(namedIn) }, desk.shelf);
  const day = dayOfPage(page, desk);
  return entities.map((entity) => entityLine(entity, day, labels));
}

async function linesFor(
  statements: readonly Statement[],
  { words, muted, desk }: { readonly words: string[]; readonly muted: Muted; readonly desk: Desk },
): Promise<StatementLine[]> {
  const shown = statements.filter((statement) => !muted.hidesStatement(statement));
  const because = shown.map((statement) => ({
    statement,
    why: { strength: 'name', matched: words } as const,
  }));
  return await statementLines(await gatherCopiesByDay(because, desk.shelf), desk.shelf);
}

/** The statements under each subject they are about; subjects with the most statements first. */
async function bySubject(
  statements: readonly Statement[],
  lines: readonly StatementLine[],
  { shelf }: Desk,
): Promise<MentionContext['subjects']> {
  const shown = new Map(lines.map((line) => [line.ref, line]));
  const groups = new Map<Ref, StatementLine[]>();
  for (const { ref, about, speaker } of statements) {
    const line = shown.get(ref);
    for (const subject of about) {
      if (subject !== speaker && line) groups.set(subject, [...(groups.get(subject) ?? []), line]);
    }
  }
  const subjects = await shelf.entities([...groups.keys()]);
  return subjects
    .map(({ ref, names }) => ({
      label: Object.fromEntries(
        names.filter(({ kind }) => kind === 'main').map(({ lang, text }) => [lang, text]),
      ),
      lines: oldestFirst(groups.get(ref) ?? []),
    }))
    .toSorted((a, b) => b.lines.length - a.lines.length);
}
