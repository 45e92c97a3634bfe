import type { Harvest } from './harvest';
import { slug } from '@/lib/record/loose';
import { goodNames } from './names';
import type { Told } from './piece';

/** The document that whoever imports names by `--publisher` and `--url`; undefined where they do not. */
export function toldSource(format: string, told: Told, harvest: Harvest): string | undefined {
  const { publisher: name, url } = told;
  if (name === undefined || url === undefined) return undefined;
  harvest.from('--publisher');
  const publisher = toldPublisher(name, harvest);
  return (
    publisher &&
    harvest.source({
      key: `source/${slug(name)}/${format}-${harvest.hashOf(url)}`,
      url,
      publisher,
      title: told.name ?? `${name}: data in the form of ${format}`,
      lang: 'en',
      published: 'XXXX',
      dateNote: 'The data do not say when they were published.',
      archives: [{ service: 'none', note: 'imported; no archived copy looked for' }],
      licence: 'quotation',
    })
  );
}

/** A publisher by name. */
export function toldPublisher(name: string, harvest: Harvest): string | undefined {
  const key = `publisher/import/${slug(name)}`;
  const names = goodNames(key, [{ text: name, lang: 'en', kind: 'main' }], harvest);
  return names.length === 0 ? undefined : harvest.actor({ key, type: 'publisher', names });
}
