import { toBase64 } from './base64';
import { type BuiltPack, buildPack, countsOf, type PackFacts, ObjectsByHash } from './build-pack';
import { compareEditions, mergedChanges } from './compare';
import { type Change, writeDelta } from './delta';
import { LIMITS } from './limits';
import { baseObjects, type DeltaRef, type PackManifest } from './manifest';
import type { PublishedRecord } from '@/lib/record/record';
import type { Sha256 } from './published-id';
import { gzipped } from './shards';

/** The edition before: its manifest, its records, and the single steps that its manifest still names. */
export type PreviousEdition = {
  readonly manifest: PackManifest;
  readonly records: readonly PublishedRecord[];
  readonly steps: readonly Step[];
};

/** The changes from one edition to the next one published. */
export type Step = {
  readonly from: number;
  readonly to: number;
  readonly changes: readonly Change[];
};

/** A new base after so many editions, or when the steps since weigh so much of it. */
const EDITIONS_A_BASE = 30;
const STEPS_OF_BASE = 0.3;
/** Besides the last step, readers who were away for a week or a month get one of their own. */
const HOPS = [7, 30];
/** So many editions may a reader be behind and still be led on by deltas. */
const STEPS_KEPT = 30;

/**
 * The edition after another: the same base with one more delta, or a new base where the deltas have
 * grown too much. Records that did not change keep their revision.
 */
export function nextEdition(
  facts: PackFacts,
  {
    previous,
    records: all,
  }: { readonly previous: PreviousEdition; readonly records: readonly PublishedRecord[] },
  sha256: Sha256,
): BuiltPack {
  const { records, changes } = compareEditions(previous.records, all, facts.built);
  const last: Step = { from: previous.manifest.edition, to: facts.edition, changes };
  const objects = new ObjectsByHash(sha256);
  const steps = takenSteps([...previous.steps, last].slice(-STEPS_KEPT));
  const deltas = deltasOf(steps, objects);
  if (steps.length === 0 || needsBase(previous.manifest, facts.edition, steps)) {
    const built = buildPack(facts, records, { sha256 });
    for (const [hash, bytes] of built.objects) objects.all.set(hash, bytes);
    const manifest = { ...built.manifest, deltas };
    return { manifest, objects: objects.all, changes: changes.length };
  }
  const { base } = previous.manifest;
  const counts = countsOf(records);
  const manifest: PackManifest = { format: 1, minReader: 1, ...facts, counts, base, deltas };
  return { manifest, objects: objects.all, changes: changes.length };
}

/** Single steps, and hops to the newest edition. */
function deltasOf(steps: readonly PackedStep[], objects: ObjectsByHash): DeltaRef[] {
  const last = steps.at(-1);
  if (!last) return [];
  const deltas = steps.map((step) => deltaOf(step, objects, step === last));
  for (const hop of HOPS) {
    const since = steps.filter(({ from }) => from >= last.to - hop);
    const [first] = since;
    if (!first || since.length < 2) continue;
    const changes = mergedChanges(since.map((step) => step.changes));
    const merged = packedStep({ from: first.from, to: last.to, changes });
    if (isTaken(merged)) deltas.push(deltaOf(merged, objects, false));
  }
  const byWay = new Map(deltas.map((delta) => [`${delta.from} ${delta.to}`, delta]));
  return [...byWay.values()];
}

/** The steps after the last one that readers would refuse: who is behind it takes the base. */
function takenSteps(steps: readonly Step[]): readonly PackedStep[] {
  const packed = steps.map(packedStep);
  return packed.slice(packed.findLastIndex((step) => !isTaken(step)) + 1);
}

type PackedStep = Step & { readonly raw: number; readonly bytes: Uint8Array };

function packedStep(step: Step): PackedStep {
  const raw = writeDelta(step.changes);
  return { ...step, raw: raw.length, bytes: gzipped(raw) };
}

function isTaken({ raw, bytes }: PackedStep): boolean {
  return raw <= LIMITS.objectInflated && bytes.length <= LIMITS.delta;
}

/** The newest step stands in the manifest where it is small: a daily update is then one request. */
function deltaOf(
  { from, to, raw, bytes }: PackedStep,
  objects: ObjectsByHash,
  isLast: boolean,
): DeltaRef {
  if (isLast && bytes.length <= LIMITS.deltaInline) {
    return { from, to, inline: toBase64(bytes), raw };
  }
  return { from, to, raw, object: objects.add(bytes, raw) };
}

function needsBase(previous: PackManifest, edition: number, steps: readonly PackedStep[]): boolean {
  if (edition - previous.base.edition >= EDITIONS_A_BASE) return true;
  const base = baseObjects(previous).reduce((sum, { bytes }) => sum + bytes, 0);
  const since = steps
    .filter(({ from }) => from >= previous.base.edition)
    .reduce((sum, { bytes }) => sum + bytes.length, 0);
  return since > base * STEPS_OF_BASE;
}
