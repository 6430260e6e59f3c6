/**
 * GET of a public profile on the embedded deployment beside bare node:http with node:sqlite, which sends the same bytes. Both
 * servers share this process, their clients have one of their own; what counts is the processor time of this one.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import type { Gets, Got } from './local/gets.ts';
import { createPerson, startHub } from './local/people.ts';
import { median } from './local/subject.ts';

export const name = 'local-read';

const ROUNDS = 5;
const UNIT = '1/s of processor time';

export async function* run({ short, progress }: MeasureContext): AsyncGenerator<Figure> {
  const hub = await startHub();
  const child = fork(path.join(import.meta.dirname, 'local/gets.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    progress('writing a profile');
    await createPerson(hub.deployment, 'ada', { skills: 5 });
    const url = `${hub.deployment.siteUrl}/v1/profiles/ada`;
    const body = Buffer.from(await (await fetch(url)).arrayBuffer());
    const bare = await startBare(path.join(hub.folder, 'bare.sqlite'), body);
    const count = short ? 500 : 2000;
    progress('reading it');
    const [whole, bareWhole] = await alternating(child, count, 200, [
      { url, headers: {} },
      { url: bare.url, headers: {} },
    ]);
    yield {
      name: `GET of a public profile, ${body.length} bytes`,
      value: whole,
      unit: UNIT,
      baseline: bareWhole,
      goal: { of: 'ratio', at: 'least', value: 0.2 },
    };
    progress('reading it again');
    const [known, bareKnown] = await alternating(child, count, 304, [
      { url, headers: { 'if-none-match': '*' } },
      { url: bare.url, headers: { 'if-none-match': bare.etag } },
    ]);
    yield { name: 'the same, known to the client', value: known, unit: UNIT, baseline: bareKnown };
    await bare.close();
  } finally {
    child.kill('SIGKILL');
    await hub.end();
  }
}

type Asked = Omit<Gets, 'count'>;

/** Responses a second of this process's time, for each of two servers; medians of rounds in turn, after one to warm up. */
async function alternating(
  child: ChildProcess,
  count: number,
  status: number,
  [first, second]: [Asked, Asked],
): Promise<[number, number]> {
  const rate = async (asked: Asked) => {
    const before = process.cpuUsage();
    child.send({ ...asked, count } satisfies Gets);
    const { statuses } = await answerOf(child);
    const { user, system } = process.cpuUsage(before);
    if (statuses[status] !== count) throw new Error(`Unexpected responses: ${JSON.stringify(statuses)}`);
    return Math.round(count / ((user + system) / 1e6));
  };
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const rates = [await rate(first), await rate(second)] as const;
    if (round === 0) continue;
    ours.push(rates[0]);
    theirs.push(rates[1]);
  }
  return [median(ours), median(theirs)];
}

function answerOf(child: ChildProcess): Promise<Got> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('The process of the clients ended.'));
    child.once('exit', ended).once('message', (got) => {
      child.off('exit', ended);
      resolve(got as Got);
    });
  });
}

/** A server that looks one body up by its handle, with the headers that HTTP wants. */
async function startBare(file: string, body: Buffer): Promise<{ url: string; etag: string; close(): Promise<void> }> {
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; CREATE TABLE views(handle TEXT PRIMARY KEY, etag TEXT, body TEXT)');
  db.prepare('INSERT INTO views VALUES (?, ?, ?)').run('ada', etag, body.toString());
  const find = db.prepare('SELECT etag, body FROM views WHERE handle = ?');
  const server = createServer((request, response) => {
    const view = find.get(request.url!.slice(1)) as { etag: string; body: string };
    const headers = { etag: view.etag, 'cache-control': 'no-cache', 'content-type': 'application/json' };
    if (request.headers['if-none-match'] === view.etag) response.writeHead(304, headers).end();
    else response.writeHead(200, headers).end(view.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ada`,
    etag,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      db.close();
    },
  };
}
