import { bad, good, type Result } from '@/lib/result';
import { importClaimReviews } from './claim-review';
import type { Harvest } from './harvest';
import { slug } from '@/lib/record/loose';
import type { Row, Table, Told } from './piece';

/** Columns without which a row is no fact check. */
const NEEDED = ['claimReview_url', 'claimReview_claimReviewed', 'rating_alternateName'] as const;

/**
 * Fact checkers' tables with the columns of ClaimsKG, one review a row; the first row names them.
 * @returns how many rows there were, or a problem that names the columns that are missing
 */
export function importClaimTable(
  { file, rows }: Table,
  harvest: Harvest,
  told: Told,
): Result<number, string> {
  const [header, ...body] = rows;
  const columns = (header?.cells ?? []).map((name) => name.trim());
  const missing = NEEDED.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    return bad(
      `the first line has to name the columns of ClaimsKG; it lacks ${missing.join(', ')}`,
    );
  }
  // Cells at the end of a row may be left out, but for those that a fact check needs.
  const last = Math.max(...NEEDED.map((name) => columns.indexOf(name)));
  for (const row of body) {
    const place = `${file}:${row.line}`;
    if (row.cells.length > last && row.cells.length <= columns.length) {
      const review = reviewOf(cellsOf(columns, row), told);
      importClaimReviews([{ place, value: review }], harvest, told);
    } else {
      harvest.from(place);
      harvest.hold('a row', `it has ${row.cells.length} cells, and the header ${columns.length}`);
    }
  }
  return good(body.length);
}

function cellsOf(columns: readonly string[], { cells }: Row): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? '']));
}

function reviewOf(cells: Readonly<Record<string, string>>, { publisher }: Told): unknown {
  return {
    '@type': 'ClaimReview',
    url: cells['claimReview_url'],
    claimReviewed: cells['claimReview_claimReviewed'],
    datePublished: cells['claimReview_datePublished'],
    name: cells['extra_title'],
    author: { '@type': 'Organization', name: publisher ?? cells['claimReview_author_name'] },
    reviewRating: {
      ratingValue: cells['rating_ratingValue'],
      bestRating: cells['rating_bestRating'],
      worstRating: cells['rating_worstRating'],
      alternateName: cells['rating_alternateName'],
    },
    itemReviewed: {
      '@type': 'CreativeWork',
      author: isNamed(cells) ? { name: cells['creativeWork_author_name'] } : undefined,
      datePublished: cells['creativeWork_datePublished'],
    },
  };
}

/**
 * For some fact checkers the column holds whoever wrote the review. Nobody is given words that may not
 * be theirs: the name must stand in the review's title, claim or address.
 */
function isNamed(cells: Readonly<Record<string, string>>): boolean {
  const author = cells['creativeWork_author_name'] ?? '';
  const surname = slug(author).split('-').at(-1) ?? '';
  const around = ['extra_title', 'claimReview_claimReviewed'];
  return (
    surname.length > 2 &&
    author !== cells['claimReview_author_name'] &&
    around.some((column) =>
      slug(cells[column] ?? '')
        .split('-')
        .includes(surname),
    )
  );
}
