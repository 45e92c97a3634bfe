import { useEffect, useState } from 'preact/hooks';
import type { CardView } from '@/lib/reading/card-view';
import type { Mute } from '@/lib/settings';
import { Button } from '@/components/shared/Button';
import { words } from '@/components/shared/words';
import type { CardWishes } from './card-wishes';
import { citationOf } from './citation';
import { mutesFor } from './mutes-for';
import { SaveForm } from './SaveForm';

type Props = Pick<CardWishes, 'onSave' | 'onMute' | 'onCopy'> & {
  readonly view: CardView;
  readonly steady: boolean;
};

/** The card's lower edge: save, copy as citation, not this. */
export function CardActions({ view, steady, onSave, onMute, onCopy }: Props) {
  const [open, setOpen] = useState<'save' | 'mute'>();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    setOpen(undefined);
    setCopied(false);
  }, [view]);
  const copy = (): void => {
    void onCopy(citationOf(view)).then(() => setCopied(true));
  };
  const toggle = (which: 'save' | 'mute'): void => setOpen(open === which ? undefined : which);
  return (
    <footer class="card-actions">
      <div class="row">
        <Button
          tone={open === 'save' ? 'plain' : 'primary'}
          expanded={open === 'save'}
          disabled={!steady}
          onPress={() => toggle('save')}
        >
          {words(view.savedAs.length > 0 ? 'savedAlready' : 'save')}
        </Button>
        <Button disabled={!steady} onPress={copy}>
          {words(copied ? 'copied' : 'copyCitation')}
        </Button>
        <Button tone="quiet" expanded={open === 'mute'} onPress={() => toggle('mute')}>
          {words('notThis')}
        </Button>
      </div>
      {open === 'save' && <SaveForm view={view} onSave={onSave} />}
      {open === 'mute' && <MuteChoices view={view} onMute={onMute} />}
    </footer>
  );
}

type MuteProps = { readonly view: CardView; readonly onMute: (mute: Mute) => void };

function MuteChoices({ view, onMute }: MuteProps) {
  return (
    <ul class="mutes" aria-label={words('notThis')}>
      {mutesFor(view).map((mute) => (
        <li key={mute.what}>
          <Button tone="quiet" onPress={() => onMute(mute)}>
            {words(`mute_${mute.what}`, mute.label)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
