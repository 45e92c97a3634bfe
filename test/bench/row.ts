/** One line of the benchmark table. */
export type BenchRow = {
  readonly bench: string;
  readonly measure: string;
  readonly ours: number;
  readonly goal: string;
  readonly peers: string;
};
