/** One line of the benchmark table. */
export type BenchRow = {
  readonly bench: string;
  readonly measure: string;
  readonly ours: number;
  readonly goal: string;
  readonly peers: string;
};

/** Rows of one benchmark. */
export function rowsOf(bench: string, rows: readonly Omit<BenchRow, 'bench'>[]): BenchRow[] {
  return rows.map((row) => ({ bench, ...row }));
}
