/**
 * Reads a foreign JSON document field by field, and remembers its place, the faults, and the fields that were not read.
 */
import type { FieldError } from '../contract/errors.ts';
import { cleanText, cutText, isInvisible, withoutPiles } from '../contract/text.ts';

/** Most problems that a refused document is told. */
const MAX_PROBLEMS = 100;
/** Most notes on a document; one more then counts those that are not told. */
const MAX_NOTES = 1000;

/** A field's name, or its names: the first one with a value counts. */
export type Keys = string | readonly string[];

interface Findings {
  problems: FieldError[];
  notes: FieldError[];
  untold: number;
}

export class ResumeReader {
  readonly #findings: Findings;
  readonly #given: Record<string, unknown>;
  readonly #path: string;
  readonly #read = new Set<string>();
  readonly #children: ResumeReader[] = [];

  constructor(given: Record<string, unknown>, path = '', parent?: ResumeReader) {
    this.#given = given;
    this.#path = path;
    this.#findings = parent ? parent.#findings : { problems: [], notes: [], untold: 0 };
    if (parent) parent.#children.push(this);
  }

  get problems(): FieldError[] {
    return this.#findings.problems;
  }

  get notes(): FieldError[] {
    const { notes, untold } = this.#findings;
    return untold > 0
      ? [...notes, { path: '', message: `has ${untold} more fields that are left out or changed` }]
      : notes;
  }

  /** True if one of the fields has a value, readable or not. */
  gave(keys: Keys): boolean {
    return this.#key(keys) !== undefined;
  }

  /**
   * Text without characters that the contract refuses, cut to `max` code points between grapheme clusters; on one
   * line unless `multiline`. Numbers are read as text; null, empty and absent are undefined.
   */
  text(keys: Keys, max: number, multiline = false): string | undefined {
    const key = this.#choose(keys);
    if (key === undefined) return undefined;
    const value = this.#take(key);
    if (typeof value === 'number' && !isExact(value))
      return this.note(key, 'is a number too large to be kept exactly; write it as text; left out');
    if (typeof value !== 'string' && typeof value !== 'number') return this.wrong(key, 'must be text');
    return this.#fit(key, clean(String(value), multiline), max);
  }

  lines(key: string, max: number, length: number): string[] | undefined {
    const value = this.#array(key);
    if (value === undefined) return undefined;
    const nested = new ResumeReader(Object.fromEntries(value.entries()), this.#at(key), this);
    const lines = value
      .slice(0, max)
      .map((_, position) => nested.text(String(position), length))
      .filter((line) => line !== undefined);
    if (value.length > max) this.note(key, `has more than ${max} entries; the rest is left out`);
    value.forEach((_, position) => nested.#read.add(String(position)));
    return lines.length > 0 ? lines : undefined;
  }

  object(key: string): ResumeReader {
    const value = this.#take(key);
    if (value !== undefined && (typeof value !== 'object' || Array.isArray(value)))
      this.wrong(key, 'must be an object');
    return new ResumeReader(isRecord(value) ? value : {}, this.#at(key), this);
  }

  /** All fields that have a value, whatever it is. */
  fields(): [name: string, value: unknown][] {
    return Object.keys(this.#given).map((name) => {
      this.#read.add(name);
      return [name, this.#given[name]];
    });
  }

  /** The items that `read` understands; a note says what the others lack. Undefined if there are none. */
  list<T>(
    key: string,
    max: number,
    read: (item: ResumeReader) => T | undefined,
    lacking = 'has no name; left out',
  ): T[] | undefined {
    const value = this.#array(key);
    if (value === undefined) return undefined;
    if (value.length > max) this.note(key, `has more than ${max} entries; the rest is left out`);
    const made = value.slice(0, max).flatMap((given, position) => {
      const at = `${key}.${position}`;
      if (given === null) return [];
      if (!isRecord(given)) return this.wrong(at, 'must be an object') ?? [];
      const item = read(new ResumeReader(given, this.#at(at), this));
      if (item !== undefined) return [item];
      this.note(at, lacking);
      return [];
    });
    return made.length > 0 ? made : undefined;
  }

  /** Notes a field that is left out or changed: those of `keys` that have a value, else the first. */
  note(keys: Keys, message: string): undefined {
    const key = this.#key(keys) ?? [keys].flat()[0] ?? '';
    // The document's own names may be anything.
    if (this.#findings.notes.length < MAX_NOTES)
      this.#findings.notes.push({ path: this.#at(cutText(cleanText(key), 60)), message });
    else this.#findings.untold += 1;
  }

  /** Notes a fault that refuses the document. */
  wrong(key: string, message: string): undefined {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ path: this.#at(key), message });
  }

  /** Names every field, here and below, that was not read. */
  noteUnread(expected: readonly string[] = []): void {
    for (const [key, value] of Object.entries(this.#given)) {
      if (this.#read.has(key) || expected.includes(key) || isNothing(value)) continue;
      this.note(key, 'has no place in a profile; left out');
    }
    for (const child of this.#children) child.noteUnread();
  }

  /** The first of the names that has a value; a note on each other one. */
  #choose(keys: Keys): string | undefined {
    const chosen = this.#key(keys);
    for (const key of [keys].flat()) {
      if (!isNothing(this.#take(key)) && key !== chosen) this.note(key, `is left out: ${chosen} is given too`);
    }
    return chosen;
  }

  #key(keys: Keys): string | undefined {
    return [keys].flat().find((key) => Object.hasOwn(this.#given, key) && !isNothing(this.#given[key]));
  }

  #fit(key: string, text: string, max: number): string | undefined {
    if (text === '') return undefined;
    if (isInvisible(text)) return this.note(key, 'must not be empty; left out: nothing of it is visible');
    const plain = withoutPiles(text);
    if (plain !== text) this.note(key, 'has too many marks on one letter; the rest of them is left out');
    const cut = cutText(plain, max);
    if (cut !== plain) this.note(key, `is longer than ${max} characters; cut`);
    return isInvisible(cut) ? undefined : cut;
  }

  #array(key: string): unknown[] | undefined {
    const value = this.#take(key);
    if (value === undefined || Array.isArray(value)) return value;
    return this.wrong(key, 'must be a list');
  }

  #take(key: string): unknown {
    this.#read.add(key);
    const value = Object.hasOwn(this.#given, key) ? this.#given[key] : undefined;
    return value === null ? undefined : value;
  }

  #at(key: string): string {
    return this.#path === '' ? key : `${this.#path}.${key}`;
  }
}

/** `value` as the reader takes it where the standard's fields are long enough for it; undefined if nothing is visible. */
export function readable(value: string, multiline: boolean): string | undefined {
  const text = withoutPiles(clean(value, multiline));
  return isInvisible(text) ? undefined : text;
}

/** No control joins words: line breaks of every kind stay such, or become spaces where there is one line. */
function clean(value: string, multiline: boolean): string {
  const text = cleanText(value);
  return multiline ? text.replace(/[\u2028\u2029]/g, '\n') : text.replace(/\s+/g, ' ');
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
