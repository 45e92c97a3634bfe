import { expect, test } from 'vitest';
import { pageText } from './page-text';
import { selectedIn } from './selection';

const ADDRESS = 'https://board.example/topic/7';

/** A page with `[` and `]` where the reader's selection begins and ends. */
function pageWith(body: string): Document {
  document.head.innerHTML =
    '<title>Topic 7</title><link rel="canonical" href="https://board.example/topic/7/">' +
    '<meta property="og:site_name" content="The Board">' +
    '<meta property="article:published_time" content="2026-03-01">';
  document.documentElement.lang = 'en';
  document.body.innerHTML = body;
  const selection = document.getSelection();
  selection?.removeAllRanges();
  const [from, to] = [markAt('['), markAt(']')];
  if (from && to) selection?.setBaseAndExtent(from.node, from.at, to.node, to.at);
  return document;
}

/** Takes the mark out and says where it stood. */
function markAt(mark: string): { node: Text; at: number } | undefined {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node instanceof Text ? node.data.indexOf(mark) : -1;
    if (!(node instanceof Text) || at < 0) continue;
    node.deleteData(at, 1);
    return { node, at };
  }
  return undefined;
}

test.for([
  {
    name: 'words of a list, which is no article',
    body: '<nav>Home</nav><ul><li>One</li><li>The [dam is] safe</li></ul>',
    quote: { exact: 'dam is', prefix: 'Home\nOne\nThe ', suffix: ' safe' },
  },
  {
    name: 'words over several blocks, as a triple click leaves them',
    body: '<p>Before</p><p>[The <b>dam</b> is safe.</p><p>]After</p>',
    quote: { exact: 'The dam is safe.', prefix: 'Before\n', suffix: '\nAfter' },
  },
  {
    name: 'what stands around without scripts and styles',
    body: '<p>Said:<script>var x</script> [dam]<style>a{}</style> here</p>',
    quote: { exact: 'dam', prefix: 'Said: ', suffix: ' here' },
  },
])('saves $name', ({ body, quote }) => {
  const target = selectedIn(pageWith(body), ADDRESS);

  expect(target.quote).toEqual(quote);
  expect(pageText(document).text.slice(target.position?.start, target.position?.end)).toBe(
    quote.exact,
  );
});

test('saves the page with its facts where nothing is selected', () => {
  expect(selectedIn(pageWith('<p>Nothing is selected here.</p>'), ADDRESS)).toEqual({
    source: ADDRESS,
    canonical: 'https://board.example/topic/7/',
    title: 'Topic 7',
    publisher: 'The Board',
    published: '2026-03-01',
    lang: 'en',
  });
});
