/** The viewers of a place of the profile, and the reason, by the deployment's own explanation. It is asked when a row is shown. */
import type { Explanation, Grant, ShownAs } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { type OwnPrivacy, type SettingName, isItemName, sectionOf } from './own.ts';

/** Most people named whose sight is looked up; those after them are counted with `more`. */
const MOST_NAMED = 20;

export interface Told {
  /** The widest class of people that sees the place. */
  readonly seenBy: 'public' | 'platform' | 'restricted' | 'owner';
  /** Those named who see it, where `seenBy` is `restricted`. */
  readonly named: readonly Grant[];
  readonly more: boolean;
  /** The explanation for those who do not see it; for anyone where all do. */
  readonly because: Explanation;
}

export class Explanations {
  readonly #client: Gigsy;
  readonly #changed: () => void;
  #basis = '';
  #known = new Map<SettingName, Told | undefined>();

  constructor(client: Gigsy, changed: () => void) {
    this.#client = client;
    this.#changed = changed;
  }

  /** Undefined while it is looked up, and where that failed. An answer holds for the settings and grants of its time alone. */
  told({ version, grants }: OwnPrivacy, name: SettingName): Told | undefined {
    const basis = JSON.stringify([version, grants.map(({ grant, keys }) => [grant, keys])]);
    if (basis !== this.#basis) {
      this.#basis = basis;
      this.#known = new Map();
    }
    if (!this.#known.has(name)) {
      this.#known.set(name, undefined);
      void this.#ask(name, grants, this.#known);
    }
    return this.#known.get(name);
  }

  async #ask(name: SettingName, grants: readonly Grant[], known: Map<SettingName, Told | undefined>): Promise<void> {
    try {
      const told = await this.#look(name, grants);
      known.set(name, told);
    } catch {
      // The settings themselves tell of a lost connection; the next change asks again.
    }
    if (known === this.#known) this.#changed();
  }

  async #look(name: SettingName, grants: readonly Grant[]): Promise<Told | undefined> {
    const explain = (viewer: ShownAs) => this.#client.privacy.explain({ viewer, ...placeOf(name) });
    const [anyone, member] = await Promise.all([explain('anonymous'), explain('member')]);
    if (!anyone || !member) return undefined;
    if (anyone.seen) return { seenBy: 'public', named: [], more: false, because: anyone };
    if (member.seen) return { seenBy: 'platform', named: [], more: false, because: anyone };
    const asked = member.visibility === 'restricted' ? grants.slice(0, MOST_NAMED) : [];
    const sights = await Promise.all(asked.map(({ grant }) => explain({ grant })));
    const named = asked.filter((_, at) => sights[at]?.seen);
    const more = asked.length < grants.length && asked.length > 0;
    return { seenBy: named.length > 0 ? 'restricted' : 'owner', named, more, because: member };
  }
}

/** The whole profile is told by the name, which has no audience of its own. */
function placeOf(name: SettingName): { field: string; item?: string } {
  if (name === 'profile') return { field: 'identity.displayName' };
  return isItemName(name) ? { field: sectionOf(name), item: name.slice(name.indexOf('/') + 1) } : { field: name };
}
