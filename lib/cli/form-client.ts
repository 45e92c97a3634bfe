import { type FormAnswer, showAnswer } from './form-answer';
import { FORMS, type PartForm, type RecordForm } from './form-fields';
import {
  type Control,
  controlOf,
  countries,
  type Known,
  languages,
  make,
  type Offers,
} from './form-inputs';
import { proposedKey, proposedLocal } from './form-proposals';

/** The script of the form's page: builds the fields, gathers them, shows what the checks say. */

type Group = {
  readonly of: PartForm;
  readonly controls: readonly Control[];
  readonly node: HTMLElement;
};
type OpenForm = {
  readonly of: RecordForm;
  readonly controls: readonly Control[];
  readonly groups: Group[];
};

const offers: Offers = { known: new Map(), countries: countries(), languages: languages() };
/** Forms as they were left: whoever looks up a person in another one finds the article as it was. */
const left = new Map<RecordForm, HTMLElement>();
const unsaved = new Set<RecordForm>();

await refresh();
for (const form of FORMS) {
  const button = make('button', { type: 'button' }, form.label);
  button.addEventListener('click', () => {
    for (const other of document.querySelectorAll('nav button')) {
      other.setAttribute('aria-pressed', String(other === button));
    }
    part('#answer').replaceChildren();
    show(form);
  });
  part('nav').append(button);
}
part('nav button').click();
window.addEventListener('beforeunload', (event) => {
  if (unsaved.size > 0) event.preventDefault();
});

/** Fetches what can be pointed to. */
async function refresh(): Promise<void> {
  const known: readonly Known[] = await json(await fetch('keys'));
  offers.known = new Map(known.map((record) => [record.key, record]));
}

function show(form: RecordForm): void {
  const node = left.get(form) ?? formOf(form);
  left.set(form, node);
  part('main').replaceChildren(node);
}

function formOf(form: RecordForm): HTMLElement {
  const controls = form.fields.map((field) => controlOf(field, offers));
  const opened: OpenForm = { of: form, controls, groups: [] };
  const places = form.parts.map((of) => ({
    isFirst: of.name === 'names',
    node: partPlace(of, opened),
  }));
  const node = make(
    'form',
    { noValidate: true },
    make('p', {}, form.about),
    ...places.filter(({ isFirst }) => isFirst).map((place) => place.node),
    ...controls.map((control) => control.node),
    ...places.filter(({ isFirst }) => !isFirst).map((place) => place.node),
    make('p', {}, make('button', {}, 'Check and write')),
  );
  node.addEventListener('input', () => unsaved.add(form));
  node.addEventListener('change', () => propose(opened));
  node.addEventListener('submit', (event) => {
    event.preventDefault();
    propose(opened);
    void send(opened);
  });
  return node;
}

/** Where the parts of one kind stand, with a button for one more. */
function partPlace(of: PartForm, opened: OpenForm): HTMLElement {
  const more = make('button', { type: 'button' }, of.more);
  const place = make('div', {}, make('p', {}, more));
  const add = (): void => {
    const controls = of.fields.map((field) => controlOf(field, offers));
    const away = make('button', { type: 'button' }, 'Leave this out');
    const node = make(
      'fieldset',
      {},
      make('legend', {}, of.label),
      ...controls.map((control) => control.node),
      away,
    );
    const group = { of, controls, node };
    away.addEventListener('click', () => {
      opened.groups.splice(opened.groups.indexOf(group), 1);
      node.remove();
    });
    opened.groups.push(group);
    more.parentElement?.before(node);
  };
  more.addEventListener('click', add);
  for (let at = 0; at < of.least; at += 1) add();
  return place;
}

function read(controls: readonly Control[]): Record<string, string> {
  return Object.fromEntries(controls.map((control) => [control.name, control.read()]));
}

/** Fills in the keys that a person left to the form. */
function propose({ of, controls, groups }: OpenForm): void {
  const firstName = groups.find((group) => group.of.name === 'names');
  const name = firstName && read(firstName.controls)['text'];
  const key = controls.find((control) => control.name === 'key');
  key?.propose(proposedKey(of.kind, read(controls), name));
  for (const group of groups) {
    const local = group.controls.find((control) => control.name === 'local');
    local?.propose(proposedLocal(read(group.controls)));
  }
}

async function send(opened: OpenForm): Promise<void> {
  const { of, controls, groups } = opened;
  const parts = Object.fromEntries(
    of.parts.map(({ name }) => [
      name,
      groups.filter((group) => group.of.name === name).map((group) => read(group.controls)),
    ]),
  );
  const answer = await asked(of, JSON.stringify({ fields: read(controls), parts }));
  if (answer.file !== undefined) {
    await refresh();
    unsaved.delete(of);
    left.delete(of);
    show(of);
  }
  showAnswer(part('#answer'), answer, offers);
}

async function asked({ kind }: RecordForm, body: string): Promise<FormAnswer> {
  const headers = { 'Content-Type': 'application/json' };
  const reply = await fetch(kind, { method: 'POST', headers, body }).catch(() => undefined);
  return reply ? await json(reply) : { faults: [{ message: GONE }] };
}

const GONE = 'The tool does not answer. Is it still running? What you wrote stays here.';

async function json<Answer>(reply: Response): Promise<Answer> {
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- the tool that served this page answers in the same types
  const answer: Answer = await reply.json();
  return answer;
}

function part(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}
