/** Milliseconds of processor time this process has spent; unlike the clock it does not count others' work. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
