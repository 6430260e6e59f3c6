/** The ledger's deployment in a process of its own, started again on the same data and port as often as it is killed. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const functionsDir = fileURLToPath(new URL('./convex', import.meta.url));
const childFile = fileURLToPath(new URL('../fixture/child.ts', import.meta.url));
const START_MS = 20_000;

export class LedgerServer {
  readonly url: string;
  readonly #port: number;
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'gigsy-ledger-'));
  #child: ChildProcess | null = null;

  private constructor(port: number) {
    this.#port = port;
    this.url = `http://127.0.0.1:${port}`;
  }

  static async create(): Promise<LedgerServer> {
    return new LedgerServer(await freePort());
  }

  /** Resolves when it serves; `killAfterMs` ends it at that age, even before. */
  async start(killAfterMs?: number): Promise<'ready' | 'killed'> {
    const child = spawn(
      process.execPath,
      ['--conditions=convex', childFile, functionsDir, this.#dataDir, String(this.#port)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    this.#child = child;
    const timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs ?? START_MS);
    try {
      const line = await new Promise<string | null>((resolve) => {
        child.stdout.once('data', (data) => resolve(String(data)));
        child.once('exit', () => resolve(null));
      });
      if (line === null) {
        if (killAfterMs === undefined) throw new Error('The deployment ended while it started.');
        return 'killed';
      }
      const answer = JSON.parse(line) as { url?: string; message?: string };
      if (!answer.url) throw new Error(`The deployment did not start: ${answer.message}`);
      return 'ready';
    } finally {
      clearTimeout(timer);
    }
  }

  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
