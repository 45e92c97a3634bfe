import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings';
import { mayRead } from './may-read';

const NOW = 1_000_000;
const page = { host: 'www.news.example', isPrivate: false };
const muted = (what: 'site' | 'all', id: string, until?: number): Partial<Settings> => ({
  mutes: [{ what, id, label: id, ...(until === undefined ? {} : { until }) }],
});

test.for<{ name: string; change: Partial<Settings>; status: string | undefined }>([
  { name: 'reads where nothing speaks against it', change: {}, status: undefined },
  { name: 'stays away when paused', change: { paused: true }, status: 'paused' },
  {
    name: 'stays away from a site that is off, with or without www',
    change: { pausedSites: ['news.example'] },
    status: 'paused-here',
  },
  {
    name: 'reads another site than the one that is off',
    change: { pausedSites: ['ews.example'] },
    status: undefined,
  },
  {
    name: 'stays away from the hosts below a site that is off',
    change: { pausedSites: ['example'] },
    status: 'paused-here',
  },
  {
    name: 'stays away from a muted site',
    change: muted('site', 'news.example'),
    status: 'paused-here',
  },
  {
    name: 'reads a chosen site, and the hosts below it',
    change: { sites: 'chosen', chosenSites: ['news.example'] },
    status: undefined,
  },
  {
    name: 'stays away from a site that was not chosen',
    change: { sites: 'chosen', chosenSites: ['ews.example'] },
    status: 'not-chosen',
  },
  {
    name: 'stays away from what is no known news site',
    change: { sites: 'news' },
    status: 'not-chosen',
  },
  {
    name: 'reads a chosen site beside the news sites',
    change: { sites: 'news', chosenSites: ['news.example'] },
    status: undefined,
  },
  { name: 'stays away while all is muted', change: muted('all', '*', NOW + 1), status: 'paused' },
  {
    name: 'reads again when the mute has ended',
    change: muted('all', '*', NOW - 1),
    status: undefined,
  },
])('$name', ({ change, status }) => {
  const answer = mayRead({ ...DEFAULT_SETTINGS, ...change }, page, NOW);

  expect(answer.active).toBe(status === undefined);
  expect(answer.status).toBe(status);
});

test('reads known news sites, and no others that end alike', () => {
  const settings: Settings = { ...DEFAULT_SETTINGS, sites: 'news' };
  const on = (host: string): boolean => mayRead(settings, { host, isPrivate: false }, NOW).active;

  expect(on('www.reuters.com')).toBe(true);
  expect(on('english.cambodiadaily.com')).toBe(true);
  expect(on('notreuters.com')).toBe(false);
});

test('stays out of private windows unless they are allowed', () => {
  const hidden = { ...page, isPrivate: true };

  expect(mayRead(DEFAULT_SETTINGS, hidden, NOW).status).toBe('private-window');
  expect(mayRead({ ...DEFAULT_SETTINGS, privateWindows: true }, hidden, NOW).active).toBe(true);
});
