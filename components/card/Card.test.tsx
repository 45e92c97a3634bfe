import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Item } from '@/lib/collections/item';
import type { CardView } from '@/lib/reading/card-view';
import { speakEnglish, speakKhmer } from '@/test/support/languages';
import {
  claimView,
  figureView,
  personView,
  strangerView,
  unknownClaimView,
} from '@/test/support/card-views';
import { Card } from './Card';
import type { CardWishes } from './card-wishes';
import type { Standing } from './use-steady';

beforeEach(speakEnglish);
afterEach(cleanup);

function draw(view: CardView, standing: Standing = 'steady') {
  const wishes = {
    onClose: vi.fn<() => void>(),
    onStep: vi.fn<(direction: 'next' | 'previous') => void>(),
    onPin: vi.fn<(pinned: boolean) => void>(),
    onPanel: vi.fn<() => void>(),
    onSave: vi.fn<CardWishes['onSave']>(async () => await Promise.resolve({ item: {} as Item })),
    onMute: vi.fn<(mute: unknown) => void>(),
    onCopy: vi.fn<CardWishes['onCopy']>(async () => await Promise.resolve()),
  };
  render(<Card view={view} seen={1} standing={standing} {...wishes} />);
  return wishes;
}

const press = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

const headings = (): string[] =>
  screen.getAllByRole('heading').map((each) => each.textContent.replaceAll(/\s+/gu, ' '));

test('a claim’s card is named after its kind and words', async () => {
  draw(await claimView());

  expect(screen.getByRole('dialog', { name: /^Claim: No fishing licence/u })).toBeTruthy();
  expect(screen.getByText('2 of 7')).toBeTruthy();
});

test('both sides of a dispute have the same form: who, words, day, source', async () => {
  draw(await claimView());

  const entries = screen.getAllByRole('article');
  expect(entries.length).toBeGreaterThan(1);
  for (const entry of entries) {
    expect(entry.querySelector('.who b')?.textContent).not.toBe('');
    expect(entry.querySelector('blockquote')?.textContent).not.toBe('');
    expect(entry.querySelector('time')?.textContent).toMatch(/\d{4}/u);
    expect(within(entry).getAllByRole('link')[0]?.getAttribute('href')).toMatch(/^https:/u);
  }
});

test('the dispute stands before what the same speaker said earlier', async () => {
  draw(await claimView());

  const titles = headings();
  expect(titles).toContain('Disputed by');
  expect(titles).toContain('Earlier by the same speaker');
  expect(titles.indexOf('Disputed by')).toBeLessThan(titles.indexOf('Earlier by the same speaker'));
});

test('the office is the one held on the article’s day', async () => {
  draw(await claimView());

  expect(document.body.textContent).toContain(
    'Minister of Fisheries, Harbour Board January 2023 to June 2024',
  );
  expect(document.body.textContent).not.toContain('Mayor of Easthaven');
});

test('a claim of which nothing is known says what was looked at', async () => {
  draw(await unknownClaimView());

  expect(screen.getByText(/No statements known about this claim/u)).toBeTruthy();
});

test('a fact check that the reader has read stands with its reviewer, its words and its page', async () => {
  const view = await unknownClaimView();
  const { context } = view;
  if (context.kind !== 'quote') throw new Error('A claim has a quote’s context.');
  const read = {
    id: 'a',
    speaker: 'Nobody Known',
    words: 'Soup was cold on every single Tuesday',
    url: 'https://checks.example/soup',
    title: 'How cold was the soup?',
    publisher: 'Lighthouse',
    seenAt: Date.UTC(2024, 4, 9, 12),
    published: '2024-05-02T08:00Z',
    verdict: { reviewer: 'Lighthouse Checks', label: '<b>Half right</b>' },
  };

  draw({ ...view, context: { ...context, read: [read] } });

  const entry = screen.getByText('Soup was cold on every single Tuesday').closest('article');
  expect(entry?.textContent).toContain('Claim, as the reviewer words it');
  expect(entry?.textContent).toContain(
    'Lighthouse Checks published the verdict “<b>Half right</b>” on May 2, 2024.',
  );
  expect(entry?.textContent).toContain('You read this on May 9, 2024');
  expect(entry?.querySelector('a')?.href).toBe('https://checks.example/soup');
  expect(entry?.querySelector('b')?.textContent).toBe('Nobody Known');
  expect(headings()).toContain('You have read before');
});

test('a person’s card has name, office, statements and a timeline by subject', async () => {
  draw(await personView());

  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Ada Marsh');
  expect(headings()).toEqual(expect.arrayContaining(['Statements by', 'By subject']));
  const subject = screen.getByText('fishing licences', { selector: '.subject' });
  expect(subject.closest('summary')?.textContent).toMatch(/\d statements, 2023 to 2025/u);
  const said = [...(subject.closest('details')?.querySelectorAll('time') ?? [])];
  expect(said.map((each) => each.dateTime)).toEqual(said.map((each) => each.dateTime).toSorted());
});

test('a name that nobody knows shows what the article says of it', async () => {
  draw(await strangerView());

  expect(screen.getByText('“Harbour clerk”, says this article')).toBeTruthy();
  expect(screen.getByText(/know nothing of Elin Frost/u)).toBeTruthy();
});

test('a figure has a chart with a name, and a table that says the same', async () => {
  draw(await figureView());

  expect(headings()).toContain('The same thing, as published');
  expect(
    screen.getByRole('img', { name: /^Published values over time: Refused licences/u }),
  ).toBeTruthy();
  const tables = screen.getAllByRole('table');
  const rows = within(tables[0] as HTMLElement).getAllByRole('row');
  expect(rows[0]?.textContent).toBe('ForValueWho, where');
  expect(rows.slice(1).map((row) => row.textContent)).toEqual([
    expect.stringMatching(/^202240/u),
    expect.stringMatching(/^202312/u),
  ]);
  expect(screen.getByText('Complaints are not refusals.')).toBeTruthy();
});

test('going on, pinning, the panel and closing are buttons with names', async () => {
  const wishes = draw(await claimView());

  press('Next mark');
  press('Previous mark');
  press('Keep this card open');
  press('Open in the side panel');
  press('Close');

  expect(wishes.onStep.mock.calls).toEqual([['next'], ['previous']]);
  expect(wishes.onPin).toHaveBeenCalledWith(true);
  expect(screen.getByRole('button', { name: 'Keep this card open', pressed: true })).toBeTruthy();
  expect(wishes.onPanel).toHaveBeenCalledOnce();
  expect(wishes.onClose).toHaveBeenCalledOnce();
});

test('buttons with an effect wait until the card has stood in plain sight', async () => {
  draw(await claimView(), 'waiting');

  expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
  expect(screen.getByRole('button', { name: 'Copy citation' })).toHaveProperty('disabled', true);
});

test('a card that the page covers says why its buttons wait', async () => {
  draw(await claimView(), 'covered');

  expect(screen.getByText(/lies over the card/u)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
});

test('saving into a new collection, with note and tags', async () => {
  const wishes = draw(await claimView());

  press('Save');
  fireEvent.input(screen.getByLabelText('Name of the new collection'), {
    target: { value: 'Licences' },
  });
  fireEvent.input(screen.getByLabelText('Note'), { target: { value: ' look again ' } });
  fireEvent.input(screen.getByLabelText(/^Tags/u), { target: { value: 'sea, , licences ' } });
  fireEvent.click(screen.getAllByRole('button', { name: 'Save' }).at(-1) as HTMLElement);

  expect(wishes.onSave).toHaveBeenCalledWith(
    expect.objectContaining({
      kind: 'claim',
      newCollection: 'Licences',
      collections: [],
      note: 'look again',
      tags: ['sea', 'licences'],
      speaker: 'Ada Marsh',
    }),
  );
  await waitFor(() => expect(screen.getByText('Saved to “Licences”.')).toBeTruthy());
});

test('saving offers the collection used last, and shows the words that are saved', async () => {
  const collections = ['a', 'b'].map((id) => ({
    id,
    name: `Collection ${id}`,
    createdAt: 0,
    changedAt: 0,
  }));
  const wishes = draw(await claimView({ collections, lastCollection: 'b' }));

  press('Save');
  expect(screen.getByText(/^Saves: No fishing licence/u)).toBeTruthy();
  fireEvent.click(screen.getAllByRole('button', { name: 'Save' }).at(-1) as HTMLElement);

  expect(wishes.onSave).toHaveBeenCalledWith(expect.objectContaining({ collections: ['b'] }));
});

test('a new collection of a name that is there already is that one', async () => {
  const collections = [{ id: 'a', name: 'Licences', createdAt: 0, changedAt: 0 }];
  const wishes = draw(await claimView({ collections, lastCollection: 'a' }));
  press('Save');
  fireEvent.change(screen.getByLabelText('Collection'), { target: { value: '+' } });

  fireEvent.input(screen.getByLabelText('Name of the new collection'), {
    target: { value: ' licences' },
  });
  fireEvent.click(screen.getAllByRole('button', { name: 'Save' }).at(-1) as HTMLElement);

  expect(wishes.onSave).toHaveBeenCalledWith(expect.objectContaining({ collections: ['a'] }));
});

test('what could not be saved is told with what to do', async () => {
  const view = await claimView();
  const wishes = draw(view);
  wishes.onSave.mockRejectedValueOnce(new Error('the disk is full'));

  press('Save');
  fireEvent.click(screen.getAllByRole('button', { name: 'Save' }).at(-1) as HTMLElement);

  await waitFor(() =>
    expect(screen.getByText(/Not saved\. There is too little room.*try again/u)).toBeTruthy(),
  );
});

test('a saved claim says so', async () => {
  draw(await claimView({ savedAs: ['1'] }));

  expect(screen.getByRole('button', { name: 'Saved ✓' })).toBeTruthy();
});

test('the citation has words, speaker, title, publisher, day and address', async () => {
  const wishes = draw(await claimView());

  press('Copy citation');

  expect(wishes.onCopy.mock.calls[0]?.[0]).toBe(
    '“No fishing licence was refused in the northern harbours last winter” (Ada Marsh). ' +
      'By Finn Dale, “Minister defends licences”, Harbour Gazette. May 10, 2024. ' +
      'https://www.news.example/licences',
  );
  await waitFor(() => expect(screen.getByRole('button', { name: 'Copied' })).toBeTruthy());
});

test('“not this” offers the claim, the person, the dataset, the site and today', async () => {
  const wishes = draw(await claimView());

  press('Not this…');
  const choices = within(screen.getByRole('list', { name: 'Not this…' })).getAllByRole('button');

  expect(choices.map((each) => each.textContent.split(':')[0])).toEqual([
    'Hide this claim',
    'Hide marks about Ada Marsh',
    'Hide the dataset “Harbour talk”',
    'No marks on news.example',
    'No marks until tomorrow',
  ]);
  fireEvent.click(choices[1] as HTMLElement);
  expect(wishes.onMute).toHaveBeenCalledWith(
    expect.objectContaining({ what: 'person', label: 'Ada Marsh' }),
  );
  expect(screen.getByText('Will not be shown again: Ada Marsh')).toBeTruthy();
});

test('an entry is reported by its number alone', async () => {
  const wishes = draw(await claimView());

  fireEvent.click(
    screen.getAllByRole('button', {
      name: 'Copy this entry’s number, to report it',
    })[0] as HTMLElement,
  );

  expect(wishes.onCopy.mock.calls[0]?.[0]).toMatch(/^[a-z]+:s\w+$/u);
  await waitFor(() => expect(screen.getByText(/^Copied: /u)).toBeTruthy());
});

test('where the publisher has an address, the entry’s number goes behind its #', async () => {
  const view = await claimView();
  const text = JSON.stringify(view).replaceAll(
    '"edition":1}',
    '"edition":1,"homepage":"https://tide-watch.example/about"}',
  );
  draw(JSON.parse(text) as CardView);

  const link = screen.getAllByRole('link', { name: 'Report this entry' })[0];

  expect(link?.getAttribute('href')).toMatch(/^https:\/\/tide-watch\.example\/about#watch:s\w+$/u);
});

test('the card speaks Khmer', async () => {
  speakKhmer();
  draw(await claimView());

  expect(screen.getByRole('dialog', { name: /^ការអះអាង/u })).toBeTruthy();
  expect(headings()).toContain('ជំទាស់ដោយ');
});
