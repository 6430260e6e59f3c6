/** The backend in a process that can be killed, started again on the same data and port, and moved on in time. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConvexHttpClient } from 'convex/browser';

const childFile = fileURLToPath(new URL('./child.ts', import.meta.url));
const ISSUER = 'https://clerk.soak.test';

interface Ready {
  url: string;
  siteUrl: string;
  adminKey: string;
}

export class ClockedDeployment {
  readonly #port: number;
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'gigsy-drift-soak-'));
  #child: ChildProcess | null = null;
  #ready: Promise<Ready>;
  #aheadMs = 0;

  private constructor(port: number) {
    this.#port = port;
    this.#ready = this.#start();
  }

  static async start(): Promise<ClockedDeployment> {
    const deployment = new ClockedDeployment(await freePort());
    await deployment.#ready;
    return deployment;
  }

  /** Milliseconds that have passed in the deployment beside those of the machine. */
  get aheadMs(): number {
    return this.#aheadMs;
  }

  #start(): Promise<Ready> {
    const child = fork(childFile, [this.#dataDir, String(this.#port), String(this.#aheadMs)], {
      execArgv: ['--conditions=convex'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#child = child;
    return new Promise((resolve, reject) => {
      child.once('message', (ready) => resolve(ready as Ready));
      child.once('exit', () => reject(new Error('The deployment ended.')));
    });
  }

  /** A client that acts as this person, or as an operator. Waits while the deployment is down. */
  async client(subject?: string): Promise<ConvexHttpClient> {
    const { url, adminKey } = await this.#ready;
    const client = new ConvexHttpClient(url, { logger: false });
    const identity = subject && { issuer: ISSUER, subject, tokenIdentifier: `${ISSUER}|${subject}` };
    (client as unknown as { setAdminAuth(key: string, identity?: object): void }).setAdminAuth(
      adminKey,
      identity || undefined,
    );
    return client;
  }

  async siteUrl(): Promise<string> {
    return (await this.#ready).siteUrl;
  }

  advance(ms: number): void {
    this.#aheadMs += ms;
    this.#child!.send({ advanceMs: ms });
  }

  /** Kills the process at once and starts it again. Calls under way fail; new ones wait. */
  async crash(): Promise<void> {
    const child = this.#child!;
    const ended = new Promise((resolve) => {
      child.once('exit', resolve);
    });
    child.kill('SIGKILL');
    this.#ready = ended.then(() => this.#start());
    await this.#ready;
  }

  async remove(): Promise<void> {
    const child = this.#child!;
    const ended = new Promise((resolve) => {
      child.once('exit', resolve);
    });
    child.kill('SIGKILL');
    await ended;
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
