/** The settings of a server, from a settings file (its paths are relative to it) and from the command line, which wins. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { LocalDeploymentError, errorCode, errorText } from '../errors.ts';
import { required } from './arguments.ts';
import type { ServeValues } from './arguments.ts';

const LOGS = ['off', 'failures', 'all'] as const;
export type Logs = (typeof LOGS)[number];

export interface Settings {
  functionsDir: string;
  dataDir: string;
  port: number;
  sitePort: number;
  env: Record<string, string>;
  logs: Logs;
  watch: boolean;
  json: boolean;
}

interface SettingsFile {
  functions?: string;
  data?: string;
  port?: number;
  sitePort?: number;
  env?: Record<string, string>;
  logs?: Logs;
}

const HIGHEST_PORT = 65_535;

export function readSettings(values: ServeValues): Settings {
  const file = values.settings === undefined ? {} : readFile(resolve(values.settings));
  return {
    functionsDir: resolve(required(values.functions ?? file.functions, '--functions DIR', 'serve')),
    dataDir: resolve(required(values.data ?? file.data, '--data DIR', 'serve')),
    port: portOf(values.port, '--port') ?? file.port ?? 0,
    sitePort: portOf(values['site-port'], '--site-port') ?? file.sitePort ?? 0,
    env: { ...file.env, ...variables(values.env) },
    logs: logsOf(values.logs, '--logs') ?? file.logs ?? 'failures',
    watch: values.watch ?? false,
    json: values.json ?? false,
  };
}

function usage(message: string): LocalDeploymentError {
  return new LocalDeploymentError('usage', message);
}

function portOf(value: string | number | undefined, name: string): number | undefined {
  if (value === undefined) return undefined;
  const port = typeof value === 'string' ? (/^\d+$/.test(value) ? Number(value) : NaN) : value;
  if (Number.isInteger(port) && port >= 0 && port <= HIGHEST_PORT) return port;
  throw usage(`${name} must be a whole number from 0 to ${HIGHEST_PORT}, not ${JSON.stringify(value)}.`);
}

function logsOf(value: unknown, name: string): Logs | undefined {
  if (value === undefined || LOGS.includes(value as Logs)) return value as Logs | undefined;
  throw usage(`${name} must be one of ${LOGS.join(', ')}, not "${String(value)}".`);
}

export function variables(texts: string[] | undefined): Record<string, string> {
  return Object.fromEntries((texts ?? []).map(variable));
}

function variable(text: string): [string, string] {
  const [, name, value] = /^([A-Za-z_][A-Za-z0-9_]*)=([\s\S]*)$/.exec(text) ?? [];
  // The value may be a secret: it is not repeated.
  if (name === undefined || value === undefined)
    throw usage('--env must be KEY=VALUE, with a KEY of letters, digits and _.');
  return [name, value];
}

function readFile(path: string): SettingsFile {
  const read = parseFile(path);
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw usage(`The settings file ${path} must hold one JSON object.`);
  const { functions, data, port, sitePort, env, logs, ...unknown } = read as Record<string, unknown>;
  const [extra] = Object.keys(unknown);
  if (extra !== undefined)
    throw usage(
      `The settings file ${path} has "${extra}", which is none of functions, data, port, sitePort, env, logs.`,
    );
  const folder = (value: unknown, name: string) => {
    if (value !== undefined && (typeof value !== 'string' || value === ''))
      throw usage(`"${name}" in ${path} must be a path.`);
    return value === undefined ? {} : { [name]: resolve(dirname(path), value) };
  };
  const number = (value: unknown, name: string) => {
    const what = `"${name}" in ${path}`;
    if (value !== undefined && typeof value !== 'number') throw usage(`${what} must be a number.`);
    return value === undefined ? {} : { [name]: portOf(value, what) };
  };
  const told = logsOf(logs, `"logs" in ${path}`);
  return {
    ...folder(functions, 'functions'),
    ...folder(data, 'data'),
    ...number(port, 'port'),
    ...number(sitePort, 'sitePort'),
    ...environment(env, path),
    ...(told ? { logs: told } : {}),
  };
}

/** Removes the byte order mark that some editors write. */
function parseFile(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw usage(
      `The settings file ${path} can not be read: ${errorCode(error) === 'EISDIR' ? 'it is a folder' : errorText(error)}.`,
    );
  }
  if (text.trim() === '')
    throw usage(
      `The settings file ${path} is empty; it must hold one JSON object, for instance {"functions": "convex", "data": ".data"}.`,
    );
  try {
    return JSON.parse(text);
  } catch (error) {
    throw usage(`The settings file ${path} is not JSON${placeOf(error, text)}.`);
  }
}

/** Where the parser stopped, without the text there, which may be a secret. */
function placeOf(error: unknown, text: string): string {
  const [, position] = /at position (\d+)/.exec(errorText(error)) ?? [];
  return position === undefined ? '' : ` (line ${text.slice(0, Number(position)).split('\n').length})`;
}

function environment(env: unknown, path: string): Pick<SettingsFile, 'env'> {
  if (env === undefined) return {};
  const isObject = typeof env === 'object' && env !== null && !Array.isArray(env);
  if (!isObject || Object.values(env).some((value) => typeof value !== 'string'))
    throw usage(`"env" in ${path} must be an object of texts.`);
  return { env: env as Record<string, string> };
}
