import type { Field } from './form-fields';

/** Runs in the form's page: fields that offer what is there, and show names behind keys. */

/** A record that can be pointed to. */
export type Known = { readonly key: string; readonly kind: string; readonly label: string };

/** What the fields offer: the records of the dataset by key, countries and languages by code. */
export type Offers = {
  known: ReadonlyMap<string, Known>;
  readonly countries: ReadonlyMap<string, string>;
  readonly languages: ReadonlyMap<string, string>;
};

/** A field on the page: what it says, and what it says as long as nobody wrote into it. */
export type Control = {
  readonly name: string;
  readonly node: HTMLElement;
  read(): string;
  /** Fills it in, unless a person did. */
  propose(text: string): void;
};

type Fillable = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** An element with its properties and what is inside it; text is text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...inside);
  return node;
}

let made = 0;

/** Puts a field on the page. */
export function controlOf(field: Field, offers: Offers): Control {
  made += 1;
  const id = `field-${made}`;
  const input = inputOf(field, id);
  const behind = make('span', { className: 'behind', id: `${id}-behind` });
  input.setAttribute('aria-describedby', behind.id);
  const chosen = make('span', { className: 'behind' });
  const label = make('label', { htmlFor: id }, field.label + (field.required ? ' *' : ''));
  const node = make('div', { className: 'field' }, label, input, chosen, behind);
  let isTouched = false;
  const settle = (): void => {
    const list = offersOf(field, offers);
    if (list) settleKey(input, list);
    if (list && field.several === true && list.has(input.value)) choose(input, chosen, list);
    behind.textContent = list ? nameBehind(input.value, list) : '';
  };
  input.addEventListener('input', () => (isTouched = input.value !== ''));
  input.addEventListener('change', settle);
  if (field.of ?? field.suggest) offerIn(input, node, () => offersOf(field, offers));
  settle();
  return {
    name: field.name,
    node,
    read: () => [...chosenIn(chosen), input.value.trim()].filter(Boolean).join(' '),
    propose: (text) => {
      if (!isTouched) input.value = text;
    },
  };
}

function inputOf({ name, hint, choices, long, begins, required }: Field, id: string): Fillable {
  if (choices) {
    const options = choices.map((value) => make('option', { value }, value));
    return make('select', { id, name }, ...options);
  }
  const value = begins === 'today' ? today() : (begins ?? '');
  const props = { id, name, value, placeholder: hint ?? '', required: required ?? false };
  return long ? make('textarea', props) : make('input', { ...props, autocomplete: 'off' });
}

/** Codes and names of what a field offers; undefined where anything can be written. */
function offersOf({ of, suggest }: Field, offers: Offers): ReadonlyMap<string, string> | undefined {
  if (suggest) return offers[suggest];
  if (!of) return undefined;
  const fitting = [...offers.known.values()].filter(({ kind }) => of.includes(kind));
  return new Map(fitting.map(({ key, label }) => [key, label]));
}

/** The list is filled when it is about to be seen: records may have been written since. */
function offerIn(
  input: Fillable,
  node: HTMLElement,
  list: () => ReadonlyMap<string, string> | undefined,
): void {
  const datalist = make('datalist', { id: `${input.id}-list` });
  node.append(datalist);
  input.setAttribute('list', datalist.id);
  input.addEventListener('focus', () => {
    const options = [...(list() ?? [])].map(([value, label]) => make('option', { value, label }));
    datalist.replaceChildren(...options);
  });
}

/** Whoever writes a name instead of a key gets the key, where only one thing bears that name. */
function settleKey(input: Fillable, list: ReadonlyMap<string, string>): void {
  const written = input.value.trim().toLowerCase();
  if (written === '' || list.has(input.value)) return;
  const byName = [...list].filter(([, name]) => name.toLowerCase() === written);
  const byCode = [...list].filter(([code]) => code.toLowerCase() === written);
  const [only, other] = [...byCode, ...byName];
  if (only && !other) [input.value] = only;
}

function nameBehind(value: string, list: ReadonlyMap<string, string>): string {
  if (value === '') return '';
  return list.get(value) ?? 'not on the list yet';
}

/** Moves what was written to what was chosen; a press on a choice takes it back. */
function choose(input: Fillable, chosen: HTMLElement, list: ReadonlyMap<string, string>): void {
  const key = input.value;
  const remove = make(
    'button',
    { type: 'button', title: 'Take back' },
    `${list.get(key) ?? key} ×`,
  );
  remove.dataset['key'] = key;
  remove.addEventListener('click', () => remove.remove());
  if (!chosenIn(chosen).includes(key)) chosen.append(remove, ' ');
  input.value = '';
}

function chosenIn(chosen: HTMLElement): string[] {
  return [...chosen.querySelectorAll('button')].map(({ dataset }) => dataset['key'] ?? '');
}

function today(): string {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** Codes of regions that are no countries: trials, outlying Oceania, the euro area. */
const NO_COUNTRIES = new Set(['XA', 'XB', 'ZZ', 'QO', 'EZ']);
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/** Every country that the browser has a name for, by its two letters. */
export function countries(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  const named = codes.flatMap((code): [string, string][] => {
    const name = NO_COUNTRIES.has(code) ? undefined : names.of(code);
    // A code of the past has the name of what came after it, which has a code of its own.
    const isNow = new Intl.Locale('und', { region: code }).maximize().region === code;
    return name === undefined || !isNow ? [] : [[code, name]];
  });
  return new Map(named.toSorted(([, a], [, b]) => a.localeCompare(b)));
}

const LANGUAGES =
  'en km fr zh zh-Hant es ar pt ru de ja ko vi th lo my id ms hi bn ta ur fa tr it nl pl uk sw am';

/** Languages that news is often written in, by their codes. */
export function languages(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return new Map(LANGUAGES.split(' ').map((code) => [code, names.of(code) ?? code]));
}
