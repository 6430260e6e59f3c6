/**
 * Endorsements in a deployment of the page's own memory, for one signed-in person: what others wrote, what the person wrote, and
 * requests; with the contract's real checks, and the failures that a story or a test asks for.
 */
import {
  type Endorsers,
  type EndorsementVersion,
  type EndorsementsView,
  type Given,
  type IncomingRequest,
  type Received,
  type SentRequest,
  contract,
  parseArgs,
} from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { type ErrorCode, GigsyError, type ResourceSource, type WatchObserver } from '@gigsy/sdk/reader';
import { trouble } from './desk.ts';

/** A morning in May 2031, on which all of this happens. */
const NOW = Date.UTC(2031, 4, 1, 9, 30);
const DAY = 24 * 60 * 60_000;

const COOKING = { id: 'cooking', name: 'Cooking' };
const BAKING = { id: 'baking', name: 'Baking' };

export function versionOf(
  name: string,
  {
    version = 1,
    text,
    skills = [COOKING],
    handle,
  }: { version?: number; text?: string; skills?: { id: string; name: string }[]; handle?: string } = {},
): EndorsementVersion {
  const by = { name, headline: 'Builds things', level: 'email' as const, ...(handle && { handle }) };
  return { version, skills, ...(text && { text }), by, at: NOW - version * DAY };
}

type Options = Awaited<ReturnType<Gigsy['trust']['endorsements']['options']>>;
type Write = Parameters<Gigsy['trust']['endorsements']['write']>[0];

interface Known {
  endorsers?: Endorsers;
  received?: Received[];
  given?: Given[];
  incoming?: IncomingRequest[];
  sent?: SentRequest[];
  options?: Options;
}

export const OPTIONS: NonNullable<Options> = {
  handle: 'ada',
  name: 'Ada Lovelace',
  because: 'shared',
  skills: [COOKING, BAKING],
  signature: 'Charles Babbage',
};

export class EndorsementDesk {
  /** Calls that arrived, refused or not. */
  readonly calls: string[] = [];
  /** For the calls to come, in their order. */
  readonly troubles: ErrorCode[] = [];
  readonly client: Gigsy;
  readonly #watchers = new Map<WatchObserver<unknown>, () => unknown>();
  readonly #known: Required<Known>;

  constructor(known: Known = {}) {
    this.#known = { endorsers: 'shared', received: [], given: [], incoming: [], sent: [], options: OPTIONS, ...known };
    const state = this.#known;
    const { id: byId, request: byRequest } = { id: ({ id }: { id: string }) => id, request: ({ request }: { request: string }) => request }; // prettier-ignore
    const endorsements = {
      watchReceived: this.#watch(() => ({ endorsers: state.endorsers, endorsements: state.received })),
      watchGiven: this.#watch(() => state.given),
      watchOptions: this.#watch(() => state.options),
      write: (args: Write) => this.#call(`write ${JSON.stringify(args.endorsement)}`, () => this.#write(args)),
      accept: this.#step('accept', byId, (id) => this.#accept(id)),
      decline: this.#step('decline', byId, (id) => (state.received = state.received.filter((each) => each.id !== id))),
      hide: this.#step('hide', byId, (id) => this.#turn(id, 'hidden')),
      show: this.#step('show', byId, (id) => this.#turn(id, 'accepted')),
      remove: this.#step('remove', byId, (id) => (state.received = state.received.filter((each) => each.id !== id))),
      withdraw: this.#step('withdraw', byId, (id) => (state.given = state.given.filter((each) => each.id !== id))),
      open: ({ endorsers }: { endorsers: Endorsers }) =>
        this.#call(`open ${endorsers}`, () => (state.endorsers = endorsers)),
      requests: {
        watchIncoming: this.#watch(() => state.incoming),
        watchSent: this.#watch(() => state.sent),
        ask: ({ handle, note }: { handle: string; note?: string }) =>
          this.#call(`ask ${handle}`, () => this.#ask({ handle, ...(note && { note }) })),
        link: (given: { note?: string }) =>
          this.#call('link', () => ({
            token: '0123456789abcdef0123456789abcdef',
            ...this.#ask({ uses: 0, ...given }),
          })),
        cancel: this.#step(
          'cancel',
          byRequest,
          (id) => (state.sent = state.sent.filter(({ request }) => request !== id)),
        ),
        decline: this.#step('refuse', byRequest, (id) => (state.incoming = state.incoming.filter(({ request }) => request !== id))), // prettier-ignore
      },
    };
    this.client = { url: 'https://desk.example', close: () => {}, trust: { endorsements } } as unknown as Gigsy;
  }

  #step<A>(name: string, idOf: (args: A) => string, act: (id: string) => unknown) {
    return (args: A) => this.#call(`${name} ${idOf(args)}`, () => act(idOf(args)));
  }

  #write({ to, endorsement }: Write) {
    const given = { idempotencyKey: 'a-key-of-a-test', to, endorsement };
    const checked = parseArgs(contract.trust.endorsements.write.args, given);
    if (!checked.ok) throw new GigsyError('invalid_argument', checked.error.message, {});
    return { id: 'e1', version: 1 };
  }

  #accept(id: string) {
    this.#known.received = this.#known.received.map((each) =>
      each.id === id ? { id, state: 'accepted', shown: each.offered! } : each,
    );
  }

  #turn(id: string, state: 'hidden' | 'accepted') {
    this.#known.received = this.#known.received.map((each) => (each.id === id ? { ...each, state } : each));
  }

  #ask(more: Partial<SentRequest>) {
    const request = `r${this.#known.sent.length}`;
    this.#known.sent = [{ request, skills: [], endsAt: NOW + 30 * DAY, ...more }, ...this.#known.sent];
    return { request };
  }

  async #call<T>(said: string, act: () => T): Promise<T> {
    this.calls.push(said);
    const next = this.troubles.shift();
    if (next) throw trouble(next);
    const answer = act();
    for (const [{ next: tell }, ask] of this.#watchers) tell(structuredClone(ask()));
    return answer;
  }

  #watch(ask: () => unknown) {
    return (_: unknown, watcher: WatchObserver<unknown>) => {
      this.#watchers.set(watcher, ask);
      watcher.signal?.addEventListener('abort', () => this.#watchers.delete(watcher));
      queueMicrotask(() => watcher.signal?.aborted || watcher.next(structuredClone(ask())));
      return () => this.#watchers.delete(watcher);
    };
  }
}

/** One proposal, one accepted and one hidden endorsement, one of the person's own, and requests in both directions. */
export function someEndorsements(more: Known = {}): EndorsementDesk {
  const shown = (id: string, name: string, state: Received['state']) => {
    return { id, state, shown: versionOf(name, { text: 'Reliable and kind.' }) };
  };
  return new EndorsementDesk({
    received: [
      { id: 'new', state: 'proposed', offered: versionOf('Ben Example', { text: 'She cooks for forty people.' }) },
      {
        ...shown('old', 'Cleo Sample', 'accepted'),
        offered: versionOf('Cleo Sample', { version: 2, text: 'Better words.' }),
      },
      shown('hid', 'Dora Test', 'hidden'),
    ],
    given: [
      {
        id: 'own',
        state: 'proposed',
        handle: 'emil',
        name: 'Emil Muster',
        offered: versionOf('Ada Lovelace', { skills: [BAKING] }),
      },
    ],
    incoming: [
      {
        request: 'in',
        handle: 'finn',
        name: 'Finn Exempel',
        headline: null,
        skills: [],
        note: 'We worked together.',
        endsAt: NOW + DAY,
      },
    ],
    sent: [
      { request: 'link', uses: 2, skills: [COOKING], endsAt: NOW + 9 * DAY },
      { request: 'out', handle: 'gita', skills: [], endsAt: NOW + 3 * DAY },
    ],
    ...more,
  });
}

/** A client of which every question fails with this error, or never gets an answer. */
export function closedEndorsements(code?: ErrorCode): Gigsy {
  const watch = (_: unknown, { error, signal }: WatchObserver<unknown>) => {
    if (code) queueMicrotask(() => signal?.aborted || error?.(trouble(code)));
    return () => {};
  };
  const requests = { watchIncoming: watch, watchSent: watch };
  const endorsements = { watchReceived: watch, watchGiven: watch, watchOptions: watch, requests };
  return { trust: { endorsements } } as unknown as Gigsy;
}

const endorsement = (id: string, name: string, text?: string) => ({
  id,
  by: { name, headline: 'Head of Kitchen', level: 'organisation' as const, handle: 'ben' },
  skills: ['Cooking', 'Baking'],
  ...(text && { text }),
  writtenOn: '2031-05-01',
});

const people: Readonly<Record<string, EndorsementsView | null>> = {
  ada: {
    handle: 'ada',
    endorsements: [
      endorsement('one', 'Ben Example', 'She cooks for forty people and stays calm.\nI would hire her again.'),
      endorsement('two', 'Cleo Sample'),
      ...['Dora', 'Emil', 'Finn', 'Gita'].map((name) => endorsement(name, name, `${name} says so.`)),
    ],
    skills: [
      { ...COOKING, endorsements: 6, weight: 6 },
      { ...BAKING, endorsements: 2, weight: 1.5 },
    ],
  },
  few: { handle: 'few', endorsements: [endorsement('one', 'Ben Example', 'Reliable.')] },
  zoe: { handle: 'zoe' },
  sami: {
    handle: 'sami',
    endorsements: [endorsement('one', 'سامي', 'يطبخ جيدًا.')],
    skills: [{ id: 's', name: 'الطبخ', endorsements: 3, weight: 3 }],
  },
  // Nothing of this comes from a deployment: a host's own source may answer anything.
  mallory: {
    handle: 'mallory',
    endorsements: [
      {
        ...endorsement(
          'one',
          `\u202e<script>alert(1)</script> ${'Wolfeschlegelsteinhausenbergerdorff'.repeat(3)}`,
          '<img src=x onerror=alert(1)>',
        ),
        writtenOn: 'once',
      },
      { ...endorsement('two', 'Level'), by: { name: 'Level', level: 'constructor', handle: '../../evil' } },
      { ...endorsement('three', '') },
      { id: 'four' },
      null,
    ] as never,
    skills: [{ id: 'x', name: 7, endorsements: 'many' }, null] as never,
  },
};

/** `loading` never gets an answer, `failing` and `offline` fail, and `nobody` is not available. */
export function endorsementSource(): ResourceSource {
  const read = async (_: string, { handle }: { handle: string }) => {
    if (handle === 'loading') return new Promise(() => {});
    if (handle === 'failing') throw trouble('internal');
    if (handle === 'offline') throw trouble('offline');
    return people[handle] ?? null;
  };
  return { read } as ResourceSource;
}
