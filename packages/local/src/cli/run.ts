/** Finds the verb and runs it. Any error becomes one sentence on standard error and exit code 1. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compare, generate, generateComponentTypes, write } from '../codegen/codegen.ts';
import { checkDeployable } from '../deployable/check.ts';
import { LocalDeploymentError, errorText } from '../errors.ts';
import { exportSnapshot } from '../snapshot/export.ts';
import { importSnapshot } from '../snapshot/import.ts';
import { parse, required } from './arguments.ts';
import { serve } from './serve.ts';
import { readSettings, variables } from './settings.ts';

const HELP = `gigsy-local runs a project's convex/ folder on this machine, for development and tests.

  gigsy-local --functions DIR --data DIR [--port N] [--site-port N] [--env KEY=VALUE]... [--settings FILE] [--watch] [--json]
      Serves the functions in DIR. --port is the API and sync port, --site-port that of HTTP actions (any free one if not given).
      --watch   rebuilds when a file changes; an error keeps the last good version serving
      --json    prints exactly {"ready":true,"url":...,"siteUrl":...} when it serves
      --settings FILE   reads functions, data, port, sitePort, env and logs from a JSON file; options win over it
      --logs off|failures|all   what is told on standard error; failures if not given

  gigsy-local codegen --functions DIR [--check]
      Writes _generated with no deployment; --check only says whether it is up to date.

  gigsy-local check --functions DIR [--env KEY=VALUE]...
      Says what a real Convex deployment would refuse; exit code 1 if there is anything.

  gigsy-local export FILE --data DIR
  gigsy-local import FILE --data DIR
      Writes all data of a stopped deployment to a file, or restores it into a new data folder; ids are kept.

--help is this text, --version the version. Everything listens on 127.0.0.1 only. Exit code 1, and one sentence, when something is wrong.
`;

export async function run(args: string[]): Promise<void> {
  // A full disk under a log, or a reader that went away, must not end the server.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    if (args.some((word) => word === '--help' || word === '-h') || args[0] === 'help') process.stdout.write(HELP);
    else if (args[0] === '--version' || args[0] === '-V') process.stdout.write(`${version()}\n`);
    else if (args[0] === 'codegen') await codegen(args.slice(1));
    else if (args[0] === 'check') await check(args.slice(1));
    else if (args[0] === 'export' || args[0] === 'import') await snapshot(args[0], args.slice(1));
    else await serve(readSettings(parse(args[0] === 'serve' ? args.slice(1) : args, 'serve').values));
  } catch (error) {
    process.stderr.write(
      `${error instanceof LocalDeploymentError ? error.message : `gigsy-local failed: ${errorText(error)}`}\n`,
    );
    process.exitCode = 1;
  }
}

/** From this package's own package.json: two folders up, from src and from dist. */
function version(): string {
  return (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string })
    .version;
}

async function codegen(args: string[]): Promise<void> {
  const { values } = parse(args, 'codegen');
  const functionsDir = resolve(required(values.functions, '--functions DIR', 'codegen'));
  const files = await generate(functionsDir);
  if (!values.check) {
    write(files);
    write(await generateComponentTypes(functionsDir));
    return;
  }
  const stale = compare(files)[0] ?? compare(await generateComponentTypes(functionsDir))[0];
  if (stale !== undefined)
    throw new LocalDeploymentError('usage', `${stale} is not what the functions say; run gigsy-local codegen.`);
}

async function check(args: string[]): Promise<void> {
  const { values } = parse(args, 'check');
  const breaches = await checkDeployable(resolve(required(values.functions, '--functions DIR', 'check')), {
    env: variables(values.env),
  });
  for (const { message } of breaches) process.stdout.write(`${message}\n`);
  if (breaches.length === 0) return;
  const reasons = breaches.length === 1 ? 'one reason' : `${breaches.length} reasons`;
  throw new LocalDeploymentError('usage', `A Convex deployment would refuse these functions for ${reasons}.`);
}

async function snapshot(verb: 'export' | 'import', args: string[]): Promise<void> {
  const { values, positionals } = parse(args, 'snapshot');
  const file = required(positionals[0], 'FILE', verb);
  if (positionals.length > 1)
    throw new LocalDeploymentError('usage', `gigsy-local ${verb} takes one file, not ${positionals.length}.`);
  const dataDir = resolve(required(values.data, '--data DIR', verb));
  const counts =
    verb === 'export' ? exportSnapshot(dataDir, resolve(file)) : await importSnapshot(dataDir, resolve(file));
  process.stdout.write(
    `${counts.documents} documents of ${counts.tables} tables and ${counts.files} files ${verb === 'export' ? 'exported' : 'imported'}\n`,
  );
}
