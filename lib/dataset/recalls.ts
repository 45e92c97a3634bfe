import { strFromU8 } from 'fflate';
import * as v from 'valibot';
import { edtf } from '@/lib/record/base';
import { withdrawal } from '@/lib/record/record';
import { id } from '@/lib/record/ref';
import { bad, good, type Result } from '@/lib/result';
import { LIMITS } from './limits';
import { parsePlain } from './plain-json';
import { datasetId } from './schema/dataset-file';

const recalls = v.object({
  format: v.optional(v.literal(1), 1),
  dataset: v.optional(datasetId),
  recalls: v.pipe(
    v.array(
      v.object({
        id,
        reason: withdrawal.entries.reason,
        at: edtf,
        /** Whether copies that readers saved are hidden as well. */
        purge: v.optional(v.boolean(), false),
      }),
    ),
    v.maxLength(LIMITS.recalls),
  ),
});

/** The records of a dataset that are hidden at once; a list of ids that can do nothing else. */
export type Recalls = {
  readonly format: 1;
  readonly dataset: string;
  readonly recalls: v.InferOutput<typeof recalls>['recalls'];
};

/** Reads `recalls.json`; one that names another dataset is malformed. */
export function parseRecalls(bytes: Uint8Array, dataset: string): Result<Recalls, 'malformed'> {
  if (bytes.length > LIMITS.recallsBytes) return bad('malformed');
  const read = v.safeParse(recalls, parsePlain(strFromU8(bytes)));
  if (!read.success || (read.output.dataset ?? dataset) !== dataset) return bad('malformed');
  return good({ format: 1, dataset, recalls: read.output.recalls });
}
