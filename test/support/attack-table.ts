import { DATASET_ATTACKS } from './dataset-attacks';
import { LISTING_ATTACKS } from './listing-attacks';
import { METADATA_ATTACKS } from './metadata-attacks';

type Row = readonly [attack: string, ends: string, stoppedBy: string, tufJs: string];

/** Every attack and how it ends, as the table of `lib/sync/README.md`. */
export function attackTable(): string {
  const heads: Row = ['attack', 'ends in', 'stopped by', 'tuf-js'];
  const rows = [heads, ['---', '---', '---', '---'], ...metadataRows(), ...datasetRows()];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function metadataRows(): readonly Row[] {
  return METADATA_ATTACKS.map((attack) => {
    const { name, want, differs } = attack;
    const stopper = 'guard' in attack ? `\`${attack.guard}\`` : attack.because;
    return [name, want, stopper, differs ? `${differs[0]}: ${differs[1]}` : 'the same'];
  });
}

function datasetRows(): readonly Row[] {
  return [...DATASET_ATTACKS, ...LISTING_ATTACKS].map(({ name, want, guard, tufJs }) => [
    name,
    want,
    guard === undefined ? problemIn(want) : `\`${guard}\``,
    tufJs === undefined ? '' : `${tufJs} the catalog`,
  ]);
}

/** Some attacks come to nothing without being refused. */
function problemIn(want: string): string {
  const word = want.split(', ')[1] ?? want;
  return /^(?:current|updated)/u.test(word) ? '–' : word;
}
