import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fingerprintWords } from '@/lib/dataset/fingerprint-words';
import { type SampleStatement, type SourcePreview, sumOf } from '@/lib/dataset/source-state';
import { Button } from '@/components/shared/Button';
import { httpLink } from '@/components/shared/http-link';
import { when } from '@/components/shared/when';
import { inReadersLanguage, numberWords, words } from '@/components/shared/words';
import { type Choice, PackChoice, useChoice } from './PackChoice';
import { countWords, languageWords, sentenceOf, sizeWords } from './source-words';

type Props = {
  readonly preview: SourcePreview;
  /** Where the reader is when this takes the page's place. */
  readonly title: RefObject<HTMLHeadingElement | null>;
  /** @param packs those that the reader chose, where there was a choice */
  readonly onConfirm: (packs?: readonly string[]) => void;
  readonly onBack: () => void;
};

/** Everything to know of a dataset before saying yes to it. */
export function ConfirmSource({ preview, title: heading, onConfirm, onBack }: Props) {
  const { standing, description } = preview;
  const title = inReadersLanguage(preview.title);
  const isAddable = standing === 'new' || standing === 'held';
  const choice = useChoice(preview);
  return (
    <main class="long-page sources confirm">
      <h1 ref={heading} tabIndex={-1}>
        {words(isAddable ? 'confirmTitle' : 'confirmTitleNot')}
      </h1>
      <section aria-labelledby="offered">
        <h2 id="offered">{title}</h2>
        {description && <p>{inReadersLanguage(description)}</p>}
        <Facts preview={{ ...preview, packs: choice.packs }} />
        <PackChoice choice={choice} />
      </section>
      <Key preview={preview} />
      <Samples samples={preview.samples} />
      {isAddable && <p class="muted">{words('confirmLabel', title)}</p>}
      {standing === 'held' && <p class="notice">{words('confirmHeld')}</p>}
      <p class="row">
        {isAddable && <Yes preview={preview} choice={choice} onConfirm={onConfirm} />}
        <Button onPress={onBack}>{words('confirmBack')}</Button>
      </p>
    </main>
  );
}

type YesProps = Pick<Props, 'preview' | 'onConfirm'> & { readonly choice: Choice };

function Yes({ preview: { fingerprint, standing }, choice, onConfirm }: YesProps) {
  const isAwake = useAwake(fingerprint);
  const names = choice.packs.map(({ pack }) => pack);
  return (
    <Button
      tone="primary"
      disabled={!isAwake || choice.isOver || names.length === 0}
      onPress={() => onConfirm(choice.all.length > 1 ? names : undefined)}
    >
      {words(standing === 'held' ? 'confirmTake' : 'confirmYes')}
    </Button>
  );
}

function Facts({ preview }: { readonly preview: SourcePreview }) {
  const { publisher, homepage, licence, languages, edition, built } = preview;
  const { bytes, counts } = sumOf(preview.packs);
  const link = httpLink(homepage);
  const [first] = preview.urls;
  return (
    <dl class="facts">
      <Fact name={words('confirmPublisher')}>{publisher ?? words('confirmPublisherNone')}</Fact>
      {link && (
        <Fact name={words('confirmHomepage')}>
          <a href={link.href} target="_blank" rel="noopener noreferrer">
            {link.href}
          </a>
        </Fact>
      )}
      <Fact name={words('confirmFrom')}>{first ?? words('confirmFromFile')}</Fact>
      <Fact name={words('confirmLicence')}>{licence}</Fact>
      <Fact name={words('confirmLanguages')}>{languageWords(languages)}</Fact>
      <Fact name={words('confirmEdition')}>
        {words('confirmEditionOf', numberWords(edition), when(built))}
      </Fact>
      <Fact name={words('confirmHolds')}>{countWords(counts)}</Fact>
      <Fact name={words('confirmSize')}>{sizeWords(bytes)}</Fact>
      {preview.hosts.length > 0 && (
        <Fact name={words('confirmHosts')}>{preview.hosts.join(', ')}</Fact>
      )}
    </dl>
  );
}

type FactProps = { readonly name: string; readonly children: preact.ComponentChildren };

function Fact({ name, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The key that all trust rests on, in words to be compared by other ways. */
function Key({ preview: { standing, fingerprint, heldFingerprint } }: Pick<Props, 'preview'>) {
  return (
    <section aria-labelledby="key">
      <h2 id="key">{words('confirmKey')}</h2>
      <p class="key">{fingerprintWords(fingerprint)}</p>
      {heldFingerprint !== undefined && (
        <>
          <p>{words('confirmKeyBefore')}</p>
          <p class="key">{fingerprintWords(heldFingerprint)}</p>
        </>
      )}
      {standing === 'other-key' || standing === 'built-in' ? (
        <p class="notice" role="alert">
          {sentenceOf(standing)}
        </p>
      ) : (
        <p class="muted">{words('confirmKeyMeans')}</p>
      )}
    </section>
  );
}

function Samples({ samples }: Pick<SourcePreview, 'samples'>) {
  if (samples.length === 0) return null;
  return (
    <section aria-labelledby="samples">
      <h2 id="samples">{words('confirmSamples')}</h2>
      <ul class="samples">
        {samples.map((sample, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a fixed list of five
          <Sample key={at} sample={sample} />
        ))}
      </ul>
    </section>
  );
}

function Sample({ sample }: { readonly sample: SampleStatement }) {
  const { text, lang, speaker, capacity, said, source } = sample;
  const link = httpLink(source?.url);
  const beside = [
    ...(speaker !== undefined && capacity !== undefined ? [capacity] : []),
    ...(said === undefined ? [] : [when(said)]),
  ];
  return (
    <li>
      <p>
        <b>{speaker ?? capacity ?? ''}</b> <span class="muted">{beside.join(', ')}</span>
      </p>
      <blockquote lang={lang}>{text}</blockquote>
      {link && (
        <p class="muted">
          <a href={link.href} target="_blank" rel="noopener noreferrer">
            {source?.title}
          </a>{' '}
          {link.host}
        </p>
      )}
    </li>
  );
}

const AWAKE_MS = 500;

/** Whether the page has been in sight for half a second, so that no press meant for another lands here. */
function useAwake(shown: string): boolean {
  const [awake, setAwake] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      setAwake(false);
      if (document.visibilityState === 'visible') timer = setTimeout(setAwake, AWAKE_MS, true);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [shown]);
  return awake;
}
