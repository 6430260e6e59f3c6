/**
 * `app.json` in the data folder: the key of the app's sessions, and the people who signed up here, so that they find
 * themselves again after a restart. Only its owner can read it.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '@gigsy/local';
import { HubError } from '../hub-error.ts';

interface Content {
  /** 256 random bits in base64url. */
  sessionKey: string;
  /** Subjects at the local issuer, newest first. */
  newcomers: string[];
}

export interface AppFile {
  readonly sessionKey: string;
  /** Subjects of the people who signed up here, newest first, at most 12. */
  newcomers(): readonly string[];
  remember(subject: string): void;
  forget(subject: string): void;
}

const MOST_NEWCOMERS = 12;

export function openAppFile(folder: string): AppFile {
  const file = join(folder, 'app.json');
  let content: Content = existsSync(file)
    ? read(file)
    : { sessionKey: randomBytes(32).toString('base64url'), newcomers: [] };
  const write = (newcomers: string[]) => {
    content = { ...content, newcomers: newcomers.slice(0, MOST_NEWCOMERS) };
    writeDurably(file, `${JSON.stringify(content)}\n`);
  };
  if (!existsSync(file)) write([]);
  const others = (subject: string) => content.newcomers.filter((other) => other !== subject);
  return {
    sessionKey: content.sessionKey,
    newcomers: () => content.newcomers,
    remember: (subject) => write([subject, ...others(subject)]),
    forget: (subject) => content.newcomers.includes(subject) && write(others(subject)),
  };
}

function read(file: string): Content {
  try {
    const { sessionKey, newcomers } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Content>;
    if (sessionKey && Array.isArray(newcomers)) return { sessionKey, newcomers };
  } catch {
    // Reported below.
  }
  throw new HubError('data_damaged', `${file} is empty or damaged; delete it to have it made anew.`);
}
