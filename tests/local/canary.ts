/** A made-up person whose every field holds a text of its own that stands nowhere else. */
import { randomBytes } from 'node:crypto';
import { listSections, objectSections } from '@gigsy/schema';

type Field = { safeParse(value: unknown): { success: boolean } };
type Shape = Readonly<Record<string, Field>>;

export class Canary {
  /** Texts given out so far. */
  readonly marks: string[] = [];

  /** Small letters and digits that begin like no other mark, since indexes leave equal beginnings out. */
  mark(): string {
    const mark = `c${randomBytes(8).toString('hex')}`;
    this.marks.push(mark);
    return mark;
  }

  /** Every section with every field. Fields that can hold no text of one's own, such as dates, hold something ordinary. */
  sections(): Record<string, unknown> {
    const objects = Object.entries(objectSections).map(([name, { shape }]) => [name, this.#fields(shape as Shape)]);
    const lists = Object.entries(listSections).map(([name, { item }]) => [name, [this.#fields(item.shape as Shape)]]);
    return Object.fromEntries([...objects, ...lists]) as Record<string, unknown>;
  }

  #fields(shape: Shape): Record<string, unknown> {
    return Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, this.#value(name, schema)]));
  }

  #value(name: string, schema: Field): unknown {
    const fits = (value: unknown) => schema.safeParse(value).success;
    for (const make of MARKED) if (fits(make('c0123456789abcdef'))) return make(this.mark());
    const value = ORDINARY.find(fits);
    if (value === undefined) throw new Error(`No value is known for the field ${name}.`);
    return value;
  }
}

const MARKED: readonly ((mark: string) => unknown)[] = [
  (mark) => `https://${mark}.example/x`,
  (mark) => `${mark}@example.org`,
  (mark) => mark,
  (mark) => [`${mark} text`],
  (mark) => ({ city: mark }),
];

/** An empty list and an empty text stand for nothing, so they are not among these. */
const ORDINARY = [
  { value: 3.7, scale: 4 },
  { amount: 40, currency: 'EUR', per: 'hour' },
  ['chat'],
  '2024-05-17',
  'ongoing',
  'open',
  '11-50',
  'Europe/Vienna',
  'pt-BR',
  'C1',
  '+43 1 234 567',
  'AT',
  3,
  true,
];
