/** Serves until a signal stops it. With --watch, each change that builds replaces the running version; clients reconnect by themselves. */
import { bundleProject } from '../bundle/bundle.ts';
import type { ProjectBundle } from '../bundle/bundle.ts';
import { startWith } from '../deployment.ts';
import type { Deployment } from '../deployment.ts';
import { errorText } from '../errors.ts';
import type { LogLine } from '../log.ts';
import type { Settings } from './settings.ts';
import { watchFolders } from './watch.ts';

export async function serve(settings: Settings): Promise<void> {
  const server = new Server(settings);
  const stopped = stopSignal();
  await server.start();
  const watcher = settings.watch ? watchFolders(settings.functionsDir, () => server.rebuild()) : null;
  await stopped;
  watcher?.close();
  await server.close();
}

/** A second signal ends the process at once, should closing ever hang. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function tell(message: string): void {
  process.stderr.write(`${message}\n`);
}

class Server {
  readonly #settings: Settings;
  #bundle: ProjectBundle | null = null;
  #deployment: Deployment | null = null;
  #ports: { port: number; sitePort: number };
  #work: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#ports = { port: settings.port, sitePort: settings.sitePort };
  }

  async start(): Promise<void> {
    const bundling = async () => (this.#bundle = await bundleProject(this.#settings.functionsDir));
    this.#deployment = await startWith(this.#options(), bundling);
    const { url, siteUrl } = this.#deployment;
    this.#ports = { port: Number(new URL(url).port), sitePort: Number(new URL(siteUrl).port) };
    if (this.#settings.json) process.stdout.write(`${JSON.stringify({ ready: true, url, siteUrl })}\n`);
    else process.stdout.write(`Functions at ${url}, HTTP actions at ${siteUrl}\n`);
  }

  #options(): Parameters<typeof startWith>[0] {
    const { functionsDir, dataDir, env, logs } = this.#settings;
    const log = (line: LogLine) => {
      if (logs === 'all' || (logs === 'failures' && (line.level === 'warn' || line.level === 'error')))
        tell(JSON.stringify(line));
    };
    return { functionsDir, dataDir, env, log, logMessages: true, ...this.#ports };
  }

  /** Rebuilds one after another. The running version changes only when the new one has started. */
  rebuild(): void {
    this.#work = this.#work
      .then(() => this.#replace())
      .catch((error: unknown) => tell(`gigsy-local failed: ${errorText(error)}`));
  }

  async #replace(): Promise<void> {
    if (this.#closed) return;
    let next: ProjectBundle;
    try {
      next = await bundleProject(this.#settings.functionsDir);
    } catch (error) {
      tell(`Not rebuilt, the last good version keeps serving: ${errorText(error)}`);
      return;
    }
    if (JSON.stringify(next) === JSON.stringify(this.#bundle)) return;
    await this.#deployment?.close();
    try {
      this.#deployment = await startWith(this.#options(), () => Promise.resolve(next));
      this.#bundle = next;
      tell('Rebuilt.');
    } catch (error) {
      this.#deployment = await startWith(this.#options(), () => Promise.resolve(this.#bundle!));
      tell(`Not rebuilt, the last good version keeps serving: ${errorText(error)}`);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#work;
    await this.#deployment?.close();
  }
}
