import { make, type Offers } from './form-inputs';

/** Runs in the form's page: what the checks say, line by line. */

/** What is wrong with the dataset as it would be. */
type FormFault = {
  readonly message: string;
  readonly rule?: string;
  readonly file?: string;
  readonly line?: number;
};

/** The tool's answer: the file that was written, or why none was, and the YAML. */
export type FormAnswer = {
  readonly file?: string;
  readonly name?: string;
  readonly text?: string;
  readonly faults?: readonly FormFault[];
};

/** Shows an answer: what happened, each fault with its line, and the YAML with its lines numbered. */
export function showAnswer(into: HTMLElement, answer: FormAnswer, offers: Offers): void {
  const { file, faults = [], text = '', name } = answer;
  const own = faults.filter((fault) => fault.file === name);
  const lines = new Set(own.map(({ line }) => line));
  into.replaceChildren(
    make('h2', {}, file === undefined ? 'Nothing is written yet' : `${file} is written`),
    ...(faults.length > 0 ? [faultList(faults, name)] : []),
    ...(text === '' ? [] : [yamlLines(text, lines, offers)]),
  );
  into.focus();
  into.scrollIntoView({ block: 'start' });
}

function faultList(faults: readonly FormFault[], name: string | undefined): HTMLElement {
  const items = faults.map(({ message, rule, file, line }) => {
    const said = rule === undefined ? message : `${rule}: ${message}`;
    if (line === undefined) return make('li', {}, said);
    const where =
      file === name
        ? make('a', { href: `#line-${line}` }, `line ${line}`)
        : `${file ?? ''}:${line}`;
    return make('li', {}, where, ` ${said}`);
  });
  return make('ul', { className: 'faults' }, ...items);
}

/** The file as it is or would be; behind a key stands the name of what it points to. */
function yamlLines(
  text: string,
  wrong: ReadonlySet<number | undefined>,
  offers: Offers,
): HTMLElement {
  const items = text
    .trimEnd()
    .split('\n')
    .map((line, at) => {
      const names = namesIn(line, offers);
      const behind = names === '' ? [] : [make('span', { className: 'name' }, `   ← ${names}`)];
      const item = make('li', { id: `line-${at + 1}` }, line, ...behind);
      item.classList.toggle('wrong', wrong.has(at + 1));
      return item;
    });
  return make('ol', { className: 'yaml' }, ...items);
}

function namesIn(line: string, { known }: Offers): string {
  const keys = line.match(/[a-z]+\/[a-z0-9/-]+(?:#[a-z0-9-]+)?/gu) ?? [];
  return keys.flatMap((key) => known.get(key)?.label ?? []).join(', ');
}
