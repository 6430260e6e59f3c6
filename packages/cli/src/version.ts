/** The version of the command, from its own package.json: one folder up, from src and from dist. */
import { readFileSync } from 'node:fs';

export function version(): string {
  const { version: own } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return own;
}
