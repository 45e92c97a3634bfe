/**
 * A moment on one device: hybrid logical clock (Kulkarni et al. 2014) as text that sorts by time,
 * `<milliseconds>-<count>-<device>`, the first two in base 36. No two changes share one.
 */
export type Clock = string;

const TIME = 9;
const COUNT = 4;
const FULL = 36 ** COUNT;

/** The device's next moment: never before one that it has seen, whatever its own clock says. */
export function tick(last: Clock, now: number, device: string): Clock {
  const seen = timeOf(last);
  const time = Math.max(now, seen);
  const count = time === seen ? countOf(last) + 1 : 0;
  return count < FULL ? clockOf(time, count, device) : clockOf(time + 1, 0, device);
}

/** The later of two moments. */
export function later(a: Clock, b: Clock): Clock {
  return a < b ? b : a;
}

/** Whether a text is a moment as written above, after which there are others. */
export function isClock(text: string): boolean {
  return /^[0-9a-y][0-9a-z]{8}-[0-9a-z]{4}-[\w-]{1,64}$/u.test(text);
}

/** Milliseconds since 1970 of a moment; 0 for the empty one. */
export function timeOf(clock: Clock): number {
  return clock === '' ? 0 : Number.parseInt(clock.slice(0, TIME), 36);
}

function countOf(clock: Clock): number {
  return clock === '' ? -1 : Number.parseInt(clock.slice(TIME + 1, TIME + 1 + COUNT), 36);
}

function clockOf(time: number, count: number, device: string): Clock {
  return `${digits(time, TIME)}-${digits(count, COUNT)}-${device}`;
}

function digits(value: number, length: number): string {
  return value.toString(36).padStart(length, '0');
}
