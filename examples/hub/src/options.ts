/** The options of `npm start`, read strictly: an unknown option is refused in one sentence. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { HubError } from './hub-error.ts';

export interface HubOptions {
  json: boolean;
  fresh: boolean;
  help: boolean;
  /** Absolute path of the data folder. */
  data: string;
  /** First of six ports in a row; 0 takes free ones. */
  port: number;
}

export const USAGE = `Usage: npm start -- [options]

Starts the Gigsy demo hub: an embedded backend with made-up people, an app in which they live, and a partner's
page with their cards.

  --data DIR   where everything is kept (default .gigsy)
  --port N     the partner page's port (default 4400); backend N+1, its HTTP site N+2, sign-in N+3, embeds N+4,
               app N+5; 0 takes free ports
  --fresh      delete the data folder first (only one that Gigsy made)
  --json       one line of JSON on standard output when ready, with the secret that signs demo people in
  --help       this text
`;

/** The partner page's port and the five after it. */
const PORTS = 6;
const MAX_PORT = 65_535 - (PORTS - 1);

export function readOptions(args: readonly string[], cwd: string): HubOptions {
  const { values } = parse(args);
  return {
    json: values.json,
    fresh: values.fresh,
    help: values.help,
    data: resolve(cwd, filled(values.data, '--data wants a folder.')),
    port: readPort(values.port),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
        data: { type: 'string', default: '.gigsy' },
        port: { type: 'string', default: '4400' },
      },
    });
  } catch (error) {
    const reason =
      error instanceof Error ? (error.message.split('\n', 1)[0] ?? '').replace(/\. .*$/, '') : String(error);
    throw new HubError('usage', `${reason.replace(/\.$/, '')}; npm start -- --help lists what there is.`);
  }
}

function readPort(given: string): number {
  const port = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN;
  if (port >= 0 && port <= MAX_PORT) return port;
  throw new HubError('usage', `--port must be a whole number from 0 to ${MAX_PORT}.`);
}

function filled(value: string, message: string): string {
  if (value.trim() === '') throw new HubError('usage', message);
  return value;
}
