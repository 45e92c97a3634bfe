// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { DATASET_ATTACKS } from '@/test/support/dataset-attacks';
import { DatasetWorld } from '@/test/support/dataset-world';
import { LISTING_ATTACKS } from '@/test/support/listing-attacks';
import { ALL_GUARDS, type Guards } from './guards';

const opened: DatasetWorld[] = [];
afterEach(() => {
  for (const world of opened.splice(0)) world.close();
});

const ATTACKS = [...DATASET_ATTACKS, ...LISTING_ATTACKS];

async function newWorld(isLarge = false, guards: Guards = ALL_GUARDS): Promise<DatasetWorld> {
  const world = await DatasetWorld.open(guards, isLarge);
  opened.push(world);
  return world;
}

describe.for(ATTACKS)('$name', ({ want, run, tufJs, isLarge }) => {
  test(`ends in: ${want}${tufJs ? `; tuf-js ${tufJs} the catalog` : ''}`, async () => {
    const world = await newWorld(isLarge);

    const answer = await run(world);

    expect([answer, tufJs && world.opinion]).toEqual([want, tufJs]);
  });
});

describe.for(ATTACKS.filter(({ guard }) => guard))('$name', ({ want, run, guard, isLarge }) => {
  test(`is stopped by the guard: ${guard}, and without it by none`, async () => {
    const world = await newWorld(isLarge, { ...ALL_GUARDS, ...(guard && { [guard]: false }) });

    expect(await run(world)).not.toBe(want);
  });
});
