import type { ComponentChildren } from 'preact';
import type { ReadLine } from '@/lib/context/context';
import { httpLink } from './http-link';
import './statement-entry.css';
import { dayOf, isDated, when } from './when';
import { words } from './words';

type Props = {
  readonly line: ReadLine;
  /** What may be done with it. */
  readonly children?: ComponentChildren;
};

/** What the reader has read: a quote, or a claim with the verdict that a named reviewer printed. */
export function ReadEntry({ line, children }: Props) {
  const link = httpLink(line.url);
  return (
    <article class="statement-entry">
      <p class="who">
        <b>{line.speaker}</b>
      </p>
      <blockquote class={line.verdict ? 'reported' : 'verbatim'} cite={line.url}>
        <p>{line.words}</p>
      </blockquote>
      <Verdict line={line} />
      <p class="where muted">
        {words('youReadThisOn', dayOf(line.seenAt))}{' '}
        {link && (
          <a href={link.href} target="_blank" rel="noopener noreferrer" title={link.host}>
            {line.publisher ?? link.host}: {line.title}
          </a>
        )}
      </p>
      {children}
    </article>
  );
}

/** Always with the reviewer's name, in the reviewer's words and in no colour: it is theirs, not ours. */
function Verdict({ line: { verdict, published } }: Pick<Props, 'line'>) {
  if (!verdict) return null;
  const { reviewer, label } = verdict;
  return (
    <>
      <p class="label">{words('kind_checked')}</p>
      <p class="verdict muted">
        {isDated(published)
          ? words('verdictBy', reviewer, label, when(published))
          : words('verdictUndated', reviewer, label)}
      </p>
    </>
  );
}
