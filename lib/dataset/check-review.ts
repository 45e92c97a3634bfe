import type { Entry } from './book';
import type { Complaint } from './complaint';

/** How many editors sign a record off, and what a reviewed source must say. */
export function checkReview(entry: Entry): readonly Complaint[] {
  if (entry.review.status === 'draft') return [];
  const complaints = entry.review.status === 'imported' ? originOf(entry) : signaturesOf(entry);
  if (entry.review.at === undefined) {
    complaints.push({ rule: 'review', message: 'review.at is missing: when was it reviewed?' });
  }
  complaints.push(...archivesOf(entry));
  return complaints;
}

function signaturesOf(entry: Entry): Complaint[] {
  const signed = new Set(entry.review.by).size;
  const wanted = isGrave(entry) ? 2 : 1;
  if (signed >= wanted) return [];
  const what = entry.type === 'link' ? entry.value.rel : entry.type;
  const message = `a ${what} needs ${wanted} editor${wanted > 1 ? 's' : ''}; review.by names ${signed}`;
  return [{ rule: 'review', path: entry.type === 'link' ? ['rel'] : [], message }];
}

/** What a tool took over says from where; connections and withdrawals are an editor's alone. */
function originOf(entry: Entry): Complaint[] {
  if (entry.type === 'link' || entry.type === 'withdrawal') {
    const message = `a ${entry.type} is an editor's and cannot be imported`;
    return [{ rule: 'review', message }];
  }
  if (entry.review.via !== undefined) return [];
  return [{ rule: 'review', message: 'review.via is missing: imported by what, and from where?' }];
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
