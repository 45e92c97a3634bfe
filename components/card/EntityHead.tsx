import type { EntityLine } from '@/lib/context/context';
import { httpLink } from '@/components/shared/http-link';
import { between } from '@/components/shared/when';
import { inReadersLanguage, words } from '@/components/shared/words';

type Props = {
  readonly entity: EntityLine;
  /** Above a claim the speaker is not the matter: name and office alone. */
  readonly brief?: boolean;
};

/** Who this is: name, name in its own script, the office on the article's day, one line. */
export function EntityHead({ entity, brief = false }: Props) {
  return (
    <header class={brief ? 'entity brief' : 'entity'}>
      <h1>
        {entity.name}
        {entity.otherNames.slice(0, 2).map(({ text, lang }) => (
          <span class="native" lang={lang} key={text}>
            {' '}
            {text}
          </span>
        ))}
      </h1>
      {entity.offices.map((office) => (
        <p class="office" key={`${inReadersLanguage(office.role)} ${office.from ?? ''}`}>
          {inReadersLanguage(office.role)}
          {office.organisation !== undefined && `, ${office.organisation}`}
          <span class="muted"> {tenureWords(office)}</span>
        </p>
      ))}
      {entity.summary && !brief && <p class="summary">{inReadersLanguage(entity.summary)}</p>}
    </header>
  );
}

/** Links out of a card about a person or organisation, and whose record this is. */
export function EntityFoot({ entity }: { readonly entity: EntityLine }) {
  return (
    <p class="links muted">
      {entity.links.map(({ label, url }) => {
        const link = httpLink(url);
        return (
          link && (
            <span key={url}>
              <a href={link.href} target="_blank" rel="noopener noreferrer" title={link.host}>
                {label}
              </a>{' '}
            </span>
          )
        );
      })}
      {words('whyDataset', entity.dataset.title, String(entity.dataset.edition))}
    </p>
  );
}

function tenureWords({ from, to, certain }: EntityLine['offices'][number]): string {
  return between(from, to) || (certain ? '' : words('officeUndated'));
}
