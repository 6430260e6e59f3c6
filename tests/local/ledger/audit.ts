/** Checks the invariants of a ledger after a restart; each breach is one sentence. */
import { anyApi } from 'convex/server';
import { TOTAL, type httpClient } from './load.ts';

const api = anyApi as any;
const CHUNK = 200;

type Client = ReturnType<typeof httpClient>;

export async function auditTotal(client: Client): Promise<string[]> {
  const { total } = await client.query(api.ledger.state, {});
  return total === TOTAL ? [] : [`The total is ${total}, not ${TOTAL}.`];
}

/** Every acknowledged transfer is there, whole, once. */
export async function auditTransfers(client: Client, keys: string[]): Promise<string[]> {
  const breaches: string[] = [];
  for (let at = 0; at < keys.length; at += CHUNK) {
    const chunk = keys.slice(at, at + CHUNK);
    const rows = (await client.query(api.ledger.rowsOf, { keys: chunk })) as [number, number][];
    rows.forEach(([transfers, entries], index) => {
      if (transfers !== 1 || entries !== 2)
        breaches.push(`Transfer ${chunk[index]} has ${transfers} rows and ${entries} entries.`);
    });
  }
  return breaches;
}

/** Unconfirmed transfers are whole too, and their number matches the counter. */
export async function auditAllTransfers(client: Client): Promise<{ breaches: string[]; transfers: number }> {
  const keys: string[] = [];
  for (let cursor: string | null = null; ;) {
    const page: { keys: string[]; isDone: boolean; continueCursor: string } = await client.query(
      api.ledger.transferPage,
      { cursor },
    );
    keys.push(...page.keys);
    if (page.isDone) break;
    cursor = page.continueCursor;
  }
  const { transfers } = await client.query(api.ledger.state, {});
  const breaches =
    transfers === keys.length ? [] : [`The counter says ${transfers} transfers, there are ${keys.length}.`];
  return { breaches: [...breaches, ...(await auditTransfers(client, keys))], transfers };
}

export async function jobsSettled(client: Client, timeoutMs: number): Promise<boolean> {
  for (const end = Date.now() + timeoutMs; Date.now() < end;) {
    if ((await client.query(api.jobs.pending, {})) === 0) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

/** Scheduled mutations ran exactly once, scheduled actions at most once; no promised one is missing. */
export async function auditJobs(
  client: Client,
  promised: string[],
): Promise<{ breaches: string[]; mutations: number; actions: number; lostActions: number }> {
  const jobs: { key: string; kind: 'mutation' | 'action'; runs: number }[] = [];
  for (let cursor: string | null = null; ;) {
    const page: { jobs: typeof jobs; isDone: boolean; continueCursor: string } = await client.query(api.jobs.ranPage, {
      cursor,
    });
    jobs.push(...page.jobs);
    if (page.isDone) break;
    cursor = page.continueCursor;
  }
  const planned = new Set(jobs.map(({ key }) => key));
  const breaches = promised
    .filter((key) => !planned.has(key))
    .map((key) => `Plan ${key} was acknowledged and is not there.`);
  const actions = jobs.filter(({ kind }) => kind === 'action');
  for (const { key, kind, runs } of jobs) {
    if (kind === 'mutation' ? runs !== 1 : runs > 1) breaches.push(`The scheduled ${kind} ${key} ran ${runs} times.`);
  }
  return {
    breaches,
    mutations: jobs.length - actions.length,
    actions: actions.length,
    lostActions: actions.filter(({ runs }) => runs === 0).length,
  };
}
