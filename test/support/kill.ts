/**
 * Ends a context in the middle of its work, as a browser ends a background: at a chosen write the open
 * transaction is lost, and from then on nothing of the context reads, writes or hears from the network.
 */
export class Kill {
  /** How many writes there were so far. */
  writes = 0;
  isDead = false;
  readonly #atWrite: number;

  /** @param atWrite the number of the write that is never made; counted from 0 */
  constructor(atWrite: number = Infinity) {
    this.#atWrite = atWrite;
  }

  die(): never {
    this.isDead = true;
    throw new Killed();
  }

  /** Called before each write. */
  step(transaction: IDBTransaction): void {
    if (!this.isDead && this.writes < this.#atWrite) {
      this.writes += 1;
      return;
    }
    transaction.abort();
    this.die();
  }
}

/** What a killed context's work ends in. */
class Killed extends Error {}

let current: Kill | undefined;

/** Does some work that may be killed. @returns what it came to, or undefined where it was killed */
export async function killable<T>(kill: Kill, work: () => Promise<T>): Promise<T | undefined> {
  current = kill;
  try {
    return await work();
  } catch (error) {
    if (kill.isDead) return undefined;
    throw error;
  } finally {
    current = undefined;
  }
}

/**
 * Lets IndexedDB ask the kill before each write; once for a test file, after its IndexedDB is there.
 * Only the database in memory that tests use is changed.
 */
export function watchWrites(): void {
  const stores = IDBObjectStore.prototype;
  for (const name of ['put', 'add', 'delete', 'clear'] as const) {
    ask(stores, name, (store: IDBObjectStore) => store.transaction);
  }
  for (const name of ['update', 'delete'] as const) {
    ask(IDBCursor.prototype, name, ({ source }: IDBCursor) =>
      source instanceof IDBIndex ? source.objectStore.transaction : source.transaction,
    );
  }
  const begin: unknown = Reflect.get(IDBDatabase.prototype, 'transaction');
  if (typeof begin !== 'function') throw new Error('there is no IndexedDB');
  IDBDatabase.prototype.transaction = function transaction(this: IDBDatabase, ...given) {
    if (current?.isDead === true) throw new Killed();
    return Reflect.apply(begin, this, given) as IDBTransaction;
  };
}

function ask<Of extends object>(
  of: Of,
  name: keyof Of & string,
  transactionOf: (self: Of) => IDBTransaction,
): void {
  const write: unknown = Reflect.get(of, name);
  if (typeof write !== 'function') throw new Error(`there is no ${name}`);
  Reflect.set(of, name, function asking(this: Of, ...given: unknown[]): unknown {
    current?.step(transactionOf(this));
    return Reflect.apply(write, this, given) as unknown;
  });
}

/** At which moment of a response the context is ended. */
export const MOMENTS = ['before it', 'in the middle of it', 'after it'] as const;

/** A network whose user is killed at a moment of the response of this number, counted from 0. */
export function killingFetch(
  serve: typeof fetch,
  kill: Kill,
  at: { readonly response: number; readonly moment: (typeof MOMENTS)[number] },
): typeof fetch {
  let count = 0;
  return async (input, init) => {
    if (kill.isDead) throw new Killed();
    const isNow = count === at.response;
    count += 1;
    if (!isNow) return await serve(input, init);
    if (at.moment === 'before it') kill.die();
    const answer = await serve(input, init);
    if (!answer.ok) {
      // Nobody reads such a body; what is asked for next finds the context gone.
      kill.isDead = true;
      return answer;
    }
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const end = at.moment === 'after it' ? bytes.length : bytes.length >> 1;
    const pieces = [bytes.slice(0, end)];
    const body = new ReadableStream<Uint8Array>({
      pull: (stream) => {
        const piece = pieces.shift();
        if (piece) {
          stream.enqueue(piece);
          return;
        }
        kill.isDead = true;
        stream.error(new Killed());
      },
    });
    return new Response(body, { status: answer.status });
  };
}
