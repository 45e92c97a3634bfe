import type { SourceLine } from '@/lib/context/context';
import { httpLink } from './http-link';
import { isDated, when } from './when';
import { words } from './words';

/** Where a record was published: publisher, title and day, as a link that opens only when pressed. */
export function SourceLink({ source }: { readonly source: SourceLine }) {
  const link = httpLink(source.url);
  const archived = source.archives.map(({ url }) => httpLink(url)).find(Boolean);
  return (
    <span class="source-link">
      {link ? (
        <a href={link.href} target="_blank" rel="noopener noreferrer" title={link.host}>
          {source.publisher}: {source.title}
        </a>
      ) : (
        <cite>
          {source.publisher}: {source.title}
        </cite>
      )}
      {isDated(source.published) && <span class="muted"> {when(source.published)}</span>}
      {archived && (
        <>
          {' '}
          <a class="muted" href={archived.href} target="_blank" rel="noopener noreferrer">
            {words('sourceArchived')}
          </a>
        </>
      )}
    </span>
  );
}
