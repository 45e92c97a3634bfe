import { zipSync } from 'fflate';
import type { ExportFormat } from '@/components/library/library-view';
import { toAuthored } from '@/lib/collections/authored-out';
import { toCsv } from '@/lib/collections/csv';
import type { Held } from '@/lib/collections/library-file';
import { type OutFile, toMarkdown } from '@/lib/collections/markdown';
import { toCslJson, toRis } from '@/lib/collections/sources-out';
import { toWebAnnotations } from '@/lib/collections/web-annotation';

type Out = {
  readonly name: string;
  readonly type: string;
  readonly of: string | Uint8Array<ArrayBuffer>;
};

type When = { readonly day: string; readonly name: string };

/** What is kept, in a form for elsewhere. */
export function outOf(format: Exclude<ExportFormat, 'own'>, held: Held, { day, name }: When): Out {
  switch (format) {
    case 'jsonld':
      return { name: 'jsonld', type: 'application/ld+json', of: toWebAnnotations(held) };
    case 'markdown':
      return { name: 'markdown.zip', type: 'application/zip', of: zipped(toMarkdown(held)) };
    case 'csv':
      return { name: 'csv', type: 'text/csv', of: toCsv(held) };
    case 'csl':
      return { name: 'csl.json', type: 'application/json', of: toCslJson(held.items) };
    case 'ris':
      return {
        name: 'ris',
        type: 'application/x-research-info-systems',
        of: toRis(held.items),
      };
    case 'dataset': {
      const files = toAuthored({ name }, held.items, day);
      return { name: 'dataset.zip', type: 'application/zip', of: zipped(files) };
    }
  }
}

function zipped(files: readonly OutFile[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const zip = zipSync(
    Object.fromEntries(files.map((file) => [file.name, encoder.encode(file.text)])),
  );
  return new Uint8Array(zip);
}
