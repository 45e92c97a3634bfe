import { importClaimReviews } from './claim-review';
import type { Imported, ImportRun } from './harvest';
import { slug } from '@/lib/record/loose';

/** Fact checkers' tables with the columns of ClaimsKG, one review a row; the first row names them. */
export function importClaimTable(rows: readonly (readonly string[])[], run: ImportRun): Imported {
  const [header = [], ...body] = rows;
  const columns = header.map((name) => name.replace(/^\uFEFF/u, '').trim());
  return importClaimReviews(
    body.map((cells) =>
      reviewOf(Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? '']))),
    ),
    run,
  );
}

function reviewOf(cells: Readonly<Record<string, string>>): unknown {
  return {
    '@type': 'ClaimReview',
    url: cells['claimReview_url'],
    claimReviewed: cells['claimReview_claimReviewed'],
    datePublished: cells['claimReview_datePublished'],
    name: cells['extra_title'],
    author: { '@type': 'Organization', name: cells['claimReview_author_name'] },
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
  const surname =
    slug(cells['creativeWork_author_name'] ?? '')
      .split('-')
      .at(-1) ?? '';
  const around = ['extra_title', 'claimReview_claimReviewed'];
  return (
    surname.length > 2 &&
    around.some((column) =>
      slug(cells[column] ?? '')
        .split('-')
        .includes(surname),
    )
  );
}
