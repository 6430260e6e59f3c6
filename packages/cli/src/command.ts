/** The shape of a verb, and the strict reading of its arguments: each refusal is one sentence that names the verb. */
import { parseArgs } from 'node:util';
import { CliError } from './failure.ts';
import { nearest } from './nearest.ts';

export interface Flag {
  /** Name of the value in the help; a flag without a value is on or off. */
  value?: string;
  help: string;
}

export interface Given {
  positionals: readonly string[];
  values: Readonly<Record<string, string | boolean | undefined>>;
}

export interface Outcome {
  /** For people, one or more lines. */
  text: string;
  /** For programs; `ok: true` is added. */
  json: Record<string, unknown>;
  /** 0 by default; a verb that checks gives 1 if it found something. */
  exitCode?: number;
}

export interface Verb {
  name: string;
  summary: string;
  /** Names of the positional arguments; `?` at the end marks an optional one. */
  positionals: readonly string[];
  flags: Readonly<Record<string, Flag>>;
  /** True if exit code 1 means that something was found, and 2 that the search failed. */
  checks?: true;
  /** Further help: fields, examples. */
  notes?: string;
  run(given: Given): Promise<Outcome>;
}

/** Flags that name the deployment of the profiles that a verb reads or changes. */
export const connectionFlags: Readonly<Record<string, Flag>> = {
  data: { value: 'DIR', help: "the running hub's data folder (default .gigsy)" },
  url: { value: 'URL', help: 'a Convex deployment instead of a local hub; signs in with the token in GIGSY_TOKEN' },
};

/** Options of every verb. */
const commonFlags: Readonly<Record<string, Flag>> = {
  json: { help: 'the outcome as one line of JSON on standard output' },
  help: { help: 'this text' },
};

export function readGiven(verb: Verb, args: readonly string[]): Given {
  const flags = { ...verb.flags, ...commonFlags };
  const given = parse(verb, flags, args);
  const wanted = verb.positionals;
  const missing = wanted.slice(given.positionals.length).find((name) => !name.endsWith('?'));
  if (!given.values.help && missing) throw usage(verb, `gigsy ${verb.name} wants ${missing}`);
  const extra = given.positionals[wanted.length];
  if (extra !== undefined) throw usage(verb, `gigsy ${verb.name} does not know what to do with "${extra}"`);
  return given;
}

function parse(verb: Verb, flags: Record<string, Flag>, args: readonly string[]): Given {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(flags).map(([name, { value }]) => [name, { type: value ? 'string' : 'boolean' }]),
      ),
    });
  } catch (error) {
    const unknown = unknownFlag(error);
    if (unknown !== undefined) {
      const meant = nearest(unknown, Object.keys(flags));
      throw usage(verb, `gigsy ${verb.name} has no option --${unknown}${meant ? `; did you mean --${meant}?` : ''}`);
    }
    const reason = error instanceof Error ? (error.message.split(/\n|\. /, 1)[0] ?? '') : String(error);
    throw usage(verb, `gigsy ${verb.name}: ${reason.replace(/\.$/, '')}`);
  }
}

/** The option that parseArgs does not know; undefined if it complains about something else. */
function unknownFlag(error: unknown): string | undefined {
  if ((error as { code?: string }).code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return undefined;
  return /'--?([^']*)'/.exec((error as Error).message)?.[1];
}

function usage(verb: Verb, reason: string): CliError {
  return new CliError('usage', `${reason}${reason.endsWith('?') ? ' See' : '; see'} gigsy ${verb.name} --help.`);
}

/** The value of a flag that has one. */
export function textOf(given: Given, flag: string): string | undefined {
  const value = given.values[flag];
  return typeof value === 'string' ? value : undefined;
}

export function helpOf(verb: Verb): string {
  const flags = Object.entries({ ...verb.flags, ...commonFlags });
  const label = ([name, { value }]: [string, Flag]) => (value ? `--${name} ${value}` : `--${name}`);
  const width = Math.max(...flags.map((flag) => label(flag).length));
  const positionals = verb.positionals.map((name) => (name.endsWith('?') ? `[${name.slice(0, -1)}]` : name));
  return [
    `Usage: ${['gigsy', verb.name, ...positionals].join(' ')} [options]`,
    '',
    `${verb.summary}.`,
    '',
    ...flags.map((flag) => `  ${label(flag).padEnd(width)}  ${flag[1].help}`),
    ...(verb.notes ? ['', verb.notes] : []),
    ...(verb.checks ? ['', 'Exit code 0: nothing is wrong; 1: something is; 2: it could not be looked for.'] : []),
    '',
  ].join('\n');
}
