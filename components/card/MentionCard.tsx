import type { MentionContext } from '@/lib/context/context';
import type { Mention } from '@/lib/annotate/annotation';
import type { EntryWishes } from '@/components/shared/StatementEntry';
import { Timeline, type TimelineRow } from '@/components/shared/Timeline';
import { inReadersLanguage, words } from '@/components/shared/words';
import { EntityFoot, EntityHead } from './EntityHead';
import { Lines } from './Lines';

type Props = {
  readonly mention: Mention;
  readonly context: MentionContext;
  readonly wishes: EntryWishes;
};

/** A person or organisation: who this is, what they said, what was said of them. */
export function MentionCard({ mention, context, wishes }: Props) {
  const [only, ...others] = context.candidates;
  if (!only) return <Unknown mention={mention} />;
  if (others.length > 0) return <Namesakes context={context} />;
  return (
    <>
      <EntityHead entity={only} />
      <Lines speakerIsKnown title={words('statementsBy')} lines={context.by} wishes={wishes} />
      <Lines title={words('statementsAbout')} lines={context.about} wishes={wishes} />
      <Timeline title={words('bySubject')} rows={rowsOf(context)} />
      {context.by.length + context.about.length === 0 && (
        <p class="empty muted">{words('emptyEntity', only.name)}</p>
      )}
      <EntityFoot entity={only} />
    </>
  );
}

function rowsOf({ subjects }: MentionContext): TimelineRow[] {
  return subjects.map(({ label, lines }) => ({ label: inReadersLanguage(label), lines }));
}

/** Nothing is guessed where several bear the name. */
function Namesakes({ context }: { readonly context: MentionContext }) {
  return (
    <section class="part">
      <h2>{words('namesakes')}</h2>
      {context.candidates.map((entity) => (
        <div class="namesake" key={entity.ref}>
          <EntityHead entity={entity} />
          <EntityFoot entity={entity} />
        </div>
      ))}
    </section>
  );
}

function Unknown({ mention }: { readonly mention: Mention }) {
  return (
    <>
      <header class="entity">
        <h1>{mention.name}</h1>
        {mention.role !== undefined && <p class="office">{words('roleInArticle', mention.role)}</p>}
      </header>
      <p class="empty muted">{words('emptyUnknown', mention.name)}</p>
    </>
  );
}
