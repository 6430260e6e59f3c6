/** A demo hub and gigsy commands as child processes, for tests that need the real ones. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const HUB = ['--conditions=convex', path.join(root, 'examples/hub/src/main.ts')];
const GIGSY = ['--conditions=convex', path.join(root, 'packages/cli/src/main.ts')];

export interface Addresses {
  partner: string;
  convex: string;
  site: string;
  issuer: string;
  cdn: string;
  app: string;
  /** Signs demo people in. */
  secret: string;
}

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunningHub {
  addresses: Addresses;
  data: string;
  /** Milliseconds from the start of the process to its ready line. */
  readyAfter: number;
  /** Everything on standard output so far. */
  output(): string;
  /** Ends the hub by a signal to the hub's own process, however it was started. */
  end(signal: NodeJS.Signals): Promise<Ended>;
  /** Sends a signal to the started process, which is npm if npm started the hub. */
  endStarted(signal: NodeJS.Signals): Promise<Ended>;
}

/** Processes that a failed test has left running. */
const running = new Set<ChildProcess>();

/** An empty folder; `remove` deletes it with its content and ends processes that still run. */
export function temporaryFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'gigsy-test-'));
  const remove = () => {
    for (const child of running) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, remove };
}

/** Starts a hub and waits for its ready line; `through: 'npm'` starts it as a person would. */
export async function startHub(
  data: string,
  options: { args?: string[]; through?: 'node' | 'npm'; env?: Record<string, string> } = {},
): Promise<RunningHub> {
  const args = ['--json', '--data', data, ...(options.args ?? ['--port', '0'])];
  const started = performance.now();
  const child =
    options.through === 'npm'
      ? start('npm', ['start', '--', ...args], options.env)
      : start(process.execPath, [...HUB, ...args], options.env);
  const ended = ending(child.process, child.read);
  const line = await Promise.race([
    readyLine(child),
    ended.then(({ stderr }) => Promise.reject(new Error(`the hub ended: ${stderr}`))),
  ]);
  return {
    addresses: JSON.parse(line) as Addresses,
    data,
    readyAfter: performance.now() - started,
    output: () => child.read().stdout,
    end: (signal) => {
      process.kill((JSON.parse(readFileSync(path.join(data, 'hub.json'), 'utf8')) as { pid: number }).pid, signal);
      return ended;
    },
    endStarted: (signal) => {
      child.process.kill(signal);
      return ended;
    },
  };
}

/** Runs a hub that is expected not to start, until it ends. */
export async function runHub(args: string[]): Promise<Ended> {
  const child = start(process.execPath, [...HUB, ...args]);
  return ending(child.process, child.read);
}

export async function gigsy(args: string[], env: Record<string, string> = {}): Promise<Ended> {
  const child = start(process.execPath, [...GIGSY, ...args], env);
  return ending(child.process, child.read);
}

/** The first of six ports in a row that are free now. */
export async function freePorts(): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 10_000);
    const free = await Promise.all([0, 1, 2, 3, 4, 5].map((offset) => isFree(first + offset)));
    if (free.every(Boolean)) return first;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

interface Child {
  process: ChildProcess;
  read(): { stdout: string; stderr: string };
}

function start(command: string, args: string[], env: Record<string, string> = {}): Child {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const text = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text.stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text.stderr += chunk;
  });
  return { process: child, read: () => text };
}

function ending(child: ChildProcess, read: Child['read']): Promise<Ended> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...read() }));
  });
}

function readyLine(child: Child): Promise<string> {
  return new Promise((resolve) => {
    const look = () => {
      const line = child
        .read()
        .stdout.split('\n')
        .slice(0, -1)
        .find((text) => text.startsWith('{"ready":true'));
      if (line === undefined) return;
      child.process.stdout?.off('data', look);
      resolve(line);
    };
    child.process.stdout?.on('data', look);
  });
}
