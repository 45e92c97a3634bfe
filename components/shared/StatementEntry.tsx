import { useState } from 'preact/hooks';
import type { EarlierLine, StatementLine } from '@/lib/context/context';
import type { Occasion } from '@/lib/context/occasions';
import type { Ref } from '@/lib/record/ref';
import { Button } from './Button';
import './statement-entry.css';
import { SourceLink } from './SourceLink';
import { isDated, when } from './when';
import { WhyThis } from './WhyThis';
import { capitalised, inReadersLanguage, plural, words } from './words';

/** What the reader may do with one entry; a surface leaves out what it does not offer. */
export type EntryWishes = {
  readonly onMute?: (line: StatementLine) => void;
  readonly onReport?: (ref: Ref) => void;
};

type EntryLine = StatementLine & Pick<EarlierLine, 'standing'>;

type Props = EntryWishes & {
  /** What was said on one occasion. */
  readonly lines: Occasion<EntryLine>;
  /** Under a heading that names the speaker the day stands first, and the name is not repeated. */
  readonly speakerIsKnown?: boolean;
};

/**
 * What one speaker said on one occasion; both sides of a dispute have this very form: who, as what,
 * words, day, source. Of several statements, what belongs to one alone stands under its words.
 */
export function StatementEntry({ lines, speakerIsKnown = false, ...wishes }: Props) {
  const [line, ...further] = lines;
  return (
    <article class="statement-entry">
      {speakerIsKnown ? (
        <p class="who">
          <Day line={line} />
          {line.capacity !== undefined && <span class="muted">, {line.capacity}</span>}
        </p>
      ) : (
        <p class="who">
          <b>{line.speaker.name}</b>
          {line.capacity !== undefined && <span class="muted">, {line.capacity}</span>}
        </p>
      )}
      {further.length === 0 ? <Said line={line} /> : <Passages lines={lines} wishes={wishes} />}
      <p class="where">
        {!speakerIsKnown && <Day line={line} />}
        {line.occasion !== undefined && (
          <span>{speakerIsKnown ? line.occasion : `, ${line.occasion}`}</span>
        )}
      </p>
      <p class="where">
        <SourceLink source={line.source} />
      </p>
      {further.length === 0 && <Beside line={line} wishes={wishes} />}
    </article>
  );
}

/** So many statements of one occasion are shown before the reader asks for more. */
const MOST = 5;

type PassagesProps = { readonly lines: Occasion<EntryLine>; readonly wishes: EntryWishes };

function Passages({ lines, wishes }: PassagesProps) {
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, MOST);
  const hidden = lines.length - shown.length;
  return (
    <>
      {shown.map((line) => (
        <div class="passage" key={line.ref}>
          <Said line={line} />
          <Beside line={line} wishes={wishes} />
        </div>
      ))}
      {hidden > 0 && (
        <Button tone="quiet" onPress={() => setAll(true)}>
          {words('showMore', String(hidden))}
        </Button>
      )}
    </>
  );
}

type OneProps = { readonly line: EntryLine };

/** What reviewers say of a statement, where else it was printed, and why it is shown. */
function Beside({ line, wishes }: OneProps & { readonly wishes: EntryWishes }) {
  const { onMute, onReport } = wishes;
  return (
    <>
      <Verdicts line={line} />
      <div class="more">
        <AlsoIn line={line} />
        <WhyThis
          why={line.why}
          of={line.ref}
          onMute={onMute && (() => onMute(line))}
          onReport={onReport}
        />
      </div>
    </>
  );
}

/** When it was said, at the precision of the record; else when it was printed, else that no day is known. */
export function Day({ line: { said, saidNote, source } }: OneProps) {
  const isSaid = isDated(said);
  if (!isSaid && !isDated(source.published))
    return <span class="day">{capitalised(words('undated'))}</span>;
  return (
    <time class="day" dateTime={isSaid ? said : source.published} title={saidNote}>
      {capitalised(
        isSaid ? words('saidOn', when(said)) : words('publishedOn', when(source.published)),
      )}
    </time>
  );
}

/** Only words that were printed as the speaker's own stand in quotation marks. */
function Said({ line }: OneProps) {
  const isVerbatim = line.kind === 'quote';
  return (
    <>
      {line.standing && <p class="standing">{words(`standing_${line.standing}`)}</p>}
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

function AlsoIn({ line }: OneProps) {
  if (line.alsoIn.length === 0) return null;
  return (
    <details class="also-in">
      <summary>{plural('alsoPrintedIn', line.alsoIn.length)}</summary>
      <p>{words('alsoPrintedMeans')}</p>
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

function Verdicts({ line }: OneProps) {
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
