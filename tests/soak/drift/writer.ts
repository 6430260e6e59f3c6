/** Random calls as a person's clients make them: current and stale versions, repeated keys, changes of settings and status. */
import type { OwnProfile, ProfileView } from '@gigsy/schema';
import { ConvexError } from 'convex/values';
import { makeFunctionReference } from 'convex/server';
import type { Random } from '../../local/ledger/random.ts';
import type { ClockedDeployment } from './clocked-deployment.ts';
import { randomEdit } from './items.ts';
import { type PersonLedger, marked } from './ledger.ts';

const mutation = (path: string) => makeFunctionReference<'mutation'>(path);
const query = (path: string) => makeFunctionReference<'query'>(path);

/** How often each thing happens, in parts of one. The rest are plain updates. */
const STALE = 0.06;
const REPEATED = 0.05;
const PRIVACY = 0.08;
const STATUS = 0.02;
const READ = 0.1;
const EDIT = 0.25;
const PAUSE_MS = 50;

const HIDEABLE = ['skills', 'languages', 'availability'] as const;

export interface Tally {
  mutations: number;
  conflicts: number;
  repeated: number;
  reads: number;
}

export class Writer {
  readonly #deployment: ClockedDeployment;
  readonly #random: Random;
  readonly #tally: Tally;
  readonly #label: string;
  #count = 0;

  constructor(deployment: ClockedDeployment, random: Random, tally: Tally, label: string) {
    this.#deployment = deployment;
    this.#random = random;
    this.#tally = tally;
    this.#label = label;
  }

  async create(person: PersonLedger): Promise<void> {
    const role = (['student', 'mentor', 'employer'] as const)[this.#random.integer(0, 3)]!;
    const sections = { identity: { displayName: `Person ${person.handle}` } };
    await this.#settled(person, 'profile:create', { handle: person.handle, role, sections });
  }

  /** One random call. */
  async act(person: PersonLedger): Promise<void> {
    const roll = this.#random.next();
    if (roll < STATUS) return this.#changeStatus(person);
    if (roll < STATUS + PRIVACY) return this.#hide(person);
    if (roll < STATUS + PRIVACY + READ) return this.#read(person);
    const off = this.#random.next() < STALE ? -1 : 0;
    return roll > 1 - EDIT ? this.#edit(person, off) : this.#update(person, off);
  }

  async #update(person: PersonLedger, off: number): Promise<void> {
    const changes = this.#changes();
    const expected: Record<string, number> = {};
    for (const section of Object.keys(changes)) expected[section] = (person.known[section] ?? 1) + off;
    const answer = (await this.#settled(person, 'profile:update', { changes, expected })) as {
      versions: Record<string, number>;
    } | null;
    if (!answer) return;
    for (const [section, content] of Object.entries(changes))
      person.acknowledge(section, expected[section]!, answer.versions[section]!, marked(section, content));
  }

  /** Headline and text go with the items in one call, so that halves of two calls show. */
  async #edit(person: PersonLedger, off: number): Promise<void> {
    const mark = this.#mark();
    const { version, items } = person.projects;
    const { operations, after } = randomEdit(this.#random, 'projects', items, mark);
    const [identity, about] = [person.known.identity ?? 1, person.known.about ?? 1];
    const answer = (await this.#settled(person, 'profile:edit', {
      operations: [
        ...operations,
        { op: 'set', section: 'identity', fields: { headline: mark } },
        { op: 'set', section: 'about', fields: { text: mark } },
      ],
      expected: { projects: version + off, identity, about },
    })) as { versions: Record<string, number> } | null;
    if (!answer) return;
    const { versions } = answer;
    person.acknowledge('projects', version, versions.projects!, after);
    person.acknowledge('identity', identity, versions.identity!, { headline: mark });
    person.acknowledge('about', about, versions.about!, { text: mark });
    if (versions.projects! > person.projects.version) person.projects = { version: versions.projects!, items: after };
  }

  #mark(): string {
    this.#count += 1;
    return `${this.#label}-${this.#count}`;
  }

  #changes(): Record<string, unknown> {
    const mark = this.#mark();
    const items = (make: (id: string) => object) =>
      Array.from({ length: this.#random.integer(1, 7) }, (_, n) => make(`${mark}-${n}`));
    switch (this.#random.integer(0, 6)) {
      case 0:
      case 1:
        return { identity: { headline: mark }, about: { text: mark } };
      case 2:
        return { skills: items((id) => ({ id, name: id, level: this.#random.integer(1, 6) })) };
      case 3:
        return { languages: items((id) => ({ id, name: id })) };
      case 4:
        return { links: [{ id: mark, label: mark, url: `https://${mark}.example/` }] };
      default:
        return {
          skills: items((id) => ({ id, name: id })),
          workExperience: items((id) => ({ id, organisation: id, startDate: '2019', endStatus: 'ongoing' })),
        };
    }
  }

  async #hide(person: PersonLedger): Promise<void> {
    const section = HIDEABLE[this.#random.integer(0, HIDEABLE.length)]!;
    const hides = !person.hidden.has(section);
    const expected = person.known.settings ?? 1;
    const args = { changes: { [section]: hides ? 'owner' : 'public' }, expected };
    const answer = (await this.#settled(person, 'privacy:update', args)) as { version: number } | null;
    if (!answer) return;
    // A choice that was made already changes nothing, and no version.
    if (answer.version === expected) return;
    person.acknowledge('settings', expected, answer.version, args.changes);
    if (hides) person.hidden.add(section);
    else person.hidden.delete(section);
  }

  async #changeStatus(person: PersonLedger): Promise<void> {
    if (person.changingStatus) return;
    person.changingStatus = true;
    const status = person.deactivated ? 'active' : 'deactivated';
    await this.#persist(async () => {
      const operator = await this.#deployment.client();
      await operator.mutation(mutation('profile/accounts:setStatus'), { subject: person.handle, status });
    });
    this.#tally.mutations += 1;
    person.deactivated = status === 'deactivated';
    person.changingStatus = false;
  }

  async #read(person: PersonLedger): Promise<void> {
    this.#tally.reads += 1;
    person.checkView(await this.view(person));
  }

  async view({ handle }: PersonLedger): Promise<ProfileView | null> {
    return this.#persist(async () => {
      const response = await fetch(`${await this.#deployment.siteUrl()}/v1/profiles/${handle}`);
      return response.ok ? ((await response.json()) as ProfileView) : null;
    });
  }

  async mine({ handle }: PersonLedger): Promise<OwnProfile | null> {
    return this.#persist(async () =>
      (await this.#deployment.client(handle)).query(query('profile:mine'), {}),
    ) as Promise<OwnProfile | null>;
  }

  /** The answer, made again under the same key until there is one; null if the call was rightly refused. */
  async #settled(person: PersonLedger, path: string, args: object): Promise<unknown> {
    const request = { ...args, idempotencyKey: `${this.#mark()}-key` };
    const call = () =>
      this.#persist(async () => (await this.#deployment.client(person.handle)).mutation(mutation(path), request));
    const twice = this.#random.next() < REPEATED;
    const [answer, again] = await Promise.all([call(), ...(twice ? [call()] : [])]);
    this.#tally.mutations += twice ? 2 : 1;
    if (twice) {
      this.#tally.repeated += 1;
      if (JSON.stringify(codeIn(answer) ?? answer) !== JSON.stringify(codeIn(again) ?? again))
        person.breaches.push(`${person.handle}: a repeated key got two answers from ${path}`);
    }
    const code = codeIn(answer);
    if (code === undefined) return answer;
    if (code === 'version_conflict') await this.#hear(person);
    else if (code !== 'forbidden' || !(person.deactivated || person.changingStatus))
      person.breaches.push(`${person.handle}: ${path} was refused with ${code}`);
    return null;
  }

  /** A client that meets a conflict reads again. */
  async #hear(person: PersonLedger): Promise<void> {
    this.#tally.conflicts += 1;
    const mine = await this.mine(person).catch(() => null);
    if (mine) person.hear(mine);
  }

  /** Calls until the deployment answers, whatever happens to it meanwhile. */
  async #persist<T>(call: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await call();
      } catch (error) {
        if (error instanceof ConvexError) return { refused: error.data } as T;
        if (!/fetch failed|ECONN|socket|terminated|The deployment ended/i.test(String((error as Error).message)))
          throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  }
}

function codeIn(answer: unknown): string | undefined {
  return (answer as { refused?: { code: string } } | null)?.refused?.code;
}
