/**
 * The answers of a running hub's API to an embed build, kept beside the tests: later builds are tried against them
 * (`tests/e2e/version-skew.spec.ts`). Their addresses are replaced by documentation addresses.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../build/stamp.ts';

export interface RecordedAnswer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

/** A full, a sparse, a private, an unknown and a refused profile, and the deployment's own address. */
const PATHS = [
  '/v1/profiles/ada',
  '/v1/profiles/maximiliana',
  '/v1/profiles/sam',
  '/v1/profiles/tomas',
  '/v1/profiles/nobody',
  '/v1/profiles/A',
  '/v1',
];
const HEADERS = [
  'content-type',
  'cache-control',
  'etag',
  'access-control-allow-origin',
  'access-control-expose-headers',
];

export const answersFolder = path.join(root, 'tests/e2e/answers');

/** Starts a hub and writes its answers to tests/e2e/answers/<version>.json. */
export async function recordAnswers(version: string): Promise<void> {
  const data = mkdtempSync(path.join(tmpdir(), 'gigsy-answers-'));
  const hub = spawn(
    process.execPath,
    ['--conditions=convex', 'examples/hub/src/main.ts', '--json', '--port', '0', '--data', data],
    { cwd: root, stdio: ['ignore', 'pipe', 2] },
  );
  try {
    const ended = once(hub, 'exit').then(() => {
      throw new Error('The hub ended before it was ready (see above).');
    });
    const [line] = (await Promise.race([once(createInterface({ input: hub.stdout! }), 'line'), ended])) as [string];
    const answers = await readAll(JSON.parse(line) as Record<'site' | 'convex' | 'cdn', string>);
    mkdirSync(answersFolder, { recursive: true });
    writeFileSync(path.join(answersFolder, `${version}.json`), `${JSON.stringify(answers, null, 2)}\n`);
  } finally {
    hub.kill('SIGTERM');
    rmSync(data, { recursive: true, force: true });
  }
}

async function readAll({
  site,
  convex,
  cdn,
}: Record<'site' | 'convex' | 'cdn', string>): Promise<Record<string, RecordedAnswer>> {
  const answers: Record<string, RecordedAnswer> = {};
  for (const at of PATHS) {
    const response = await fetch(site + at);
    const text = (await response.text())
      .replaceAll(cdn, 'https://cdn.gigsy.example')
      .replaceAll(convex, 'https://happy-otter-123.convex.cloud')
      .replaceAll(site, 'https://happy-otter-123.convex.site');
    const headers = Object.fromEntries(
      HEADERS.flatMap((name) => (response.headers.get(name) === null ? [] : [[name, response.headers.get(name)!]])),
    );
    answers[at] = { status: response.status, headers, body: JSON.parse(text) };
  }
  return answers;
}
