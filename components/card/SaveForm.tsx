import { useState } from 'preact/hooks';
import type { CardView, SaveRequest } from '@/lib/reading/card-view';
import { Button } from '@/components/shared/Button';
import { whyNotSaved } from '@/components/shared/why-not-saved';
import { words } from '@/components/shared/words';
import type { CardWishes } from './card-wishes';

type Props = Pick<CardWishes, 'onSave'> & { readonly view: CardView };

const NEW = '+';

/** Where to keep a finding: collection (made on the spot), note, tags; what is saved stands above. */
export function SaveForm({ view, onSave }: Props) {
  const [collection, setCollection] = useState(
    view.lastCollection ?? view.collections[0]?.id ?? NEW,
  );
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [tags, setTags] = useState('');
  const [told, setTold] = useState<string>();
  const save = (): void => {
    setTold(words('saving'));
    void onSave(requestOf(view, { collection, name, note, tags }))
      .then(() => setTold(words('savedTo', nameOf(view, collection, name))))
      .catch((error: unknown) => setTold(whyNotSaved(error)));
  };
  return (
    <form class="save-form" onSubmit={(event) => event.preventDefault()}>
      <p class="target muted">
        {words('savesWords', view.target.quote?.exact ?? view.target.title)}
      </p>
      <CollectionField
        view={view}
        chosen={collection}
        name={name}
        onChoose={setCollection}
        onName={setName}
      />
      <label class="field">
        <span>{words('note')}</span>
        <textarea
          rows={2}
          value={note}
          onInput={({ currentTarget }) => setNote(currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{words('tags')}</span>
        <input value={tags} onInput={({ currentTarget }) => setTags(currentTarget.value)} />
      </label>
      <div class="row">
        <Button tone="primary" onPress={save}>
          {words('saveNow')}
        </Button>
        <output>{told}</output>
      </div>
    </form>
  );
}

type FieldProps = {
  readonly view: CardView;
  readonly chosen: string;
  readonly name: string;
  readonly onChoose: (id: string) => void;
  readonly onName: (name: string) => void;
};

function CollectionField({ view, chosen, name, onChoose, onName }: FieldProps) {
  return (
    <>
      <label class={chosen === NEW ? 'field half' : 'field'}>
        <span>{words('collection')}</span>
        <select value={chosen} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
          {view.collections.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
          <option value={NEW}>{words('newCollection')}</option>
        </select>
      </label>
      {chosen === NEW && (
        <label class="field half">
          <span>{words('newCollectionName')}</span>
          <input
            value={name}
            placeholder={words('firstCollection')}
            onInput={({ currentTarget }) => onName(currentTarget.value)}
          />
        </label>
      )}
    </>
  );
}

type Filled = Readonly<Record<'collection' | 'name' | 'note' | 'tags', string>>;

function requestOf(view: CardView, { collection, name, note, tags }: Filled): SaveRequest {
  const { annotation, mark } = view.finding;
  const speaker = annotation.kind === 'quote' ? annotation.speaker?.name : undefined;
  const into = collection === NEW ? namedSo(view, name) : collection;
  return {
    kind: mark,
    target: view.target,
    annotation,
    frozen: view.context,
    ...(speaker === undefined ? {} : { speaker }),
    note: note.trim(),
    tags: tags
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
    collections: into === undefined ? [] : [into],
    ...(into === undefined ? { newCollection: newName(name) } : {}),
  };
}

function nameOf(view: CardView, collection: string, name: string): string {
  const known = view.collections.find(({ id }) => id === collection)?.name;
  return known ?? newName(name);
}

function newName(typed: string): string {
  return typed.trim() || words('firstCollection');
}

/** A collection that bears the name already: a second one of that name would only confuse. */
function namedSo({ collections }: CardView, typed: string): string | undefined {
  const wanted = newName(typed).toLocaleLowerCase();
  return collections.find(({ name }) => name.toLocaleLowerCase() === wanted)?.id;
}
