import { afterAll, beforeAll } from 'vitest';
import { type Kind, launch, type LaunchChoices, type Session } from './browsers';
import { type PageAnswer, serveWeb, type Web } from './web';

/** One browser for all tests of a block, before a web that answers as given; both end with the block. */
export function openBrowser(
  kind: Kind,
  answer: (url: URL) => PageAnswer | undefined | Promise<PageAnswer | undefined>,
  choices: Partial<LaunchChoices> = {},
): { readonly session: Session; readonly web: Web } {
  const opened: Partial<{ session: Session; web: Web }> = {};
  beforeAll(async () => {
    opened.web = await serveWeb(answer);
    opened.session = await launch(kind, { ...choices, proxyPort: opened.web.port });
  });
  afterAll(async () => {
    await opened.session?.close();
    await opened.web?.close();
  });
  return {
    get session() {
      return opened.session as Session;
    },
    get web() {
      return opened.web as Web;
    },
  };
}
