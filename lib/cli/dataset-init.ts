import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { datasetId } from '@/lib/dataset/schema/dataset-file';
import { writeSchemas } from './dataset-schemas';
import type { Io } from './io';
import { readOptions } from './options';

/** `onrecord dataset init DIR --id ID --title TITLE --date DAY`: a new dataset that already validates. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const given = readOptions(args, ['id', 'title', 'date']);
  const [folder] = given?.rest ?? [];
  const about = given && aboutOf(given.options);
  if (folder === undefined || !about) {
    io.err('usage: onrecord dataset init DIR --id ID --title TITLE --date YYYY-MM-DD');
    return 2;
  }
  if (existsSync(join(folder, 'dataset.yaml'))) {
    io.err(`onrecord: ${folder} holds a dataset already`);
    return 1;
  }
  await writeSchemas(join(folder, 'schema'));
  for (const [name, text] of filesOf(about)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  io.out(`${folder} is ready: onrecord dataset validate ${folder}`);
  return 0;
}

function aboutOf({ id, title, date }: Readonly<Record<string, string>>): About | undefined {
  if (!v.is(datasetId, id) || title === undefined || !isDay(date)) return undefined;
  return { id, title: JSON.stringify(title), date };
}

function isDay(date: string | undefined): date is string {
  return date !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(date);
}

type About = { readonly id: string; readonly title: string; readonly date: string };

function filesOf({ id, title, date }: About): readonly (readonly [name: string, text: string])[] {
  return Object.entries(FILES).map(([name, text]) => [
    name,
    text
      .replaceAll('ID', id)
      .replaceAll('TITLE', () => title)
      .replaceAll('DAY', date),
  ]);
}

const REVIEW = 'review: {status: draft, by: ["@your-name"], at: "DAY"}';

/** What a new dataset begins with: drafts, which are checked and never published. */
const FILES = {
  'dataset.yaml': `# yaml-language-server: $schema=schema/dataset.schema.json
id: ID
title: {en: TITLE}
languages: [en]
licence: CC0-1.0
edition: 1
built: "DAY"
packs:
  - {pack: main, title: {en: TITLE}}
`,
  'entities/example-person.yaml': `# yaml-language-server: $schema=../schema/entity.schema.json
# A draft: it is checked, and never published. Copy it, fill it in, set the status to reviewed.
key: person/xx/example-person
type: person
names:
  - {text: Example Person, lang: en}
${REVIEW}
`,
  'entities/example-gazette.yaml': `# yaml-language-server: $schema=../schema/entity.schema.json
key: publisher/xx/example-gazette
type: publisher
names:
  - {text: Example Gazette, lang: en}
${REVIEW}
`,
  'sources/example-article.yaml': `# yaml-language-server: $schema=../schema/source.schema.json
# One source a file, with every statement and figure taken from it. Words verbatim.
key: source/example-gazette/example-article
url: https://gazette.example/article
publisher: publisher/xx/example-gazette
title: An example article
lang: en
published: "DAY"
archives: [{service: none, note: no archived copy looked for}]
licence: quotation
${REVIEW}
statements:
  first:
    kind: quote
    speaker: person/xx/example-person
    text: These words stand in the article exactly so.
    lang: en
`,
} as const;
