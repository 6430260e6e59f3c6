/** `npm start`: reads the options, starts the hub, says where it is, and ends it cleanly on SIGINT and SIGTERM. */
import { LocalDeploymentError } from '@gigsy/local';
import { HubError } from './hub-error.ts';
import { type Hub, startHub } from './hub.ts';
import { type HubOptions, USAGE, readOptions } from './options.ts';

async function main(): Promise<void> {
  // A full disk under a log, or a reader that went away, must not end the hub.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const options = readOptions(process.argv.slice(2), process.cwd());
  if (options.help) {
    process.stdout.write(USAGE);
    return;
  }
  const starting = startHub(options);
  endOnSignals(starting);
  announce(await starting, options);
}

function announce({ addresses, secret }: Hub, options: HubOptions): void {
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ ready: true, ...addresses, secret })}\n`);
    return;
  }
  process.stdout.write(`
  Gigsy is ready.

  Partner page   ${addresses.partner}/
  Backend        ${addresses.convex}
  HTTP site      ${addresses.site}/v1/profiles/ada
  Embed script   ${addresses.cdn}/v1/gigsy.js
  Data           ${options.data}

  Open the partner page in two windows, then:  npm run gigsy -- set ada headline "Looking for my next gig"
  Ctrl+C ends it.
`);
}

function endOnSignals(starting: Promise<Hub>): void {
  const end = async () => {
    // A start that fails has told why already, and has ended what it started.
    const hub = await starting.catch(() => undefined);
    await hub?.close();
    process.exit(hub ? 0 : 1);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
  if (process.env.npm_lifecycle_event === 'start') endWithParent(end);
}

/** npm sends its signals to a shell between us and it, which may die of them without passing them on. */
function endWithParent(end: () => Promise<void>): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    void end();
  }, 250);
  watch.unref();
}

function fail(error: unknown): void {
  const known = error instanceof HubError || error instanceof LocalDeploymentError;
  const message = error instanceof Error ? error.message : String(error);
  const advice = error instanceof LocalDeploymentError && error.code === 'schema_violation' ? ' The data are another version\'s; --fresh starts anew.' : '';
  process.stderr.write(`${known ? message : `The hub could not start: ${message}`}${advice}\n`);
  if (!known && process.env.GIGSY_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
}

await main().catch(fail);
