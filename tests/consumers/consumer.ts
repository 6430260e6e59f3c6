/**
 * A consumer: a partner's small project with exact dependencies. It installs the packed packages from their tarballs
 * into a folder outside the repository, and is built and served there.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { freePorts } from '../cli/running-hub.ts';
import type { Packed } from '../packages/pack.ts';

/** The addresses that the consumers' sources and the documentation name. */
const DOCUMENTED = { site: 'https://happy-otter-123.convex.site', convex: 'https://happy-otter-123.convex.cloud' };

export interface Consumer {
  folder: string;
  remove(): void;
}

/** Copies the consumer, with the addresses of `hub` in place of the documented ones, installs it and builds it. */
export async function buildConsumer(name: string, packed: Packed[], hub: typeof DOCUMENTED): Promise<Consumer> {
  const folder = mkdtempSync(path.join(tmpdir(), `gigsy-consumer-${name}-`));
  const consumer = { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
  try {
    cpSync(path.join(import.meta.dirname, name), folder, { recursive: true });
    for (const file of sources(folder))
      for (const which of ['site', 'convex'] as const) replaceIn(file, DOCUMENTED[which], hub[which]);
    installFromTarballs(folder, packed);
    await npm(folder, 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error');
    await npm(folder, 'run', 'build');
    return consumer;
  } catch (error) {
    consumer.remove();
    throw error;
  }
}

/** Takes our packages from the tarballs, also where they depend on each other. */
function installFromTarballs(folder: string, packed: Packed[]): void {
  const file = path.join(folder, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
    dependencies: Record<string, string>;
    overrides?: Record<string, string>;
  };
  const tarballs = new Map(packed.map(({ name, tarball }) => [name, `file:${tarball}`]));
  const dependencies = Object.fromEntries(
    Object.entries(manifest.dependencies).map(([name, version]) => [name, tarballs.get(name) ?? version]),
  );
  const overrides = Object.fromEntries([...tarballs].filter(([name]) => !(name in dependencies)));
  writeFileSync(file, JSON.stringify({ ...manifest, dependencies, overrides }));
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function replaceIn(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (text.includes(from)) writeFileSync(file, text.replaceAll(from, to));
}

/** An environment without traces of this repository. */
function environment(): NodeJS.ProcessEnv {
  const strange = /^(NODE_OPTIONS|NODE_ENV|VITEST.*|VITE_.*|npm_(?!config_(registry|cache)$).*)$/i;
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !strange.test(name))),
    NEXT_TELEMETRY_DISABLED: '1',
  } as NodeJS.ProcessEnv;
}

/** Runs npm in the consumer's folder; an error carries its output. */
async function npm(folder: string, ...options: string[]): Promise<void> {
  try {
    await promisify(execFile)('npm', options, { cwd: folder, env: environment(), maxBuffer: 2 ** 26 });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`npm ${options.slice(0, 2).join(' ')} failed in the consumer:\n${stdout}${stderr}`, {
      cause: error,
    });
  }
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

export interface Served {
  origin: string;
  close(): void;
}

/** Starts the built Next.js server on a free port. */
export async function startNext({ folder }: Consumer): Promise<Served> {
  const port = await freePorts();
  const next = spawn(
    process.execPath,
    [path.join(folder, 'node_modules/next/dist/bin/next'), 'start', '-H', '127.0.0.1', '-p', String(port)],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: environment(),
    },
  );
  const ended = once(next, 'exit').then(([code]) => Promise.reject(new Error(`next start ended with code ${code}`)));
  const ready = (async () => {
    for await (const line of createInterface({ input: next.stdout })) if (line.includes('Ready')) return;
  })();
  await Promise.race([ready, ended]);
  ended.catch(() => {});
  return { origin: `http://127.0.0.1:${port}`, close: () => next.kill('SIGKILL') };
}

/** Serves the consumer's build. */
export async function serveBuild({ folder }: Consumer): Promise<Served> {
  const built = new Map(
    sources(path.join(folder, 'dist')).map((file) => [`/${path.relative(path.join(folder, 'dist'), file)}`, file]),
  );
  const server = createServer(({ url }, response) => {
    const file = built.get(url === '/' ? '/index.html' : (url ?? ''));
    response
      .writeHead(file ? 200 : 404, { 'content-type': TYPES[path.extname(file ?? '')] ?? 'text/plain' })
      .end(file ? readFileSync(file) : undefined);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
