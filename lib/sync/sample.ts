import { Gunzip } from 'fflate';
import type { PublishedRecord } from '@/lib/record/record';
import { LIMITS } from '@/lib/dataset/limits';
import { parseRecordLine } from '@/lib/dataset/record-line';
import type { SampleStatement } from '@/lib/dataset/source-state';

const PIECE = 1024;
const MOST_SAMPLES = 5;

/** A few statements of a pack, for somebody who decides on it. */
export type Sample = {
  readonly statements: readonly SampleStatement[];
  /** Where the documents stand that these and their neighbours are quoted from. */
  readonly hosts: readonly string[];
};

/**
 * Takes some statements out of a pack's shards, spread over them; names and documents are those that
 * the same shards hold. Lines that are no record are passed over: this shows, it does not check.
 */
export function sampleOf(shards: readonly Uint8Array[]): Sample {
  const records = shards.flatMap((shard) => recordsIn(textOf(shard)));
  const found = new Map(records.map((record) => [record.id, record]));
  const statements = records.filter((record) => record.type === 'statement');
  const step = Math.max(1, Math.floor(statements.length / MOST_SAMPLES));
  const chosen = statements.filter((_each, at) => at % step === 0).slice(0, MOST_SAMPLES);
  return {
    statements: chosen.map((statement) => asShown(statement, found)),
    hosts: hostsOf(records),
  };
}

type Statement = Extract<PublishedRecord, { readonly type: 'statement' }>;

function asShown(
  { text, lang, speaker, capacity, said, source }: Statement,
  found: ReadonlyMap<string, PublishedRecord>,
): SampleStatement {
  const who = found.get(speaker);
  const where = found.get(source);
  const name = who?.type === 'entity' ? who.names[0]?.text : undefined;
  return {
    text,
    lang,
    ...(name !== undefined && { speaker: name }),
    ...(capacity !== undefined && { capacity }),
    ...(said !== undefined && { said }),
    ...(where?.type === 'source' && {
      source: { url: where.url, title: where.title, published: where.published },
    }),
  };
}

function hostsOf(records: readonly PublishedRecord[]): string[] {
  const hosts = new Set<string>();
  for (const record of records) {
    if (record.type === 'source' && URL.canParse(record.url)) {
      hosts.add(new URL(record.url).hostname);
    }
  }
  return [...hosts].toSorted();
}

function recordsIn(text: string): PublishedRecord[] {
  return text.split('\n').flatMap((line) => {
    const record = parseRecordLine(line);
    return record.ok ? [record.value] : [];
  });
}

/** The text of a shard's gzip members, cut off where it would be more than a shard may be. */
function textOf(shard: Uint8Array): string {
  const decoder = new TextDecoder();
  let text = '';
  const gunzip = new Gunzip((piece) => {
    text += decoder.decode(piece, { stream: true });
  });
  try {
    for (let at = 0; at < shard.length && text.length < LIMITS.objectInflated; at += PIECE) {
      gunzip.push(shard.subarray(at, at + PIECE), at + PIECE >= shard.length);
    }
  } catch {
    // What came out before the damage is shown; the check before a switch finds it.
  }
  return text;
}
