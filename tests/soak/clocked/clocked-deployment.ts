/**
 * The backend in a process that can be killed, started again on the same data and ports, and moved on in time. Its functions
 * are bundled once, so that a start is short and each one runs the same code.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { bundleProject } from '../../../packages/local/src/bundle/bundle.ts';

const childFile = fileURLToPath(new URL('./child.ts', import.meta.url));
const ENDED = 'The deployment ended.';
/** Errors of connections that end before their answer, or that find nobody. */
const CUT_OFF = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE']);
const ISSUER = 'https://clerk.soak.test';

interface Ready {
  url: string;
  siteUrl: string;
  adminKey: string;
}

export type Access = Ready & { identityOf(subject: string): object };

/** The identity of a person, as the deployment takes it from an administrator. */
function identityOf(subject: string): object {
  return { issuer: ISSUER, subject, tokenIdentifier: `${ISSUER}|${subject}` };
}

export class ClockedDeployment {
  readonly #ports: readonly [api: number, site: number];
  readonly #folder = mkdtempSync(join(tmpdir(), 'gigsy-clocked-'));
  readonly #dataDir = join(this.#folder, 'data');
  readonly #bundle = join(this.#folder, 'functions');
  readonly #env: Record<string, string>;
  #child: ChildProcess | null = null;
  #ready: Promise<Ready>;
  #aheadMs = 0;
  #steps = 0;

  private constructor(ports: readonly [api: number, site: number], bundle: Buffer, env: Record<string, string>) {
    this.#ports = ports;
    this.#env = env;
    writeFileSync(this.#bundle, bundle);
    this.#ready = this.#start();
  }

  /** `env` has settings of the deployment beside the issuer of its tokens. */
  static async start(env: Record<string, string> = {}): Promise<ClockedDeployment> {
    const bundle = await bundleProject(fileURLToPath(new URL('../../../convex', import.meta.url)));
    const deployment = new ClockedDeployment([await freePort(), await freePort()], serialize(bundle), env);
    await deployment.#ready;
    return deployment;
  }

  /** Milliseconds that have passed in the deployment beside those of the machine. */
  get aheadMs(): number {
    return this.#aheadMs;
  }

  #start(): Promise<Ready> {
    const given = [this.#dataDir, this.#bundle, this.#ports.join(), String(this.#aheadMs), JSON.stringify(this.#env)];
    const child = fork(childFile, given, {
      execArgv: ['--conditions=convex'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#child = child;
    this.#steps = 0;
    return new Promise((resolve, reject) => {
      child.once('message', (ready) => {
        resolve(ready as Ready);
        child.on('message', () => {
          if (this.#child === child) this.#steps -= 1;
        });
      });
      child.once('exit', () => {
        reject(new Error(ENDED));
        // Calls that wait for it would wait for ever.
        if (this.#child === child) this.#ready = failed('The deployment ended by itself.');
      });
    });
  }

  /** The deployment's time, in Unix milliseconds. */
  get now(): number {
    return Date.now() + this.#aheadMs;
  }

  /** The means by which clients act as people, or as an operator. Waits while the deployment is down. */
  async access(): Promise<Access> {
    return { ...(await this.#ready), identityOf };
  }

  /** True for the errors of calls that a crash interrupts. */
  isCutOff(error: unknown): boolean {
    const { code, message } = error as NodeJS.ErrnoException;
    return CUT_OFF.has(code ?? '') || message === ENDED;
  }

  /** Whether the deployment has yet to come to the time that it was set to last: it is busy, and more would be too much for it. */
  get isBehind(): boolean {
    return this.#steps > 0;
  }

  advance(ms: number): void {
    this.#aheadMs += ms;
    this.#steps += 1;
    this.#child!.send({ advanceMs: ms });
  }

  /** Number of stored files on the disk. */
  filesHeld(): number {
    return readdirSync(join(this.#dataDir, 'files')).length;
  }

  /** Kills the process at once and starts it again. Calls under way fail; new ones wait. */
  async crash(): Promise<void> {
    const child = this.#child!;
    this.#child = null;
    const ended = new Promise((resolve) => {
      child.once('exit', resolve);
    });
    child.kill('SIGKILL');
    this.#ready = ended.then(() => this.#start());
    await this.#ready;
  }

  /** Ends the process and returns the folder with its data. */
  async stop(): Promise<string> {
    const child = this.#child;
    this.#child = null;
    if (child?.connected) {
      const ended = new Promise((resolve) => {
        child.once('exit', resolve);
      });
      child.disconnect();
      await ended;
    }
    return this.#dataDir;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** A refusal that somebody may ask for later, or nobody. */
function failed(message: string): Promise<never> {
  const refusal = Promise.reject(new Error(message));
  refusal.catch(() => undefined);
  return refusal;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
