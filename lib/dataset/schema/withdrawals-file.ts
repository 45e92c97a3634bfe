import * as v from 'valibot';
import { keyRef, review, withdrawn } from './parts';

/** `withdrawals/<year>.yaml`, append only: records that were published and no longer stand. */
export const withdrawalsFile = v.strictObject({
  withdrawals: v.array(v.strictObject({ of: keyRef, ...withdrawn.entries, review })),
});
export type WithdrawalsFile = v.InferOutput<typeof withdrawalsFile>;
