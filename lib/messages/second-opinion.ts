import { ask } from './ask';

/** The live text nodes of a page's article, by another reader than ours. */
type Opinion = (page: Document) => ReadonlySet<Text> | undefined;

/** Both scripts of ours in a page share their world, which the page itself does not see. */
const NAME = 'onRecordSecondOpinion';

/** Called by the script that the background puts into the page when it is asked to. */
export function offerSecondOpinion(opinion: Opinion): void {
  Reflect.set(globalThis, NAME, opinion);
}

/** The second opinion, fetched at the first call; undefined where it cannot be put into the page. */
export async function fetchSecondOpinion(): Promise<Opinion | undefined> {
  if (!isOpinion(offered())) await ask('secondOpinion').catch(() => undefined);
  const opinion = offered();
  return isOpinion(opinion) ? opinion : undefined;
}

function offered(): unknown {
  return Reflect.get(globalThis, NAME);
}

function isOpinion(value: unknown): value is Opinion {
  return typeof value === 'function';
}
