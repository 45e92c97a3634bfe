/** A backup as its list shows it; times in milliseconds since 1970. */
export type Backup = {
  readonly number: number;
  readonly at: number;
  readonly items: number;
  readonly collections: number;
  /** Bytes stored. */
  readonly size: number;
  /** Why it was made. */
  readonly reason: 'daily' | 'before-import' | 'before-restore' | 'before-migration';
};

const DAY_MS = 86_400_000;

/**
 * Which backups stay: the newest three, the last of each of the seven days past, and the last of each
 * of the eight weeks past. The newest that holds anything always stays, so that an emptied library
 * never pushes out the last full one.
 */
export function keptBackups(backups: readonly Backup[], now: number): readonly Backup[] {
  const newest = backups.toSorted((a, b) => b.at - a.at || b.number - a.number);
  const kept = new Set<Backup>(newest.slice(0, 3));
  const full = newest.find(({ items }) => items > 0);
  if (full) kept.add(full);
  const days = new Set<number>();
  const weeks = new Set<number>();
  for (const backup of newest) {
    const age = Math.floor((now - backup.at) / DAY_MS);
    const week = Math.floor(age / 7);
    if (age < 7 && !days.has(age)) kept.add(backup);
    if (week < 8 && !weeks.has(week)) kept.add(backup);
    days.add(age);
    weeks.add(week);
  }
  return newest.filter((backup) => kept.has(backup));
}
