import { existsSync, readFileSync } from 'node:fs';
import type { PageAnswer } from '@/test/support/web';

const SHARED = new URL('../../../shared/articles/pages/', import.meta.url);
const OWN = new URL('../pages/', import.meta.url);
const EXAMPLE = new URL('../../public/example/article.html', import.meta.url);

/** Whether the seed articles' pages are beside the project. */
export const hasSeedPages = existsSync(SHARED);

/** The addresses at which the seed articles and our own pages stand, each under a news-like host. */
export const ADDRESSES = {
  exaggerating: 'https://www.phnompenhpost.example/national-politics/csos-exaggerating-facts',
  noEvidence: 'https://www.phnompenhpost.example/national-politics/govt-tell-eu-no-evidence',
  excerpt: 'https://resource-centre.example/en/cambodia-interior-minister-claims',
  secondMeeting: 'https://www.phnompenhpost.example/national/meet-ngos-second-time-next-week',
  app: 'https://app.phnompenhpost.example/story/004',
  section: 'https://www.phnompenhpost.example/national',
  example: 'https://on-record.example/example/article',
} as const;

const FILES: Readonly<Record<string, URL>> = {
  [ADDRESSES.exaggerating]: new URL('000-static.html', SHARED),
  [ADDRESSES.noEvidence]: new URL('001-divs.html', SHARED),
  [ADDRESSES.excerpt]: new URL('002-excerpt.html', SHARED),
  [ADDRESSES.secondMeeting]: new URL('003-csp.html', SHARED),
  [ADDRESSES.section]: new URL('section.html', SHARED),
  [ADDRESSES.example]: EXAMPLE,
};

/** Every change that anything makes to the document, seen from the page itself. */
const RECORDER = `<script>window.__changes=window.__changes||[];new MutationObserver(l=>{for(const m of l)window.__changes.push([m.type,m.target.nodeName,m.attributeName,[...m.addedNodes].map(n=>n.nodeName).join(),[...m.removedNodes].map(n=>n.nodeName).join()].join(" "))}).observe(document,{subtree:true,childList:true,attributes:true,characterData:true})</script>`;

/** What the loopback web answers for an address of the tests. */
export function answerPage(url: URL): PageAnswer | undefined {
  const app = url.hostname === 'app.phnompenhpost.example' && url.pathname.startsWith('/story/');
  const own = url.hostname === 'pages.example' ? new URL(`.${url.pathname}`, OWN) : undefined;
  const file = app ? new URL('004-app.html', SHARED) : (own ?? FILES[url.origin + url.pathname]);
  if (!file || !existsSync(file)) return undefined;
  const html = readFileSync(file, 'utf8');
  return { body: html.includes('window.__changes') ? html : recorded(html) };
}

function recorded(html: string): string {
  return html.replace('</head>', `${RECORDER}</head>`);
}
