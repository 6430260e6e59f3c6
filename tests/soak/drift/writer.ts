/**
 * Random calls as people's clients make them: current and stale versions, repeated keys, changes of visibility, handle and
 * account. Each answer goes into the person's own account, and each refusal must have its reason.
 */
import { HANDLE_COOLDOWN_MS, type Role, type Versions } from '@gigsy/schema';
import type { Random } from '../../local/ledger/random.ts';
import { type Call, randomCall } from './changes.ts';
import type { Answer, Clients } from '../clocked/clients.ts';
import type { Handles } from './handles.ts';
import type { Person } from './person.ts';
import { changedBy } from './point.ts';

/** How often each thing happens, in parts of one. The rest are changes of the profile. */
const ACCOUNT = 0.03;
const HANDLE = 0.03;
const MISUSE = 0.01;
const STALE = 0.08;
const TWICE = 0.04;
const AGAIN = 0.03;
/** Clocks of the deployment and of the soak differ by less. */
const SLACK_MS = 2 * 3_600_000;
/** Answers are kept for a day. */
const REPEATABLE_MS = 20 * 3_600_000;

export interface Tally {
  mutations: number;
  accepted: number;
  conflicts: number;
  repeated: number;
  handles: number;
  accounts: number;
  reads: number;
}

export class Writer {
  readonly #clients: Clients;
  readonly #random: Random;
  readonly #tally: Tally;
  readonly #handles: Handles;
  readonly #label: string;
  readonly #now: () => number;
  #count = 0;

  constructor(
    label: string,
    parts: { clients: Clients; random: Random; tally: Tally; handles: Handles; now: () => number },
  ) {
    this.#label = label;
    this.#clients = parts.clients;
    this.#random = parts.random;
    this.#tally = parts.tally;
    this.#handles = parts.handles;
    this.#now = parts.now;
  }

  async create(person: Person, chosen: Role): Promise<void> {
    const args = {
      handle: person.handle,
      role: chosen,
      sections: { identity: { displayName: `P ${person.subject}` } },
    };
    const { refused } = await this.#call(person, 'profile:create', this.#keyed(args));
    if (refused) throw new Error(`A profile could not be made: ${refused.code}.`);
    const mine = await this.#clients.query('profile:mine', {}, person.subject);
    person.bear(mine.value as never);
  }

  /** One random call, or two under one key. */
  async act(person: Person): Promise<void> {
    const roll = this.#random.next();
    if (roll < ACCOUNT) return this.#changeAccount(person);
    if (roll < ACCOUNT + HANDLE) return this.#changeHandle(person);
    if (roll < ACCOUNT + HANDLE + MISUSE) return this.#misuseKey(person);
    return this.#change(person);
  }

  async #change(person: Person): Promise<void> {
    const isStale = this.#random.next() < STALE;
    const from = isStale ? person.earlier(this.#random.integer(1, 4)) : person.tip;
    const call = randomCall(this.#random, from, this.#mark());
    const [look, end] = [person.look(), person.begin()];
    const isCurrent = Object.entries(call.expected).every(([name, at]) => person.tip.versions[name as never] === at);
    const args = this.#keyed(call.args);
    const since = this.#now();
    const answer = await this.#called<Accepted>(person, call.path, args);
    if (answer.value) {
      this.#tally.accepted += 1;
      if (look.hidden && person.isAsAt(look)) person.report(`${call.path} was accepted from a deactivated account`);
      accept(person, call, answer.value, since);
      person.accepted = { path: call.path, idempotencyKey: args.idempotencyKey, at: this.#now() };
    }
    const wasAlone = !end();
    if (answer.value?.versions) person.sawVersions(answer.value.versions, look);
    const code = answer.refused?.code;
    if (code === 'version_conflict') {
      this.#tally.conflicts += 1;
      if (isCurrent && wasAlone) person.report(`${call.path} met a conflict that nobody made`);
    } else if (code !== undefined && !(code === 'forbidden' && mayBeHidden(person, look))) {
      person.report(`${call.path} was refused with ${code}`);
    }
  }

  /** The call, now and then twice at once, or again after it was accepted: under one key there is one answer. */
  async #called<T>(person: Person, path: string, args: object): Promise<Answer<T>> {
    const look = person.look();
    const roll = this.#random.next();
    const calls = [this.#call<T>(person, path, args)];
    if (roll < TWICE) calls.push(this.#call<T>(person, path, args));
    const answers = await Promise.all(calls);
    if (roll >= TWICE && roll < TWICE + AGAIN && answers[0]!.value)
      answers.push(await this.#call<T>(person, path, args));
    const [answer, again] = answers as [Answer<T>, Answer<T>?];
    if (!again) return answer;
    this.#tally.repeated += 1;
    // A person who leaves between the two gets no earlier answer.
    const left = [answer, again].find(({ refused }) => refused?.code === 'forbidden');
    if (left && mayBeHidden(person, look)) return left === answer ? again : answer;
    if (JSON.stringify([answer.value, answer.refused?.code]) !== JSON.stringify([again.value, again.refused?.code]))
      person.report(`a repeated key got two answers from ${path}`);
    return answer;
  }

  /** A key that was used for another call is refused, and changes nothing. */
  async #misuseKey(person: Person): Promise<void> {
    const { accepted } = person;
    if (!accepted || accepted.at < this.#now() - REPEATABLE_MS) return this.#change(person);
    const look = person.look();
    const { refused } = await this.#call(person, accepted.path, {
      ...(otherArgs(person, this.#mark())[accepted.path] as object),
      idempotencyKey: accepted.idempotencyKey,
    });
    this.#tally.repeated += 1;
    if (refused?.code === 'forbidden' && mayBeHidden(person, look)) return;
    if (refused?.code !== 'idempotency_mismatch')
      person.report(`a key that was used for another call was answered with ${refused?.code ?? 'success'}`);
  }

  /** People leave and come back by themselves, or an operator does it for them. */
  async #changeAccount(person: Person): Promise<void> {
    if (person.changing) return this.#change(person);
    const made = person.change();
    const hidden = !person.hidden;
    const byOperator = this.#random.next() < 0.3;
    const { refused } = byOperator
      ? await this.#operate('profile/accounts:setStatus', {
          subject: person.subject,
          status: hidden ? 'deactivated' : 'active',
        })
      : await this.#called(person, `profile/accounts:${hidden ? 'deactivate' : 'restore'}`, this.#keyed({}));
    if (refused) person.report(`a change of the account was refused with ${refused.code}`);
    this.#tally.accounts += 1;
    made(() => {
      person.hidden = hidden;
    });
  }

  async #operate(path: string, args: object): Promise<Answer> {
    this.#tally.mutations += 1;
    return this.#clients.mutation(path, args);
  }

  async #changeHandle(person: Person): Promise<void> {
    if (person.changing || person.hidden) return this.#change(person);
    const made = person.change();
    const look = person.look();
    const now = this.#now();
    const handle = this.#handles.wanted(this.#random, person);
    const answer = await this.#called<{ versions: Versions }>(person, 'profile:changeHandle', this.#keyed({ handle }));
    const rested = now - (person.handleLeftAt ?? -Infinity);
    const code = answer.refused?.code;
    if (answer.value) {
      this.#tally.handles += 1;
      person.sawVersions(answer.value.versions, look);
      this.#handles.given(person, handle);
      if (rested < HANDLE_COOLDOWN_MS - SLACK_MS) person.report('a handle was changed too early');
    } else if (code === 'handle_cooling_down') {
      if (rested > HANDLE_COOLDOWN_MS + SLACK_MS) person.report('a handle could not be changed after its time');
    } else if (code !== 'handle_unavailable' || this.#handles.isFreeFor(person, handle)) {
      person.report(`a change of the handle was refused with ${code}`);
    }
    made(() => {
      if (!answer.value || handle === person.handle) return;
      person.handleLeftAt = now;
      person.handles.push(handle);
    });
  }

  #call<T>(person: Person, path: string, args: object): Promise<Answer<T>> {
    this.#tally.mutations += 1;
    return this.#clients.mutation<T>(path, args, person.subject);
  }

  #keyed(args: object): { idempotencyKey: string } {
    return { ...args, idempotencyKey: `${this.#mark()}-key` };
  }

  #mark(): string {
    this.#count += 1;
    return `${this.#label}x${this.#count}`;
  }
}

interface Accepted {
  versions?: Versions;
  version?: number;
  ids?: (string | null)[];
}

function accept(
  person: Person,
  { expected, settings, contents }: Call,
  { versions, version, ids = [] }: Accepted,
  since: number,
): void {
  const answered = versions ?? { settings: version! };
  const write = { expected, sections: contents(ids), ...(settings && { settings }), answered, since };
  if (changedBy(write).length > 0) person.accept(write);
}

/** Arguments for each function that no random call has. */
function otherArgs({ tip: { versions } }: Person, mark: string): Record<string, object> {
  const expected = { about: versions.about };
  return {
    'profile:update': { changes: { about: { text: mark } }, expected },
    'profile:edit': { operations: [{ op: 'set', section: 'about', fields: { text: mark } }], expected },
    'privacy:update': { changes: { education: 'owner' }, expected: versions.settings },
  };
}

function mayBeHidden(person: Person, look: ReturnType<Person['look']>): boolean {
  return look.hidden || !person.isAsAt(look);
}
