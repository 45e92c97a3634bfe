import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Finding } from '@/lib/reading/finding';
import { countsOf, emptyState, type PageState } from '@/lib/reading/page-state';
import { claimView, figureView, personView, strangerView } from '@/test/support/card-views';
import { speakEnglish } from '@/test/support/languages';
import { Panel } from './Panel';

beforeEach(() => {
  speakEnglish();
  // jsdom has no layout and so cannot scroll.
  Element.prototype.scrollIntoView = vi.fn<() => void>();
});
afterEach(cleanup);

/** A page with a person, a figure, a claim, and a name that nobody knows. */
async function findingsOfPage(): Promise<Finding[]> {
  const views = [await personView(), await figureView(), await claimView(), await strangerView()];
  return views.map(({ finding }, at) => ({
    ...finding,
    id: `b${at}`,
    weight: at === 3 ? 'none' : 'direct',
  }));
}

async function draw(more: Partial<Parameters<typeof Panel>[0]> = {}) {
  const findings = more.findings ?? (await findingsOfPage());
  const state: PageState = {
    ...emptyState('https://news.example/licences', 'marked'),
    title: 'Minister defends licences',
    examined: countsOf(findings),
    withContext: countsOf(findings.filter(({ weight }) => weight !== 'none')),
  };
  const wishes = {
    onShow: vi.fn<(id: string) => void>(),
    onStep: vi.fn<(direction: 'next' | 'previous') => void>(),
    onSave: vi.fn<Parameters<typeof Panel>[0]['onSave']>(),
    onMute: vi.fn<(mute: unknown) => void>(),
    onCopy: vi.fn<(text: string) => Promise<void>>(async () => await Promise.resolve()),
  };
  render(
    <Panel
      state={state}
      findings={findings}
      opened={undefined}
      view={undefined}
      inView={undefined}
      people={[]}
      {...wishes}
      {...more}
    />,
  );
  return wishes;
}

const listed = (): string[] =>
  within(screen.getByRole('list', { name: 'What was found, in reading order' }))
    .getAllByRole('button')
    .map((each) => each.textContent);

test('what is on record stands in reading order, as buttons', async () => {
  await draw();

  expect(listed()).toEqual([
    'Person Ada Marsh',
    'Figure 40 refused licences',
    expect.stringMatching(/^Claim No fishing licence/u),
  ]);
});

test('everything that was found stands there too, when it is wanted', async () => {
  await draw();

  fireEvent.click(screen.getByRole('checkbox', { name: 'Only what is on record' }));

  expect(listed()).toContain('Person · nothing on record Elin Frost');
});

test('a kind can be left out', async () => {
  await draw();

  fireEvent.click(screen.getByRole('button', { name: 'Person 2', pressed: true }));

  expect(listed()).toHaveLength(2);
  expect(screen.getByRole('button', { name: 'Person 2', pressed: false })).toBeTruthy();
});

test('a press asks for the finding; next and previous for the neighbours', async () => {
  const wishes = await draw();

  fireEvent.click(screen.getByRole('button', { name: 'Person Ada Marsh' }));
  fireEvent.click(screen.getByRole('button', { name: 'Next mark' }));

  expect(wishes.onShow).toHaveBeenCalledWith('b0');
  expect(wishes.onStep).toHaveBeenCalledWith('next');
});

test('an opened finding shows all that its card shows, and can be saved', async () => {
  const view = await claimView();
  await draw({ opened: 'b2', view: { ...view, finding: { ...view.finding, id: 'b2' } } });

  expect(screen.getByRole('button', { name: /^Claim/u, expanded: true })).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Disputed by' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', false);
});

test('the finding that stands in the window is told', async () => {
  await draw({ inView: 'b1' });

  const current = screen
    .getAllByRole('button')
    .filter((each) => each.getAttribute('aria-current') === 'location');
  expect(current.map((each) => each.textContent)).toEqual(['Figure 40 refused licences']);
});

test('the people of the article have a timeline', async () => {
  const { context } = await personView();
  const lines = context.kind === 'mention' ? context.by : [];
  await draw({ people: [{ label: 'Ada Marsh', lines }] });

  expect(
    screen.getByRole('heading', { name: 'What the people of this article said, over the years' }),
  ).toBeTruthy();
  expect(screen.getByText('Ada Marsh', { selector: '.subject' })).toBeTruthy();
});

test('nothing on record says what was looked up, and offers the rest', async () => {
  const findings = (await findingsOfPage()).map((each) => ({ ...each, weight: 'none' as const }));
  await draw({ findings });

  expect(
    screen.getByText(
      'No statements known about what this article says: 2 names, 1 figure and 1 claim were looked up.',
    ),
  ).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Show all 4 that were found' }));
  expect(listed()).toHaveLength(4);
});

test('filters that leave nothing are told of as what they are', async () => {
  await draw();

  for (const kind of [/^Person \d$/u, /^Figure \d$/u, /^Claim \d$/u]) {
    fireEvent.click(screen.getByRole('button', { name: kind }));
  }

  expect(screen.getByText('Your filters leave out everything that was found.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Show all 4 that were found' })).toBeTruthy();
});

test('a page that is no article says what to do', async () => {
  await draw({ findings: [], state: emptyState('https://news.example/', 'not-an-article') });

  expect(screen.getByText(/^Open a news article in this tab/u)).toBeTruthy();
  expect(screen.queryByRole('list')).toBeNull();
});
