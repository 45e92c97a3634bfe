import type { Target } from '@/lib/collections/item';
import type { Reopened } from '@/lib/collections/reopened';
import type { Settings } from '@/lib/settings';
import { ask } from './ask';
import type { Answer, Question } from './protocol';
import { fetchSecondOpinion } from './second-opinion';

/** What the script that finds saved words again asks of the background. */
type Desk = {
  findBody(question: Question<'findBody'>): Promise<Answer<'findBody'>>;
  findWords(question: Question<'findWords'>): Promise<Answer<'findWords'>>;
  secondOpinion: typeof fetchSecondOpinion;
  address(): Promise<Answer<'cardToken'>>;
  settings(): Promise<Settings>;
  now(): number;
};

/** Under this name the background leaves in the page's hidden world what is to be found. */
const WISH = 'onRecordFindAgain';

/** Runs in a page, by itself: leaves there what is to be found. */
export function leaveWish(name: string, target: Target): void {
  Reflect.set(globalThis, name, target);
}

/** The name and the target, as `leaveWish` is given them. */
export function wishOf(target: Target): [string, Target] {
  return [WISH, target];
}

/** Finds what the background left to be found; undefined where it left nothing. */
export async function findWhatWasLeft(
  show: (desk: Desk, target: Target) => Promise<Reopened>,
): Promise<Reopened | undefined> {
  const target: unknown = Reflect.get(globalThis, WISH);
  Reflect.deleteProperty(globalThis, WISH);
  return isTarget(target) ? await show(deskHere(), target) : undefined;
}

function isTarget(value: unknown): value is Target {
  return typeof value === 'object' && value !== null && 'source' in value && 'title' in value;
}

function deskHere(): Desk {
  return {
    findBody: async (question) => await ask('findBody', question),
    findWords: async (question) => await ask('findWords', question),
    secondOpinion: fetchSecondOpinion,
    address: async () => await ask('cardToken'),
    settings: async () => (await ask('settingsFor', { url: location.href })).settings,
    now: () => Date.now(),
  };
}
