import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { SourceState } from '@/lib/dataset/source-state';
import { Button } from '@/components/shared/Button';
import { Switch } from '@/components/shared/Switch';
import { useFocusOn } from '@/components/shared/use-focus-on';
import { inReadersLanguage, plural, words } from '@/components/shared/words';
import { AddSource } from './AddSource';
import { ConfirmSource } from './ConfirmSource';
import { SourceEntry } from './SourceEntry';
import { sentenceOf } from './source-words';
import '@/components/shared/long-page.css';
import './sources.css';
import type { SourcesView, SourcesWishes } from './sources-view';
import { Working } from './Working';

type Props = { readonly view: SourcesView; readonly wishes: SourcesWishes };

/** Where the records come from: what the reader has, what can be added, and the state of each. */
export function SourcesPage({ view, wishes }: Props) {
  const { preview } = view;
  const title = useFocusOn<HTMLHeadingElement>(preview?.fingerprint);
  if (preview) {
    const { onConfirm, onBack } = wishes;
    return <ConfirmSource preview={preview} title={title} onConfirm={onConfirm} onBack={onBack} />;
  }
  return <Sources view={view} wishes={wishes} title={title} />;
}

type SourcesProps = Props & { readonly title: RefObject<HTMLHeadingElement | null> };

function Sources({ view, wishes, title }: SourcesProps) {
  const { isPrivate } = view;
  const builtIn = view.sources.filter(({ trust }) => trust === 'built-in');
  const own = view.sources.filter(({ trust }) => trust === 'subscribed');
  const [removed, setRemoved] = useState<string>();
  const isGone = removed !== undefined && own.every(({ id }) => id !== removed);
  const ownTitle = useFocusOn<HTMLHeadingElement>(isGone);
  const onRemove = (id: string): void => {
    setRemoved(id);
    wishes.onRemove(id);
  };
  return (
    <main class="long-page sources">
      <h1 ref={title} tabIndex={-1}>
        {words('sourcesTitle')}
      </h1>
      <p>{words('sourcesWhat')}</p>
      <News view={view} wishes={wishes} />
      <section aria-labelledby="own-sources">
        <h2 id="own-sources" ref={ownTitle} tabIndex={-1}>
          {words('sourcesOwn')}
        </h2>
        {own.length === 0 && <p class="muted">{words('sourcesNone')}</p>}
        <Entries sources={own} view={view} wishes={{ ...wishes, onRemove }} />
        {own.length > 0 && !isPrivate && <All view={view} wishes={wishes} />}
      </section>
      {isPrivate ? (
        <p class="notice">{words('sourcesPrivate')}</p>
      ) : (
        <AddSource looking={view.looking} trouble={view.trouble} {...wishes} />
      )}
      <section aria-labelledby="built-in">
        <h2 id="built-in">{words('sourcesBuiltIn')}</h2>
        <Entries sources={builtIn} view={view} wishes={wishes} />
      </section>
      <section aria-labelledby="care">
        <h2 id="care">{words('sourcesCare')}</h2>
        <p class="muted">{words('sourcesRepairMeans')}</p>
        <Button disabled={view.working !== undefined} onPress={wishes.onRepair}>
          {words('sourcesRepair')}
        </Button>
      </section>
    </main>
  );
}

type EntriesProps = Props & { readonly sources: readonly SourceState[] };

function Entries({ sources, view: { working, isPrivate }, wishes }: EntriesProps) {
  const { onCheck, onChange, onRemove, onRepair } = wishes;
  return (
    <>
      {sources.map((source) => (
        <SourceEntry
          key={source.id}
          source={source}
          isBusy={working !== undefined}
          isPrivate={isPrivate}
          onCheck={onCheck}
          onChange={onChange}
          onRemove={onRemove}
          onRepair={onRepair}
        />
      ))}
    </>
  );
}

/** What goes on now, and what came of what the reader asked for last. */
function News({ view: { working, said, sources }, wishes: { onStop } }: Props) {
  const source = sources.find(({ id }) => id === working?.id);
  return (
    <>
      {working && (
        <Working
          progress={working}
          title={source ? inReadersLanguage(source.title) : working.id}
          onStop={onStop}
        />
      )}
      <output class="said">{!working && said !== undefined && saidWords(said)}</output>
    </>
  );
}

function saidWords(said: NonNullable<SourcesView['said']>): string {
  if (typeof said === 'string') return sentenceOf(said);
  return said.mended === 0 ? words('sourcesSound') : plural('sourcesMended', said.mended);
}

function All({ view: { working, updatesPaused }, wishes: { onCheck, onPauseAll } }: Props) {
  return (
    <div class="all">
      <Button disabled={working !== undefined} onPress={() => onCheck()}>
        {words('sourcesCheckAll')}
      </Button>
      <Switch on={updatesPaused} onSwitch={() => onPauseAll(!updatesPaused)}>
        {words('sourcesPauseAll')}
      </Switch>
    </div>
  );
}
