import type { Device } from '@/components/options/DeviceOptions';
import { ask } from '@/lib/messages/ask';
import { browserKeys, usedBytes, versions } from '@/lib/messages/this-device';
import type { Settings } from '@/lib/settings';

/** What the options tell of this device; the diagnostics hold versions and counts, no page and no word. */
export async function readDevice(settings: Settings): Promise<Device> {
  const datasets = await ask('heldDatasets').catch(() => []);
  const { density, sites, theme, language, pausedSites, chosenSites, mutes } = settings;
  return {
    used: await usedBytes(),
    commands: await browserKeys(),
    diagnostics: [
      versions(),
      ...datasets.map(({ id, edition }) => `dataset ${id}, edition ${edition}`),
      `density ${density}, sites ${sites}, theme ${theme}, language ${language}`,
      `sites off ${pausedSites.length}, sites added ${chosenSites.length}, hidden ${mutes.length}`,
      `highlights ${'highlights' in CSS}, popover ${'popover' in HTMLElement.prototype}`,
    ].join('\n'),
  };
}
