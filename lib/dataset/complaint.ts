import type { Path, Rule } from './fault';

/** What one check has against one record; `path` is inside the record. */
export type Complaint = { readonly rule: Rule; readonly path?: Path; readonly message: string };
