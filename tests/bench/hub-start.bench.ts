/** Time of `npm start` on an existing data folder until everything is ready, npm and Node included. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';

export const name = 'hub-start';

export async function* run({ short, progress }: MeasureContext): AsyncGenerator<Figure> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'gigsy-bench-'));
  const times: number[] = [];
  try {
    for (let round = 0; round <= (short ? 2 : 5); round += 1) {
      const took = await startOnce(dataDir);
      progress(`${round === 0 ? 'first start' : `start ${round}`}: ${took.toFixed(0)} ms`);
      if (round > 0) times.push(took);
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  yield {
    name: 'npm start on existing data, slowest',
    value: Math.round(Math.max(...times)),
    unit: 'ms',
    goal: { at: 'most', value: 2000 },
  };
}

async function startOnce(dataDir: string): Promise<number> {
  const started = performance.now();
  const hub = spawn('npm', ['start', '--silent', '--', '--json', '--port', '0', '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  await once(createInterface({ input: hub.stdout }), 'line');
  const took = performance.now() - started;
  await end(hub);
  return took;
}

/** Ends the process group that was started here, by its id: npm starts node. */
async function end(hub: ChildProcess): Promise<void> {
  if (hub.pid === undefined || hub.exitCode !== null) return;
  process.kill(-hub.pid, 'SIGTERM');
  await once(hub, 'exit');
}
