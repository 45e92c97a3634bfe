import type { EarlierLine, StatementLine } from '@/lib/context/context';
import type { Ref } from '@/lib/record/ref';
import './statement-entry.css';
import { SourceLink } from './SourceLink';
import { when } from './when';
import { WhyThis } from './WhyThis';
import { inReadersLanguage, words } from './words';

/** What the reader may do with one entry; a surface leaves out what it does not offer. */
export type EntryWishes = {
  readonly onMute?: (line: StatementLine) => void;
  readonly onReport?: (ref: Ref) => void;
};

type Props = EntryWishes & {
  readonly line: StatementLine & Pick<EarlierLine, 'standing'>;
};

/** One statement; both sides of a dispute have this very form: who, as what, words, day, source. */
export function StatementEntry({ line, onMute, onReport }: Props) {
  return (
    <article class="statement-entry">
      <p class="who">
        <b>{line.speaker.name}</b>
        {line.capacity !== undefined && <span class="muted">, {line.capacity}</span>}
      </p>
      {line.standing && <p class="standing">{words(`standing_${line.standing}`)}</p>}
      <Said line={line} />
      <p class="where muted">
        <time dateTime={line.said ?? line.source.published} title={line.saidNote}>
          {line.said === undefined
            ? words('publishedOn', when(line.source.published))
            : words('saidOn', when(line.said))}
        </time>
        {line.occasion !== undefined && <span>, {line.occasion}</span>}
      </p>
      <p class="where">
        <SourceLink source={line.source} />
      </p>
      <AlsoIn line={line} />
      <Verdicts line={line} />
      <WhyThis
        why={line.why}
        of={line.ref}
        onMute={onMute && (() => onMute(line))}
        onReport={onReport}
      />
    </article>
  );
}

/** Only words that were printed as the speaker's own stand in quotation marks. */
function Said({ line }: { readonly line: StatementLine }) {
  const isVerbatim = line.kind === 'quote';
  return (
    <>
      <blockquote
        class={isVerbatim ? 'verbatim' : 'reported'}
        lang={line.lang}
        cite={line.source.url}
      >
        <p>{isVerbatim ? inQuotes(line.text) : line.text}</p>
      </blockquote>
      {!isVerbatim && <p class="label">{words(`kind_${line.kind}`)}</p>}
      {line.translatedFrom !== undefined && <p class="label">{words('translated')}</p>}
      {line.gist && (
        <p class="gist">
          <span class="label">{words('editorsGist')}</span> {inReadersLanguage(line.gist)}
        </p>
      )}
      {line.contested && <p class="label">{words('contested')}</p>}
    </>
  );
}

/** Words in quotation marks, unless they bring their own. */
export function inQuotes(text: string): string {
  return /^[“"«„]/u.test(text) ? text : `“${text}”`;
}

function AlsoIn({ line }: { readonly line: StatementLine }) {
  if (line.alsoIn.length === 0) return null;
  return (
    <details class="also-in">
      <summary>{words('alsoPrintedIn', String(line.alsoIn.length))}</summary>
      <ul>
        {line.alsoIn.map((source) => (
          <li key={source.ref}>
            <SourceLink source={source} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Verdicts({ line }: { readonly line: StatementLine }) {
  return (
    <>
      {line.verdicts.map((verdict) => (
        <p class="verdict muted" key={verdict.url}>
          {words('verdictBy', verdict.reviewer, verdict.label, when(verdict.published))}
        </p>
      ))}
    </>
  );
}
