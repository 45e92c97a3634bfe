import { words } from './words';

type Props<Value extends string> = {
  readonly title: string;
  /** What the keys of the values' words begin with. */
  readonly prefix: string;
  readonly all: readonly Value[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
};

/** One of a few, each in words. */
export function Choice<Value extends string>({
  title,
  prefix,
  all,
  chosen,
  onChoose,
}: Props<Value>) {
  return (
    <fieldset class="choices">
      <legend>{title}</legend>
      {all.map((value) => (
        <label class="choice" key={value}>
          <input
            type="radio"
            name={prefix}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          <span>{words(`${prefix}_${value.replaceAll('-', '_')}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
