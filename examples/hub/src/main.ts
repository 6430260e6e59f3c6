/** `npm start`: reads the options, starts the hub, says where it is, and ends it cleanly on SIGINT and SIGTERM. */
import { join } from 'node:path';
import { type EmbedBuild, buildEmbeds } from './build.ts';
import { HubError } from './hub-error.ts';
import type { Hub } from './hub.ts';
import { type HubOptions, USAGE, readOptions } from './options.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

let isEnding = false;

async function main(): Promise<void> {
  // A full disk under a log, or a reader that went away, must not end the hub.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const options = readOptions(process.argv.slice(2), process.cwd());
  if (options.help) {
    process.stdout.write(USAGE);
    return;
  }
  // First, since it takes longest on a fresh checkout and says so; the hub's own code takes a while to load.
  const embeds = buildEmbeds(ROOT);
  const tell = (line: string) => void process.stderr.write(`  ${line}\n`);
  const starting = import('./hub.ts').then(({ startHub }) => startHub(options, { root: ROOT, embeds, tell }));
  endOnSignals(starting, embeds);
  announce(await starting, options);
}

function announce({ addresses, secret }: Hub, options: HubOptions): void {
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ ready: true, ...addresses, secret })}\n`);
    return;
  }
  process.stdout.write(`
  Gigsy is ready.

  App            ${addresses.app}/
  Partner page   ${addresses.partner}/
  Backend        ${addresses.convex}
  HTTP site      ${addresses.site}/v1/profiles/ada
  Embed script   ${addresses.cdn}/v1/gigsy.js
  Data           ${options.data}

  Open the partner page in two windows, then:  npm run gigsy -- set ada headline "Looking for my next gig"${dataOption(options.data)}
  Ctrl+C ends it.
`);
}

/** The flags with which the gigsy command finds this hub; none where it looks by default. */
function dataOption(data: string): string {
  if (data === join(ROOT, '.gigsy')) return '';
  return ` --data ${/^[\w@%+=:,./-]+$/.test(data) ? data : `'${data.replaceAll("'", "'\\''")}'`}`;
}

function endOnSignals(starting: Promise<Hub>, embeds: EmbedBuild): void {
  const end = async () => {
    isEnding = true;
    embeds.end();
    // A start that fails has reported the reason and ended its parts.
    const hub = await starting.catch(() => undefined);
    await hub?.close();
    process.exit(hub ? 0 : 1);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
  if (process.env.npm_lifecycle_event === 'start') endWithParent(end);
}

/** npm sends signals to a shell between itself and this process; the shell may die without passing them on. */
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
  process.exitCode = 1;
  if (isEnding) return void process.stderr.write('Ended before it was ready; the next start does what is left.\n');
  const { name, message, code, stack } =
    error instanceof Error ? (error as Error & { code?: string }) : { name: '', message: String(error) };
  // By name: the class comes with the embedded deployment, which may have failed to load.
  const isKnown = error instanceof HubError || name === 'LocalDeploymentError';
  const advice =
    name === 'LocalDeploymentError' && code === 'schema_violation'
      ? " The data are another version's; --fresh starts anew."
      : '';
  process.stderr.write(`${isKnown ? message : `The hub could not start: ${message}`}${advice}\n`);
  if (!isKnown && process.env.GIGSY_DEBUG && stack) process.stderr.write(`${stack}\n`);
}

await main().catch(fail);
