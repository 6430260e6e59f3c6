/** Handles that people of the soak have and want. Nobody may get one that another person has or had. */
import type { Random } from '../../local/ledger/random.ts';
import type { Person } from './person.ts';

/** Letters that no others are taken for. */
const LETTERS = 'abcdefghkpstxz';
const LENGTH = 5;

export class Handles {
  readonly #owners = new Map<string, Person>();
  /** Everybody who ever asked for a handle. */
  readonly #asked = new Map<string, Set<Person>>();
  #given = 0;

  /** A handle for a newcomer. */
  fresh(): string {
    this.#given += 1;
    let [rest, name] = [this.#given, ''];
    for (let n = 0; n < LENGTH; n += 1) {
      name += LETTERS[rest % LETTERS.length];
      rest = Math.floor(rest / LETTERS.length);
    }
    return `p-${name}`;
  }

  given(person: Person, handle: string): void {
    const owner = this.#owners.get(handle);
    if (owner && owner !== person) person.report(`has the handle ${handle}, which is that of ${owner.subject}`);
    this.#owners.set(handle, person);
  }

  /** True if nobody but the person has it or asked for it. */
  isFreeFor(person: Person, handle: string): boolean {
    const owner = this.#owners.get(handle);
    return (!owner || owner === person) && this.#asked.get(handle)?.size === 1;
  }

  wanted(random: Random, person: Person): string {
    const handle = this.#wanted(random, person);
    this.#asked.set(handle, (this.#asked.get(handle) ?? new Set()).add(person));
    return handle;
  }

  /** Mostly a new handle; now and then one that others want too, that somebody has, or that the person had. */
  #wanted(random: Random, person: Person): string {
    const roll = random.next();
    const owned = [...this.#owners.keys()];
    if (roll < 0.1) return owned[random.integer(0, owned.length)]!;
    if (roll < 0.2) return person.handles[0]!;
    if (roll < 0.4)
      return `q-${LETTERS[random.integer(0, LETTERS.length)]}${LETTERS[random.integer(0, LETTERS.length)]}`;
    return this.fresh();
  }
}
