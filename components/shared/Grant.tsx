import { Button } from './Button';
import './grant.css';
import { words } from './words';

type Props = {
  readonly host: string;
  /** Asks the browser for this site alone, for news sites, or for all. */
  readonly onGrant: (where: 'here' | 'news' | 'everywhere') => void;
};

/** Browsers hold sites back until the reader says yes, for one or for all. */
export function Grant({ host, onGrant }: Props) {
  return (
    <div class="grant">
      <p class="muted">{words('grantMeans')}</p>
      <Button tone="primary" onPress={() => onGrant('everywhere')}>
        {words('grantSites')}
      </Button>
      <Button onPress={() => onGrant('news')}>{words('grantNews')}</Button>
      {host !== '' && <Button onPress={() => onGrant('here')}>{words('grantHere', host)}</Button>}
    </div>
  );
}
