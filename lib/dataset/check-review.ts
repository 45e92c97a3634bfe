import type { Entry } from './book';
import type { Complaint } from './check';

/** How many editors sign a record off, and what a reviewed source must say. */
export function checkReview(entry: Entry): readonly Complaint[] {
  if (entry.review.status === 'draft') return [];
  const complaints: Complaint[] = [];
  const signed = new Set(entry.review.by).size;
  const wanted = isGrave(entry) ? 2 : 1;
  if (signed < wanted) {
    const what = entry.type === 'link' ? entry.value.rel : entry.type;
    const message = `a ${what} needs ${wanted} editor${wanted > 1 ? 's' : ''}; review.by names ${signed}`;
    complaints.push({ rule: 'review', path: entry.type === 'link' ? ['rel'] : [], message });
  }
  if (entry.review.at === undefined) {
    complaints.push({ rule: 'review', message: 'review.at is missing: when was it reviewed?' });
  }
  complaints.push(...archivesOf(entry));
  return complaints;
}

function archivesOf(entry: Entry): Complaint[] {
  if (entry.type !== 'source' || (entry.value.archives?.length ?? 0) > 0) return [];
  const message = 'archives must be stated, [{service: none}] where there is none';
  return [{ rule: 'archives', message }];
}

/** Records that can hurt somebody need a second pair of eyes. */
function isGrave(entry: Entry): boolean {
  if (entry.type === 'link') return entry.value.rel === 'contradictsOwnEarlier';
  return entry.type === 'verdict' || entry.type === 'withdrawal';
}
