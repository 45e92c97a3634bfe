import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PublishedRecord } from '@/lib/record/record';
import { inventedRecords } from '@/test/support/invented-statements';

const COMMAND = fileURLToPath(new URL('../../lib/cli/onrecord.ts', import.meta.url));
/** Printed by the process at its end: what it took. */
const TOLD =
  'data:text/javascript,process.on("exit",()=>console.error("USED "+JSON.stringify(process.resourceUsage())))';

/** What a build took. */
export type Used = {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
  readonly bytes: number;
  readonly files: number;
};

/** An edition of so many statements in so many packs. */
export type Packs = { readonly size: number; readonly packs: number; readonly edition: number };

/** Writes a dataset of imported records, cut into packs of one size. */
export function writePacks(work: string, { size, packs, edition }: Packs): void {
  mkdirSync(join(work, 'authored'), { recursive: true });
  mkdirSync(join(work, 'records'), { recursive: true });
  const names = Array.from({ length: packs }, (_each, at) => `pack-${at}`);
  writeFileSync(join(work, 'authored/dataset.yaml'), datasetYaml(names, edition));
  for (const [at, name] of names.entries()) {
    const records = inventedRecords(Math.ceil(size / packs), at + 1, packs > 1 ? `p${at}-` : '');
    const lines = changed(records, edition).map((record) => `${JSON.stringify(record)}\n`);
    writeFileSync(join(work, 'records', `${name}.ndjson`), lines.join(''));
  }
}

/** Every later edition has other words in 50 statements. */
function changed(records: readonly PublishedRecord[], edition: number): readonly PublishedRecord[] {
  if (edition === 1) return records;
  let left = 50;
  return records.map((record) => {
    if (record.type !== 'statement' || left === 0) return record;
    left -= 1;
    return { ...record, text: `${record.text} Edition ${edition}.` };
  });
}

/** @param packs their names */
export function datasetYaml(packs: readonly string[], edition: number): string {
  const listed = packs.map((pack) => `  - {pack: ${pack}, title: {en: ${pack}}}`).join('\n');
  return `id: scale
title: {en: Scale}
languages: [en]
licence: CC0-1.0
edition: ${edition}
built: "2026-01-01"
packs:
${listed}
`;
}

/** Builds what is written, by the real command in a process of its own. */
export async function buildIn(work: string, ...more: readonly string[]): Promise<Used> {
  const args = ['dataset', 'build', join(work, 'authored'), '--out', join(work, 'tree'), ...more];
  const records = join(work, 'records');
  mkdirSync(records, { recursive: true });
  const began = performance.now();
  const { out, err } = await ended(['--import', TOLD, COMMAND, ...args, '--records', records]);
  const seconds = (performance.now() - began) / 1000;
  const used = JSON.parse(/^USED (.*)$/mu.exec(err)?.[1] ?? '{}') as NodeJS.ResourceUsage;
  const { bytes, files } = JSON.parse(out) as Pick<Used, 'bytes' | 'files'>;
  const cpuSeconds = (used.userCPUTime + used.systemCPUTime) / 1e6;
  return { seconds, cpuSeconds, peakMb: used.maxRSS / 1000, bytes, files };
}

/** Signs what is built, by the real command. */
export async function signIn(work: string): Promise<void> {
  await ended([COMMAND, 'dataset', 'sign', join(work, 'tree'), '--keys', join(work, 'keys')]);
}

async function ended(args: readonly string[]): Promise<{ out: string; err: string }> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (piece: Buffer) => void (texts.out += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => void (texts.err += piece.toString()));
  const status = await new Promise((done) => {
    child.once('close', done);
  });
  if (status !== 0) throw new Error(texts.err.slice(0, 2000));
  return texts;
}
