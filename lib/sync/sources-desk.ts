import { LIMITS } from '@/lib/dataset/limits';
import {
  type Agreed,
  type LastWord,
  lastWordOf,
  type SourceChange,
  type SourceFrom,
  type SourcePreview,
  type SourceProgress,
  type SourcesDesk,
  type SourceState,
  type SourceTrouble,
  sumOf,
  type Told,
  troubleOf,
} from '@/lib/dataset/source-state';
import { unpackTree } from '@/lib/dataset/tree-file';
import { bad, good } from '@/lib/result';
import { fileHost } from './file-host';
import type { Host } from './host';
import { mirror } from './mirror';
import { addressIn } from './source-address';
import type { SyncProblem } from './read-edition';
import { type Offer, readOffer } from './subscribe';
import { type Errand, nameOf, syncAll, type SyncReport } from './sync';
import type { Outcome } from './sync-dataset';
import type { SyncOffice } from './sync-office';
import { watchedOffice } from './watched-office';

/** A dataset to be kept from now on; nothing of it is there yet but its first root. */
type NewSource = Pick<SourcePreview, 'id' | 'title' | 'licence' | 'urls' | 'fingerprint'> &
  Partial<Pick<SourcePreview, 'publisher' | 'homepage'>> & {
    readonly firstRoot: Uint8Array;
    readonly listing?: Uint8Array;
    readonly at: number;
    /** Names of the packs that the reader chose; all of them where absent. */
    readonly wanted?: readonly string[];
  };

/** What the desk reads and keeps, in its own words; storage provides it. */
type SourcesStore = {
  list(): Promise<readonly SourceState[]>;
  /** Adds a dataset, or more mirrors to one that is there already. */
  add(source: NewSource): Promise<void>;
  change(id: string, change: SourceChange): Promise<void>;
  remove(id: string): Promise<void>;
  /** Hashes what is stored; what is not as it was is deleted and marked. @returns how many objects */
  verify(): Promise<number>;
  /** Puts the datasets of the package back where they are damaged. @returns whether readers see a change */
  reinstall(): Promise<boolean>;
};

/** Everything from outside that the desk needs. */
export type DeskOutside = {
  readonly office: () => Promise<SyncOffice>;
  readonly store: () => Promise<SourcesStore>;
  readonly locks: Pick<LockManager, 'request'>;
  /** Called as long work goes on, and with undefined at its end. */
  readonly tell: (progress: SourceProgress | undefined) => void;
  /** What readers see has changed. */
  readonly changed: () => Promise<void>;
  /** Whether the browser lets us fetch from an address whatever its host says. */
  readonly mayFetch: (url: string) => Promise<boolean>;
};

/** An asked look that found everything current is not repeated within a minute, for the host's sake. */
const SOON_MS = 60_000;

type Place = {
  readonly host: Host;
  readonly url?: string;
  /** What an invitation says the key is. */
  readonly fingerprint?: string;
};

/** Opens the desk: one piece of long work at a time, in the order in which it was asked for. */
export class SyncDesk implements SourcesDesk {
  readonly #outside: DeskOutside;
  #turn: Promise<unknown> = Promise.resolve();
  #working: SourceProgress | undefined;
  #stop: AbortController | undefined;

  constructor(outside: DeskOutside) {
    this.#outside = outside;
  }

  async list(): ReturnType<SourcesDesk['list']> {
    const sources = await (await this.#outside.store()).list();
    return { sources, ...(this.#working && { working: this.#working }) };
  }

  async preview(from: SourceFrom): Promise<Told<SourcePreview>> {
    const offer = await this.#offer(from);
    if (!offer.ok) return offer;
    const { preview } = offer.value.offer;
    return good({ ...preview, ...standingOf(preview, (await this.list()).sources) });
  }

  async subscribe(from: SourceFrom, yes: Agreed): Promise<Told<LastWord>> {
    const found = await this.#offer(from);
    if (!found.ok) return found;
    const { offer, place } = found.value;
    const { preview, firstRoot, listing } = offer;
    const { sources } = await this.list();
    const refusal = refusalOf(preview, yes, sources);
    if (refusal) return bad(refusal);
    const { now } = await this.#outside.office();
    await (
      await this.#outside.store()
    ).add({
      ...preview,
      firstRoot,
      ...(listing && { listing }),
      at: now(),
      ...(yes.packs && { wanted: yes.packs }),
    });
    const { url, host } = place;
    const errand = { isAsked: true, only: preview.id, ...(url === undefined && { host }) };
    return good(await this.run(errand));
  }

  async check(id?: string): Promise<LastWord> {
    const { now } = await this.#outside.office();
    const { sources } = await this.list();
    const last = sources.find((source) => source.id === id)?.last;
    if (last?.word === 'current' && now() - last.at < SOON_MS) return 'current';
    return await this.run({ isAsked: true, ...(id !== undefined && { only: id }) });
  }

  stop(): void {
    this.#stop?.abort();
  }

  async change(id: string, change: SourceChange): Promise<void> {
    const { sources } = await this.list();
    const offered = sources.find((source) => source.id === id)?.offered ?? [];
    await (await this.#outside.store()).change(id, change);
    if (offered.some(({ pack }) => change.packs?.[pack])) {
      await this.run({ isAsked: true, only: id });
    }
    if (change.packs) await this.#outside.changed();
  }

  async repair(): Promise<number> {
    const store = await this.#outside.store();
    const count = await store.verify();
    const isMended = await store.reinstall();
    const isHurt = (await store.list()).some(({ packs }) => packs.some(({ damaged }) => damaged));
    if (isHurt) await this.run({ isAsked: true });
    if (count > 0 || isMended) await this.#outside.changed();
    return count;
  }

  async remove(id: string): Promise<void> {
    await (await this.#outside.store()).remove(id);
    await this.#outside.changed();
  }

  /** Runs an errand when those before it are done. */
  async run(errand: Errand): Promise<LastWord> {
    const turn = this.#turn.then(async () => await this.#work(errand));
    this.#turn = turn.catch(() => undefined);
    return wordFor(await turn);
  }

  /** When a dataset that failed is to be tried again (ms since 1970); undefined where none did. */
  async retryAt(): Promise<number | undefined> {
    const { store } = await this.#outside.office();
    const times: number[] = [];
    for (const { id } of await store.subscriptions()) {
      const job = await store.job(id);
      if (job && job.attempts > 0) times.push(job.nextAt);
    }
    return times.length > 0 ? Math.min(...times) : undefined;
  }

  async #work(errand: Errand): Promise<SyncReport> {
    const stop = new AbortController();
    this.#stop = stop;
    try {
      const office = await this.#outside.office();
      const watched = watchedOffice(office, (progress) => this.#tell(progress), stop.signal);
      const report = await syncAll(watched, this.#outside.locks, errand);
      if (await this.#isChanged(report, errand)) await this.#outside.changed();
      return report;
    } finally {
      this.#stop = undefined;
      this.#tell(undefined);
    }
  }

  /** A look for what is newer also puts right what the package holds and this device does not. */
  async #isChanged(report: SyncReport, { isRecallsOnly = false }: Errand): Promise<boolean> {
    if (report === 'busy') return false;
    const isMended = !isRecallsOnly && (await (await this.#outside.store()).reinstall());
    return isMended || [...report.values()].some(({ kind }) => kind === 'updated');
  }

  #tell(progress: SourceProgress | undefined): void {
    this.#working = progress;
    this.#outside.tell(progress);
  }

  async #offer(from: SourceFrom): Promise<Told<{ offer: Offer; place: Place }>> {
    const office = await this.#outside.office();
    const place = await placeOf(from, office);
    if (!place.ok) return place;
    const { host, url, fingerprint } = place.value;
    const offer = await readOffer(host, url, office);
    if (!offer.ok) return bad(await this.#troubleAt(url, offer.problem));
    const isOther = fingerprint !== undefined && fingerprint !== offer.value.preview.fingerprint;
    if (isOther) return bad('other-fingerprint');
    return good({ offer: offer.value, place: place.value });
  }

  /** A host that may not be asked looks to us like one that does not answer. */
  async #troubleAt(url: string | undefined, problem: SyncProblem): Promise<SourceTrouble> {
    const trouble = troubleOf(nameOf(problem));
    if (trouble !== 'unreachable' || url === undefined) return trouble;
    return (await this.#outside.mayFetch(url)) ? trouble : 'not-permitted';
  }
}

async function placeOf(from: SourceFrom, office: SyncOffice): Promise<Told<Place>> {
  if (from.kind === 'address') {
    const address = addressIn(from.typed);
    if (!address.ok) return address;
    return good({ ...address.value, host: mirror(address.value.url, office.fetch, office.guards) });
  }
  const answer = await office.fetch(from.blob).catch(() => undefined);
  if (!answer?.ok) return bad('no-file');
  const tree = unpackTree(new Uint8Array(await answer.arrayBuffer()));
  if (!tree.ok) return bad(tree.problem === 'too-large' ? 'over-limit' : 'no-file');
  return good({ host: fileHost(tree.value) });
}

function standingOf(
  { id, fingerprint }: Offer['preview'],
  sources: readonly SourceState[],
): Pick<SourcePreview, 'standing' | 'heldFingerprint'> {
  const held = sources.find((source) => source.id === id);
  if (!held) return { standing: 'new' };
  if (held.trust === 'built-in') return { standing: 'built-in' };
  if (held.fingerprint === fingerprint) return { standing: 'held' };
  const { fingerprint: before } = held;
  return { standing: 'other-key', ...(before !== undefined && { heldFingerprint: before }) };
}

/** Why a dataset cannot be added, though its signatures are in order. */
function refusalOf(
  preview: Offer['preview'],
  yes: Agreed,
  sources: readonly SourceState[],
): SourceTrouble | undefined {
  if (preview.fingerprint !== yes.fingerprint) return 'other-fingerprint';
  const { standing } = standingOf(preview, sources);
  if (standing === 'built-in' || standing === 'other-key') return standing;
  if (standing === 'held') return undefined;
  const own = sources.filter(({ trust }) => trust === 'subscribed');
  if (own.length >= LIMITS.subscriptions) return 'too-many';
  const held = sources.flatMap(({ packs }) => packs).reduce((sum, pack) => sum + pack.bytes, 0);
  const { bytes } = sumOf(preview.packs.filter(({ pack }) => yes.packs?.includes(pack) ?? true));
  const isOver = bytes > LIMITS.subscriptionBytes || held + bytes > LIMITS.allBytes;
  return isOver ? 'over-limit' : undefined;
}

/** One word for a run over several datasets: what went wrong first, else what came. */
function wordFor(report: SyncReport): LastWord {
  if (report === 'busy') return 'busy';
  const words = [...report.values()].map((outcome) => lastWordOf(nameOfOutcome(outcome)));
  const wrong = words.find((word) => word !== 'current' && word !== 'updated');
  return wrong ?? (words.includes('updated') ? 'updated' : 'current');
}

function nameOfOutcome(outcome: Outcome): string {
  return outcome.kind === 'failed' ? nameOf(outcome.problem) : outcome.kind;
}
