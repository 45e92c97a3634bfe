import type { Io, Verb } from './io';

const ACTIONS: Readonly<Record<string, () => Promise<{ readonly run: Verb }>>> = {
  validate: async () => await import('./dataset-validate'),
  build: async () => await import('./dataset-build'),
  bundle: async () => await import('./dataset-bundle'),
  sign: async () => await import('./dataset-sign'),
  publish: async () => await import('./dataset-publish'),
  import: async () => await import('./dataset-import'),
  init: async () => await import('./dataset-init'),
  schemas: async () => await import('./dataset-schemas'),
  diff: async () => await import('./dataset-diff'),
  export: async () => await import('./dataset-export'),
  form: async () => await import('./dataset-form'),
};

const USAGE = `usage: onrecord dataset ACTION
  init     DIR --id ID --title TITLE --date DAY    a new dataset that validates
  schemas  DIR              JSON Schemas of the authored files, for editors
  form     DIR              a page on this computer that writes the same YAML
  diff     OLD NEW          what changed, a line a record
  export   TREE --out FILE  a published tree as one zip
  validate DIR [--texts DIR]   every check of the authored form, one line a fault
  build    DIR --out DIR [--previous DIR] [--records DIR]   the published tree, unsigned
  import   FORMAT FILE …    ClaimReview, Popolo, Wikidata and tables of figures as records
  bundle   DIR --out DIR    every dataset below DIR, as the extension carries them
  sign     DIR --keys DIR   signed metadata over a built tree; makes the keys that are missing
  publish  DIR --out DIR --keys DIR   builds on from what is published there, and signs it`;

/** `onrecord dataset …`: the publisher's tools. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [name = '', ...rest] = args;
  const load = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (!load) {
    io.err(USAGE);
    return 2;
  }
  const action = await load();
  return await action.run(rest, io);
}
