/** Kills the deployment at random moments under load: nothing acknowledged may be lost, nothing half done, no job run twice. */
import { anyApi } from 'convex/server';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { auditAllTransfers, auditJobs, auditTotal, auditTransfers, jobsSettled } from '../local/ledger/audit.ts';
import {
  ACCOUNTS,
  type Acknowledged,
  OPENING_BALANCE,
  SocketWriter,
  httpClient,
  writeUntilItDies,
} from '../local/ledger/load.ts';
import { Random } from '../local/ledger/random.ts';
import { LedgerServer } from '../local/ledger/server.ts';

export const name = 'local-crash';

const KILLS = { short: 10, full: 200 };
const WRITERS = 10;
const SOCKET_WRITERS = 3;
/** From the first write to the kill. */
const LIFE_MS = { least: 10, most: 500 };
/** One life in ten ends while the deployment is still starting. */
const KILLED_AT_START = 0.1;
const START_MS = { least: 50, most: 700 };
const SETTLE_MS = 20_000;
const MOST_BREACHES_SHOWN = 10;

export async function* run({ short, progress, signal }: MeasureContext): AsyncIterable<Figure> {
  const seed = Math.floor(Math.random() * 2 ** 31);
  progress(`seed ${seed}`);
  const server = await LedgerServer.create();
  try {
    const soak = new CrashSoak(server, new Random(seed), progress);
    yield* soak.run(short ? KILLS.short : KILLS.full, signal);
  } finally {
    await server.remove();
  }
}

class CrashSoak {
  private readonly server: LedgerServer;
  private readonly random: Random;
  private readonly progress: (message: string) => void;
  private readonly plans: string[] = [];
  private readonly breaches: string[] = [];
  private kills = 0;
  private acknowledged = 0;

  constructor(server: LedgerServer, random: Random, progress: (message: string) => void) {
    this.server = server;
    this.random = random;
    this.progress = progress;
  }

  private get client(): ReturnType<typeof httpClient> {
    return httpClient(this.server.url);
  }

  async *run(kills: number, signal: AbortSignal): AsyncIterable<Figure> {
    await this.server.start();
    await this.client.mutation((anyApi as any).ledger.open, { accounts: ACCOUNTS, balance: OPENING_BALANCE });
    const sockets = Array.from(
      { length: SOCKET_WRITERS },
      (_, number) => new SocketWriter(this.server.url, `socket-${number}`, this.random),
    );
    while (this.kills < kills && !signal.aborted) {
      await this.life();
      if (this.kills % 20 === 0)
        this.progress(`${this.kills} kills survived, ${this.acknowledged} mutations acknowledged`);
    }
    await Promise.all(sockets.map((writer) => writer.finish()));
    yield { name: 'kills survived', value: this.kills, unit: 'kills', goal: { at: 'least', value: kills } };
    yield* this.verdict(sockets.flatMap(({ keys }) => keys));
  }

  /** Load, kill, restart, audit of the writes that this life acknowledged. */
  private async life(): Promise<void> {
    const acknowledged: Acknowledged = { transfers: [], plans: [] };
    const writers = Array.from({ length: WRITERS }, (_, writer) =>
      writeUntilItDies(this.server.url, `life-${this.kills}-${writer}`, this.random, acknowledged),
    );
    await new Promise((resolve) => setTimeout(resolve, this.random.integer(LIFE_MS.least, LIFE_MS.most)));
    await this.server.kill();
    for (const outcome of await Promise.allSettled(writers))
      if (outcome.status === 'rejected') this.breaches.push(String(outcome.reason));
    this.kills += 1;
    if (this.random.next() < KILLED_AT_START) {
      await this.server.start(this.random.integer(START_MS.least, START_MS.most));
      await this.server.kill();
      this.kills += 1;
    }
    await this.server.start();
    this.acknowledged += acknowledged.transfers.length + acknowledged.plans.length;
    this.plans.push(...acknowledged.plans);
    this.breaches.push(
      ...(await auditTotal(this.client)),
      ...(await auditTransfers(this.client, acknowledged.transfers)),
    );
  }

  private async *verdict(socketKeys: string[]): AsyncIterable<Figure> {
    if (!(await jobsSettled(this.client, SETTLE_MS))) this.breaches.push('Scheduled functions did not come to an end.');
    const all = await auditAllTransfers(this.client);
    const jobs = await auditJobs(this.client, this.plans);
    this.breaches.push(
      ...all.breaches,
      ...jobs.breaches,
      ...(await auditTotal(this.client)),
      ...(await auditTransfers(this.client, socketKeys)),
    );
    for (const breach of this.breaches.slice(0, MOST_BREACHES_SHOWN)) this.progress(breach);
    yield { name: 'mutations acknowledged over HTTP and found again', value: this.acknowledged, unit: 'mutations' };
    yield {
      name: 'transfers over sockets that outlived the kills, each applied once',
      value: socketKeys.length,
      unit: 'transfers',
    };
    yield { name: 'transfers, each whole', value: all.transfers, unit: 'transfers' };
    yield { name: 'scheduled mutations, each run exactly once', value: jobs.mutations, unit: 'jobs' };
    yield { name: 'scheduled actions, each run at most once', value: jobs.actions, unit: 'jobs' };
    yield { name: 'scheduled actions that a kill interrupted', value: jobs.lostActions, unit: 'jobs' };
    yield { name: 'breaches', value: this.breaches.length, unit: 'breaches', goal: { at: 'most', value: 0 } };
  }
}
