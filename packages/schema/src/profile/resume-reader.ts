/** Reads a foreign JSON document field by field, remembering where it stands, what was wrong and what nobody read. */
import type { FieldError } from '../contract/errors.ts';
import { cleanText } from '../contract/text.ts';

/** Most problems and notes one document yields. */
const MAX_NOTES = 100;

export class ResumeReader {
  readonly problems: FieldError[];
  readonly notes: FieldError[];
  readonly #given: Record<string, unknown>;
  readonly #path: string;
  readonly #read = new Set<string>();
  readonly #children: ResumeReader[] = [];

  constructor(given: Record<string, unknown>, path = '', parent?: ResumeReader) {
    this.#given = given;
    this.#path = path;
    this.problems = parent?.problems ?? [];
    this.notes = parent?.notes ?? [];
    if (parent) parent.#children.push(this);
  }

  /** Text cleaned and cut to `max`; numbers are read as text; null, empty and absent are undefined. */
  text(key: string, max: number, multiline = false): string | undefined {
    const value = this.#take(key);
    if (value === undefined) return undefined;
    if (typeof value !== 'string' && typeof value !== 'number') return this.#wrong(key, 'must be text');
    let clean = cleanText(String(value));
    if (!multiline) clean = clean.replace(/\s+/g, ' ');
    if (clean.length > max) {
      this.note(key, `is longer than ${max} characters; cut`);
      clean = clean.slice(0, max).toWellFormed().replace(/\ufffd$/, '').trim();
    }
    return clean === '' ? undefined : clean;
  }

  required(key: string, max: number): string | undefined {
    const before = this.problems.length;
    const value = this.text(key, max);
    if (value === undefined && this.problems.length === before) this.#wrong(key, 'is missing');
    return value;
  }

  matching(key: string, pattern: RegExp, max: number): string | undefined {
    const value = this.text(key, max);
    if (value === undefined || pattern.test(value)) return value;
    this.note(key, 'is not in a form we know; left out');
    return undefined;
  }

  /** An address that `accepts` it; a bare `example.com/x` is read as https. */
  url(key: string, accepts: (value: string) => boolean): string | undefined {
    const value = this.text(key, 2048);
    if (value === undefined) return undefined;
    const absolute = /^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(value) ? `https://${value}` : value;
    if (accepts(absolute)) return absolute;
    this.note(key, 'is not a web address we may show; left out');
    return undefined;
  }

  lines(key: string, max: number, length: number): string[] | undefined {
    const value = this.#array(key);
    if (value === undefined) return undefined;
    const nested = new ResumeReader(Object.fromEntries(value.entries()), this.#at(key), this);
    const lines = value.slice(0, max).map((_, position) => nested.text(String(position), length)).filter((line) => line !== undefined);
    if (value.length > max) this.note(key, `has more than ${max} entries; the rest is left out`);
    value.forEach((_, position) => nested.#read.add(String(position)));
    return lines.length > 0 ? lines : undefined;
  }

  object(key: string): ResumeReader {
    const value = this.#take(key);
    if (value !== undefined && (typeof value !== 'object' || Array.isArray(value))) this.#wrong(key, 'must be an object');
    return new ResumeReader(isRecord(value) ? value : {}, this.#at(key), this);
  }

  /** The items that `read` can make something of; the others are named. */
  list<T>(key: string, max: number, read: (item: ResumeReader) => T | undefined | ''): T[] | undefined {
    const value = this.#array(key);
    if (value === undefined) return undefined;
    if (value.length > max) this.note(key, `has more than ${max} entries; the rest is left out`);
    return value.slice(0, max).flatMap((given, position) => {
      const at = `${key}.${position}`;
      if (!isRecord(given)) return this.#wrong(at, 'must be an object') ?? [];
      const made = read(new ResumeReader(given, this.#at(at), this));
      if (made) return [made];
      this.note(at, 'has no name; left out');
      return [];
    });
  }

  note(key: string, message: string): void {
    if (this.notes.length < MAX_NOTES) this.notes.push({ path: this.#at(key), message });
  }

  /** Names every field, here and below, that nobody asked for. */
  noteUnread(expected: readonly string[] = []): void {
    for (const [key, value] of Object.entries(this.#given)) {
      if (this.#read.has(key) || expected.includes(key) || value === null || value === '') continue;
      this.note(cleanText(key).slice(0, 60), 'has no place in a profile; left out');
    }
    for (const child of this.#children) child.noteUnread();
  }

  #array(key: string): unknown[] | undefined {
    const value = this.#take(key);
    if (value === undefined || Array.isArray(value)) return value;
    return this.#wrong(key, 'must be a list');
  }

  #take(key: string): unknown {
    this.#read.add(key);
    const value = Object.hasOwn(this.#given, key) ? this.#given[key] : undefined;
    return value === null ? undefined : value;
  }

  #wrong(key: string, message: string): undefined {
    if (this.problems.length < MAX_NOTES) this.problems.push({ path: this.#at(key), message });
    return undefined;
  }

  #at(key: string): string {
    return this.#path === '' ? key : `${this.#path}.${key}`;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
