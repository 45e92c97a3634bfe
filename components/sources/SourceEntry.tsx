import { useState } from 'preact/hooks';
import { fingerprintWords } from '@/lib/dataset/fingerprint-words';
import { type SourceState, sumOf } from '@/lib/dataset/source-state';
import { Button } from '@/components/shared/Button';
import { useFocusOn } from '@/components/shared/use-focus-on';
import { httpLink } from '@/components/shared/http-link';
import { Switch } from '@/components/shared/Switch';
import { dayOf, momentOf } from '@/components/shared/when';
import { inReadersLanguage, numberWords, plural, words } from '@/components/shared/words';
import { Part } from './PackChoice';
import { countWords, sentenceOf, sizeWords } from './source-words';
import type { SourcesWishes } from './sources-view';

type Props = Pick<SourcesWishes, 'onCheck' | 'onChange' | 'onRemove' | 'onRepair'> & {
  readonly source: SourceState;
  readonly isBusy: boolean;
  readonly isPrivate: boolean;
};

/** A dataset that the reader has: whose it is, how new, what came of the last look, and what can be done. */
export function SourceEntry(props: Props) {
  const { source, isPrivate, onRepair } = props;
  const title = inReadersLanguage(source.title);
  const isDamaged = source.packs.some(({ damaged }) => damaged);
  return (
    <article class="source" aria-labelledby={`source-${source.id}`}>
      <h3 id={`source-${source.id}`}>{title}</h3>
      <Whose source={source} />
      <Held source={source} />
      <p class="last">{lastWords(source)}</p>
      <Recalled recalled={source.recalled} />
      {isDamaged && (
        <div class="notice">
          <p>{words('sourcesDamaged')}</p>
          <Button onPress={onRepair}>{words('sourcesRepair')}</Button>
        </div>
      )}
      {!isPrivate && <Packs {...props} />}
      {!isPrivate && source.trust === 'subscribed' && <Actions {...props} title={title} />}
    </article>
  );
}

function Whose({ source: { publisher, homepage, licence, fingerprint } }: Pick<Props, 'source'>) {
  const link = httpLink(homepage);
  return (
    <>
      <p class="muted">
        {publisher !== undefined && `${words('sourcesPublisher', publisher)} · `}
        {licence !== undefined && words('sourcesLicence', licence)}
        {link && (
          <>
            {' · '}
            <a href={link.href} target="_blank" rel="noopener noreferrer">
              {words('sourcesHomepage')}
            </a>
          </>
        )}
      </p>
      {fingerprint !== undefined && (
        <p class="muted">{words('sourcesKey', fingerprintWords(fingerprint))}</p>
      )}
    </>
  );
}

function Held({ source: { edition, heldSince, packs } }: Pick<Props, 'source'>) {
  if (edition === 0) return <p>{words('sourcesNothingYet')}</p>;
  const { bytes, counts } = sumOf(packs);
  return (
    <p>
      {words('sourcesEdition', numberWords(edition), dayOf(heldSince))}
      <br />
      <span class="muted">
        {countWords(counts)} · {sizeWords(bytes)}
      </span>
    </p>
  );
}

function lastWords({ trust, urls, last, paused }: SourceState): string {
  if (trust === 'built-in' && urls.length === 0) return words('sourcesBundled');
  const look = last && words('sourcesLast', momentOf(last.at), sentenceOf(last.word));
  const newest = urls.length === 0 ? words('sourcesFromFile') : (look ?? words('sourcesNever'));
  return paused ? `${words('sourcesPaused')} ${newest}` : newest;
}

function Recalled({ recalled }: Pick<SourceState, 'recalled'>) {
  const reasons = Object.entries(recalled);
  if (reasons.length === 0) return null;
  const count = reasons.reduce((sum, [, each]) => sum + each, 0);
  const why = reasons.map(([reason]) => words(`recallReason_${reason.replaceAll('-', '_')}`));
  return <p class="muted">{plural('sourcesRecalled', count, why.join(', '))}</p>;
}

/** What is shown on pages: the whole where there is one pack, else pack by pack; and what else there is. */
function Packs({ source: { id, packs, offered }, isBusy, onChange }: Props) {
  return (
    <div class="packs">
      {packs.map(({ pack, title, on }) => (
        <Switch key={pack} on={on} onSwitch={() => onChange(id, { packs: { [pack]: !on } })}>
          {packs.length + offered.length === 1
            ? words('sourcesShow')
            : words('sourcesShowPack', inReadersLanguage(title))}
        </Switch>
      ))}
      {offered.map((each) => (
        <p class="row" key={each.pack}>
          <span class="grow">
            {inReadersLanguage(each.title)} <Part pack={each} />
          </span>
          <Button
            disabled={isBusy}
            label={words('sourcesGetPack', inReadersLanguage(each.title))}
            onPress={() => onChange(id, { packs: { [each.pack]: true } })}
          >
            {words('sourcesGet')}
          </Button>
        </p>
      ))}
    </div>
  );
}

function Actions({
  source: { id, urls, paused },
  title,
  isBusy,
  onCheck,
  onChange,
  onRemove,
}: Props & { readonly title: string }) {
  const [isAsking, setAsking] = useState(false);
  const place = useFocusOn<HTMLDivElement>(isAsking);
  if (isAsking) {
    return (
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape answers no to all of it
      <div
        class="notice"
        role="alertdialog"
        aria-label={words('sourcesRemoveAsk', title)}
        tabIndex={-1}
        ref={place}
        onKeyDown={({ key }) => key === 'Escape' && setAsking(false)}
      >
        <p>{words('sourcesRemoveAsk', title)}</p>
        <p class="row">
          <Button tone="primary" onPress={() => onRemove(id)}>
            {words('sourcesRemoveYes')}
          </Button>
          <Button onPress={() => setAsking(false)}>{words('sourcesKeep')}</Button>
        </p>
      </div>
    );
  }
  const named = (key: string): string => `${words(key)}: ${title}`;
  const pause = paused ? 'sourcesResume' : 'sourcesPause';
  return (
    <div class="row" ref={place} tabIndex={-1}>
      {urls.length > 0 && (
        <>
          <Button disabled={isBusy} label={named('sourcesCheck')} onPress={() => onCheck(id)}>
            {words('sourcesCheck')}
          </Button>
          <Button label={named(pause)} onPress={() => onChange(id, { paused: !paused })}>
            {words(pause)}
          </Button>
        </>
      )}
      <Button tone="quiet" label={named('sourcesRemove')} onPress={() => setAsking(true)}>
        {words('sourcesRemove')}
      </Button>
    </div>
  );
}
