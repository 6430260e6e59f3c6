#!/usr/bin/env node
/** The gigsy command: finds the verb, runs it, and prints the outcome for a person or, with --json, for a program. */
import { type Verb, helpOf, readGiven } from './command.ts';
import { CliError, type Failure, describe } from './failure.ts';
import { nearest } from './nearest.ts';
import { printable } from './printable.ts';
import { withoutSecrets } from './secrets.ts';
import { version } from './version.ts';
import { audit } from './verbs/audit.ts';
import { conform } from './verbs/conform.ts';
import { cutover } from './verbs/cutover.ts';
import { doctor } from './verbs/doctor.ts';
import { events } from './verbs/events.ts';
import { exportResume } from './verbs/export.ts';
import { importResume } from './verbs/import.ts';
import { privacy } from './verbs/privacy.ts';
import { retention } from './verbs/retention.ts';
import { set } from './verbs/set.ts';
import { show } from './verbs/show.ts';
import { verify } from './verbs/verify.ts';

const verbs: readonly Verb[] = [
  importResume,
  exportResume,
  set,
  show,
  privacy,
  doctor,
  conform,
  cutover,
  audit,
  retention,
  events,
  verify,
];

function overview(): string {
  const width = Math.max(...verbs.map(({ name }) => name.length));
  return [
    'Usage: gigsy VERB [arguments] [options]',
    '',
    ...[...verbs, { name: 'help', summary: "Shows this text, or with a verb that verb's" }].map(
      ({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`,
    ),
    '',
    'gigsy VERB --help lists the options of a verb, gigsy --version the version. Exit code 0: done; 1: not done, nothing changed.',
    '',
  ].join('\n');
}

function findVerb(name: string): Verb {
  const verb = verbs.find((known) => known.name === name);
  if (verb) return verb;
  const meant = nearest(name, [...verbs.map((known) => known.name), 'help']);
  throw new CliError(
    'usage',
    `There is no verb "${name}"${meant ? `; did you mean ${meant}?` : ';'} There are ${verbs.map((known) => known.name).join(', ')} and help.`,
  );
}

/** The text for standard output. */
async function answer([name, ...rest]: readonly string[], json: boolean): Promise<string> {
  if (name === undefined || name === '--help' || name === '-h') return overview();
  if (name === '--version' || name === '-V')
    return json ? `${JSON.stringify({ ok: true, version: version() })}\n` : `${version()}\n`;
  if (name === 'help') {
    const [topic] = rest.filter((word) => !word.startsWith('-'));
    return asked(topic === undefined ? overview() : helpOf(findVerb(topic)), json);
  }
  if (name.startsWith('-'))
    throw new CliError('usage', `A verb must come first, before ${name}; gigsy help lists them.`);
  const verb = findVerb(name);
  const given = readGiven(verb, rest);
  if (given.values.help) return asked(helpOf(verb), json);
  const outcome = await verb.run(given);
  process.exitCode = outcome.exitCode ?? 0;
  return json ? `${JSON.stringify({ ok: true, ...outcome.json })}\n` : `${outcome.text}\n`;
}

function asked(help: string, json: boolean): string {
  return json ? `${JSON.stringify({ ok: true, help })}\n` : help;
}

/** A failure may repeat its input, such as an address with a password. */
function tell(failure: Failure, json: boolean): void {
  const { code } = failure;
  const message = withoutSecrets(failure.message);
  const fields = failure.fields.map((field) => ({
    path: withoutSecrets(field.path),
    message: withoutSecrets(field.message),
  }));
  if (json) process.stdout.write(`${JSON.stringify({ ok: false, error: { code, message, fields } })}\n`);
  else process.stderr.write([message, ...details(message, fields), ''].join('\n'));
}

/** A line for each faulty field that the message does not name. */
function details(message: string, fields: Failure['fields']): string[] {
  return fields
    .filter((field) => !message.includes(field.message))
    .map((field) => `  ${printable(field.path || 'the document')} ${printable(field.message)}`);
}

const args = process.argv.slice(2);
// Read here too, so that a faulty command line is reported as JSON if JSON was asked for.
const json = args.includes('--json');
try {
  process.stdout.write(await answer(args, json));
} catch (error) {
  tell(describe(error), json);
  process.exitCode = verbs.some(({ name, checks }) => checks && name === args[0]) ? 2 : 1;
}
