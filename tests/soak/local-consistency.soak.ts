/**
 * Transfers by concurrent writers, watched by many sockets that are cut and resume: no reader sees a broken total or
 * half a transfer, and none misses the last state.
 */
import { anyApi } from 'convex/server';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { auditAllTransfers } from '../local/ledger/audit.ts';
import { ACCOUNTS, OPENING_BALANCE, SocketWriter, httpClient, transferArgs } from '../local/ledger/load.ts';
import { Random } from '../local/ledger/random.ts';
import { LedgerReader } from '../local/ledger/reader.ts';
import { LedgerServer } from '../local/ledger/server.ts';

export const name = 'local-consistency';

const READERS = { short: 20, full: 200 };
const DURATION_MS = { short: 4_000, full: 30_000 };
const HTTP_WRITERS = 4;
const SOCKET_WRITERS = 4;
/** The share of sockets that loses its connection each time. */
const CUT_EVERY_MS = 400;
const CUT_PART = 0.05;
const LAST_STATE_MS = 20_000;

const api = anyApi as any;

export async function* run({ short, progress, signal }: MeasureContext): AsyncIterable<Figure> {
  const size = short ? 'short' : 'full';
  const seed = Math.floor(Math.random() * 2 ** 31);
  progress(`seed ${seed}: ${READERS[size]} readers, ${DURATION_MS[size] / 1_000} s`);
  const server = await LedgerServer.create();
  const readers: LedgerReader[] = [];
  try {
    await server.start();
    await httpClient(server.url).mutation(api.ledger.open, { accounts: ACCOUNTS, balance: OPENING_BALANCE });
    for (let number = 0; number < READERS[size]; number++) readers.push(new LedgerReader(server.url));
    const random = new Random(seed);
    const { cuts, transfers } = await load(server.url, readers, random, DURATION_MS[size], signal);
    progress(`${transfers} transfers committed, ${cuts} connections cut`);
    const missing = await withoutLastState(readers, transfers);
    const { breaches } = await auditAllTransfers(httpClient(server.url));
    const broken = readers.flatMap((reader) => reader.breaches);
    for (const breach of [...breaches, ...broken].slice(0, 10)) progress(breach);
    yield* figures({ readers, cuts, transfers, missing, broken: broken.length + breaches.length });
  } finally {
    await Promise.all(readers.map((reader) => reader.close()));
    await server.remove();
  }
}

/** Returns the number of transfers in the ledger at the end. */
async function load(
  url: string,
  readers: LedgerReader[],
  random: Random,
  durationMs: number,
  signal: AbortSignal,
): Promise<{ cuts: number; transfers: number }> {
  const end = Date.now() + durationMs;
  const going = () => Date.now() < end && !signal.aborted;
  const sockets = Array.from(
    { length: SOCKET_WRITERS },
    (_, number) => new SocketWriter(url, `socket-${number}`, random),
  );
  const writers = Array.from({ length: HTTP_WRITERS }, async (_, writer) => {
    const client = httpClient(url);
    for (let number = 0; going(); number++)
      await client.mutation(api.ledger.transfer, transferArgs(`http-${writer}-${number}`, random));
  });
  let cuts = 0;
  while (going()) {
    await new Promise((resolve) => setTimeout(resolve, CUT_EVERY_MS));
    for (const connection of [...readers, ...sockets]) {
      if (random.next() >= CUT_PART) continue;
      connection.cut();
      cuts += 1;
    }
  }
  await Promise.all([...writers, ...sockets.map((writer) => writer.finish())]);
  const { transfers } = await httpClient(url).query(api.ledger.state, {});
  return { cuts, transfers };
}

async function withoutLastState(readers: LedgerReader[], transfers: number): Promise<number> {
  const end = Date.now() + LAST_STATE_MS;
  const behind = () => readers.filter((reader) => reader.lastSeen !== transfers).length;
  while (behind() > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 25));
  return behind();
}

function* figures(outcome: {
  readers: LedgerReader[];
  cuts: number;
  transfers: number;
  missing: number;
  broken: number;
}): Iterable<Figure> {
  const states = outcome.readers.reduce((sum, reader) => sum + reader.states, 0);
  const sums = outcome.readers.reduce((sum, reader) => sum + reader.sums, 0);
  yield { name: 'transfers by concurrent writers', value: outcome.transfers, unit: 'transfers' };
  yield { name: 'socket readers', value: outcome.readers.length, unit: 'readers' };
  yield {
    name: 'states seen by readers',
    value: states,
    unit: 'states',
    goal: { at: 'least', value: outcome.readers.length },
  };
  yield {
    name: 'halves of one snapshot added up',
    value: sums,
    unit: 'sums',
    goal: { at: 'least', value: outcome.readers.length },
  };
  yield { name: 'connections cut and resumed', value: outcome.cuts, unit: 'cuts' };
  yield {
    name: 'readers without the last state',
    value: outcome.missing,
    unit: 'readers',
    goal: { at: 'most', value: 0 },
  };
  yield {
    name: 'broken totals, halves and transfers',
    value: outcome.broken,
    unit: 'breaches',
    goal: { at: 'most', value: 0 },
  };
}
