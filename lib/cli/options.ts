/** Arguments taken apart: `--name value` for the names allowed, everything else in order. */
export type Given = {
  readonly options: Readonly<Record<string, string>>;
  readonly rest: readonly string[];
};

/** @returns undefined where an option is unknown or lacks its value */
export function readOptions(
  args: readonly string[],
  allowed: readonly string[],
): Given | undefined {
  const options: Record<string, string> = {};
  const rest: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] ?? '';
    if (!argument.startsWith('--')) {
      rest.push(argument);
      continue;
    }
    const value = args[at + 1];
    if (!allowed.includes(argument.slice(2)) || value === undefined) return undefined;
    options[argument.slice(2)] = value;
    at += 1;
  }
  return { options, rest };
}
