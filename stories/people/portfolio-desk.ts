/**
 * One person's portfolio, and its privacy, in a deployment of the page's own memory: the contract's real checks, versions and
 * idempotency keys, uploads in parts, and the failures that a story or a test asks for.
 */
import {
  type Contribution,
  type FileFault,
  MAX_PREVIEW_SIDE,
  type OwnPortfolio,
  PART_BYTES,
  type PortfolioSection,
  type StoredFile,
  contract,
  countParts,
  parseArgs,
} from '@gigsy/schema';
import { formatOf } from '@gigsy/schema/picture-format';
import type { Gigsy } from '@gigsy/sdk';
import { type ErrorCode, GigsyError, type WatchObserver } from '@gigsy/sdk/reader';
import { trouble } from './desk.ts';
import type { Person } from './person.ts';
import { portfolio } from './portfolios.ts';
import { PrivacyDesk } from './privacy-desk.ts';

type Calls = Gigsy['portfolio'];
type Trouble = ErrorCode | { until: Promise<void> } | { lost: ErrorCode };
interface Waiting {
  readonly size: number;
  readonly parts: Map<number, Uint8Array>;
  stored?: StoredFile;
}

const SITE = 'https://desk.example';
const { skills: _, contributions: __, ...sent } = portfolio;
const versions = { courses: 1, gigs: 1, badges: 1, contributions: 1 };

/** The portfolio of the stories, as its owner has it; without files, which their own tests bring. */
export const own: OwnPortfolio = { ...sent, versions };

export const written: readonly (Contribution & { id: string })[] = [
  {
    id: 'p1',
    kind: 'project',
    title: 'Flyology',
    summary: 'A steam-driven bird, on paper.',
    url: 'https://example.com/flyology',
    date: '2014-04',
  },
  { id: 'p2', kind: 'media', title: 'A talk about engines', url: 'https://example.com/talk', date: '2030-01-20' },
  { id: 'p3', kind: 'project', title: 'A calendar of tides', skills: ['Mathematics'] },
];

export class PortfolioDesk {
  /** Names of the calls that changed something or tried to, in their order. */
  readonly calls: string[] = [];
  /** For the steps to come, in their order. */
  readonly troubles: Trouble[] = [];
  /** For the requests of uploads to come: a fault of the file, `lost`, or an answer that is held back. */
  readonly uploadTroubles: (FileFault | 'lost' | { until: Promise<void> })[] = [];
  /** Requests of uploads, as `PUT 0` and `POST`. */
  readonly requests: string[] = [];
  mine: OwnPortfolio | null;
  contributions: (Contribution & { id: string })[];
  readonly privacy: PrivacyDesk;
  readonly client: Gigsy;
  readonly #files = new Map<string, StoredFile>();
  readonly #waiting = new Map<string, Waiting>();
  readonly #answers = new Map<string, unknown>();
  readonly #watchers = new Set<() => void>();
  readonly #fetch = globalThis.fetch;
  #ids = 0;

  constructor(person: Person | null, mine: OwnPortfolio | null = own, contributions = written) {
    this.mine = person && mine && { ...structuredClone(mine), handle: person.handle };
    this.contributions = structuredClone([...contributions]) as typeof this.contributions;
    this.privacy = new PrivacyDesk(person);
    const { client } = this.privacy;
    const calls = {
      mine: () => this.#met(() => this.#view()),
      watchMine: (_: object, { next, signal }: WatchObserver<OwnPortfolio | null>) => {
        const tell = () => signal?.aborted || next(this.#view());
        this.#watchers.add(tell);
        signal?.addEventListener('abort', () => this.#watchers.delete(tell));
        return () => this.#watchers.delete(tell);
      },
      arrange: (args: Parameters<Calls['arrange']>[0]) =>
        this.#write('arrange', contract.portfolio.arrange.args, args, args.section, () => this.#arrange(args)),
      contributions: {
        mine: async () => structuredClone(this.contributions.map(({ id, ...contribution }) => ({ id, contribution }))),
        add: (args: Parameters<Calls['contributions']['add']>[0]) =>
          this.#change('add', args, () => {
            const id = `n${(this.#ids += 1)}`;
            this.contributions = [{ ...(args.contribution as Contribution), id }, ...this.contributions];
            return { id };
          }),
        update: (args: Parameters<Calls['contributions']['update']>[0]) =>
          this.#change('update', args, () => {
            this.contributions = this.contributions.map((each) =>
              each.id === args.id ? { ...(args.contribution as Contribution), id: args.id } : each,
            );
            return {};
          }),
        remove: (args: Parameters<Calls['contributions']['remove']>[0]) =>
          this.#change('remove', args, () => {
            this.contributions = this.contributions.filter(({ id }) => id !== args.id);
            return {};
          }),
      },
      uploads: {
        begin: (args: { size: number }) => this.#met(() => this.#begin(args)),
        state: async ({ upload }: { upload: string }) => this.#stateOf(upload),
        cancel: async ({ upload }: { upload: string }) => {
          this.calls.push(`cancel ${upload}`);
          this.#waiting.delete(upload);
          return { upload };
        },
      },
    };
    this.client = { ...client, portfolio: calls, readFile: async () => null } as unknown as Gigsy;
  }

  /** Answers the requests of uploads in the place of the network, until `restore`. */
  listen(): this {
    const uploadIn = (address: string) => address.split(`${SITE}/v1/files/`)[1]?.split('/')[0];
    globalThis.fetch = (input, init) =>
      this.#waiting.has(uploadIn(String(input)) ?? '') ? this.#answer(String(input), init) : this.#fetch(input, init);
    return this;
  }

  restore(): void {
    globalThis.fetch = this.#fetch;
  }

  /** A change from elsewhere. */
  store(change: (desk: PortfolioDesk) => void, ...sections: PortfolioSection[]): void {
    change(this);
    this.#raise(sections);
  }

  /** An event of another system, which raises no version. */
  tell(): void {
    for (const watcher of this.#watchers) watcher();
  }

  #view(): OwnPortfolio | null {
    if (!this.mine) return null;
    const shown = this.contributions.map(({ files, ...contribution }) => ({
      ...contribution,
      ...(files && {
        files: files.map(({ file }) => {
          const { file: _, ...facts } = this.#files.get(file)!;
          return { ...facts, address: `/v1/media/owner/${file}` };
        }),
      }),
    }));
    return structuredClone({ ...this.mine, contributions: shown }) as OwnPortfolio;
  }

  #change<T extends object>(name: string, args: object, act: () => T): Promise<T & { version: number }> {
    const schemas = contract.portfolio.contributions as Record<string, { args: Parameters<typeof parseArgs>[0] }>;
    return this.#write(name, schemas[name]!.args, args, 'contributions', act);
  }

  #write<T extends object>(
    name: string,
    schema: Parameters<typeof parseArgs>[0],
    args: object,
    section: PortfolioSection,
    act: () => T,
  ): Promise<T & { version: number }> {
    this.calls.push(name);
    return this.#met(() => {
      const checked = parseArgs(schema, args);
      if (!checked.ok)
        throw new GigsyError('invalid_argument', checked.error.message, { fields: checked.error.fields! });
      const { idempotencyKey: key, expected } = args as { idempotencyKey: string; expected: number };
      const known = this.#answers.get(key) as (T & { version: number }) | undefined;
      if (known) return known;
      if (expected !== this.mine!.versions[section]) throw trouble('version_conflict');
      const result = act();
      this.#raise([section]);
      const answer = { ...result, version: this.mine!.versions[section] };
      this.#answers.set(key, answer);
      return answer;
    });
  }

  #raise(sections: readonly PortfolioSection[]): void {
    const raised = sections.map((section) => [section, this.mine!.versions[section] + 1]);
    this.mine = { ...this.mine!, versions: { ...this.mine!.versions, ...Object.fromEntries(raised) } };
    this.tell();
  }

  #arrange({ section, order }: Parameters<Calls['arrange']>[0]): object {
    const sorted = <T extends { id: string }>(list: readonly T[]) =>
      [...list].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
    if (section === 'contributions') this.contributions = sorted(this.contributions);
    else this.mine = { ...this.mine!, [section]: sorted(this.mine![section] as { id: string }[]) };
    return {};
  }

  #begin({ size }: { size: number }) {
    const upload = `u${(this.#ids += 1)}`;
    this.#waiting.set(upload, { size, parts: new Map() });
    const address = `${SITE}/v1/files/${upload}`;
    return { upload, address, partBytes: PART_BYTES, parts: countParts(size), expiresAt: Date.now() + 86_400_000 };
  }

  #stateOf(upload: string) {
    const waiting = this.#waiting.get(upload);
    if (!waiting) return null;
    const { size, parts, stored } = waiting;
    const state = stored ? 'stored' : 'receiving';
    return { upload, state, size, received: [...parts.keys()], ...(stored && { stored }), expiresAt: 0 };
  }

  async #answer(address: string, init: RequestInit = {}): Promise<Response> {
    const [upload = '', number] = address.slice(`${SITE}/v1/files/`.length).split('/');
    const next = this.uploadTroubles.shift();
    this.requests.push(number === undefined ? 'POST' : `PUT ${number}`);
    if (next === 'lost') throw new TypeError('Failed to fetch');
    if (typeof next === 'object') await held(next.until, init.signal);
    const waiting = this.#waiting.get(upload)!;
    if (number !== undefined) {
      waiting.parts.set(Number(number), new Uint8Array(init.body as ArrayBuffer));
      return Response.json({});
    }
    if (typeof next === 'string')
      return Response.json({ code: 'invalid_argument', status: 400, detail: 'Refused.', fault: next }, { status: 400 });
    return Response.json((waiting.stored = this.#stored(upload, waiting)));
  }

  #stored(upload: string, { size, parts }: Waiting): StoredFile {
    const bytes = new Uint8Array([...parts].sort(([a], [b]) => a - b).flatMap(([, part]) => [...part]));
    const format = formatOf(bytes);
    const stored: StoredFile = format
      ? { file: upload, type: format.type, size, width: format.width, height: format.height }
      : { file: upload, type: 'application/pdf', size };
    this.#files.set(upload, stored);
    return stored;
  }

  /** Pixels of the previews that were sent. */
  get previews(): number[] {
    const named = this.contributions.flatMap(({ files = [] }) => files.map(({ preview }) => preview));
    return named.flatMap((name) => {
      const file = name === undefined ? undefined : this.#files.get(name);
      return file ? Math.min(MAX_PREVIEW_SIDE, Math.max(file.width ?? 0, file.height ?? 0)) : [];
    });
  }

  async #met<T>(act: () => T): Promise<T> {
    const next = this.troubles.shift();
    if (typeof next === 'string') throw trouble(next);
    if (next && 'until' in next) await next.until;
    else await Promise.resolve();
    const answer = act();
    if (next && 'lost' in next) throw trouble(next.lost);
    return answer;
  }
}

function held(until: Promise<void>, signal: AbortSignal | null | undefined): Promise<void> {
  const ended = new Promise<never>((_, reject) =>
    signal?.addEventListener('abort', () => reject(signal.reason as Error)),
  );
  return Promise.race([until, ended]);
}

/** A client of which every call fails with this error, or never answers. */
export function failingPortfolio(code?: ErrorCode): Gigsy {
  const call = () => (code ? Promise.reject(trouble(code)) : new Promise<never>(() => {}));
  const watch = () => () => {};
  return {
    url: SITE,
    portfolio: { mine: call, watchMine: watch, contributions: { mine: call } },
    privacy: { watch, grants: { watchList: watch } },
    profile: { watchMine: watch },
  } as unknown as Gigsy;
}
