/**
 * Reads resources over HTTP in batches. It is all of the SDK that a read-only embed loads, so it stays small, and code for
 * rare answers is loaded when one comes.
 */
import { badResponse } from './errors.ts';
import type { ReadArgs, ReadName, ReadResult } from './resource-source.ts';
import { HANDLE, type ReaderOptions, errorIn, fetchJson, keyIn } from './site.ts';

/** Most that one request may ask for. */
const BATCH = 100;

/**
 * The asks of one task to one query: the arguments of each as a part of an address, `&sections=identity&handle=ada`.
 */
interface Batch {
  asks: string[];
  /** In the order of the asks when they are sent. */
  answers: Promise<Answer[]>;
}

interface Answer {
  value?: unknown;
  error?: unknown;
}

interface Site extends ReaderOptions {
  /** Whether it does not know the route. */
  older?: boolean;
}

/** A reader that the whole page shares, so that no caller can end a reading. */
export interface SharedReader {
  read<Name extends ReadName>(name: Name, args: ReadArgs<Name>): Promise<ReadResult<Name>>;
}

/**
 * Reads resources over HTTP. Everything that one task reads by one query goes out as one request, and an answer that is
 * under way is not asked for again. Rejects with a GigsyError; revalidates through the browser's cache.
 */
export function resourceReader(options: ReaderOptions): SharedReader {
  const site: Site = { ...options };
  const underway: Record<string, Promise<never>> = {};
  const waiting: Record<string, Batch> = {};
  return {
    async read(name, args) {
      const { handle, ...others } = args as { handle?: string } & Record<string, string>;
      if (handle !== undefined && !HANDLE.test(handle)) return null as never;
      let ask = '';
      for (const key in others) if (others[key] !== undefined) ask += `&${key}=${encodeURIComponent(others[key])}`;
      // Only asks about a handle can share a request.
      const request = handle === undefined ? name + ask : name;
      if (handle !== undefined) ask += HANDLE_IS + handle;
      return (underway[name + ask] ??= answerTo(
        ask,
        (waiting[request] = batchFor(waiting[request], (asks) => {
          delete waiting[request];
          return send(site, name, asks);
        })),
      ).finally(() => delete underway[name + ask]));
    },
  };
}

const HANDLE_IS = '&handle=';

/**
 * Runs `work` when everything that is asked together has been asked. While a page is parsed its elements come one by
 * one, each with its microtasks, so the task's end is awaited. Elements that a script makes later ask before they are
 * rendered.
 */
function afterAsking(work: () => void): void {
  if ((globalThis.document?.readyState ?? 'loading') === 'loading') setTimeout(work);
  else queueMicrotask(work);
}

/** `batch` while there is room in it, else one that goes to `work` when everything has been asked. */
function batchFor(batch: Batch | undefined, work: (asks: string[]) => Promise<Answer[]>): Batch {
  if (batch && batch.asks.length < BATCH) return batch;
  const asks: string[] = [];
  return { asks, answers: new Promise((resolve) => afterAsking(() => resolve(work(asks)))) };
}

async function answerTo(ask: string, { asks, answers }: Batch): Promise<never> {
  asks.push(ask);
  const { value, error } = (await answers)[asks.indexOf(ask)] ?? {};
  if (value === undefined) throw await errorIn(error);
  return value as never;
}

/** Sorts the asks: those that differ in the handle alone go out together, as `&sections=identity&handle=ada,sam`. */
async function send(site: Site, name: ReadName, asks: string[]): Promise<Answer[]> {
  let last: string | undefined;
  const query = asks.sort().map((ask) => {
    const [parameters, handle] = ask.split(HANDLE_IS);
    const again = parameters === last;
    last = parameters;
    return again ? `,${handle}` : ask;
  });
  const path = `/read/${name}?${(query.join('') + keyIn(site, '&')).slice(1)}`;
  const found = site.older ? null : await fetchJson(site, path);
  site.older = !found;
  const { answers } = (found ?? (await import('./older-deployment.ts')).answersOf(site, name, asks)) as {
    answers?: Answer[];
  };
  if (answers?.length !== asks.length) throw badResponse();
  return answers;
}
