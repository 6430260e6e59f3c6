/**
 * A model of verification: the states that several people can have by the table of transitions, and the commands that lead
 * there through the public functions. Each command is made on the deployment and on the model, and then both must say the same.
 */
import {
  ACCOUNT_CODES,
  CODES_WINDOW_MS,
  CODE_ATTEMPTS,
  CODE_MS,
  type CodeMethod,
  ENDS_SOON_MS,
  READER_CODES,
  type VerificationMethod,
  type VerificationState,
  type VerificationStep,
  levelOf,
  stateAfter,
  verificationMethods,
} from '@gigsy/schema';
import type fc from 'fast-check';
import { expect, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { Id } from '../../convex/_generated/dataModel.js';
import { type Caller, type Deployment, key, messages, photosTaken, refusalOf } from './deployment.ts';

export const names = ['ada', 'ben', 'cleo'] as const;
export type Name = (typeof names)[number];
export const methods = ['email', 'phone'] as const;
export const claimed = ['domain', 'link'] as const;
export const every = [...methods, ...claimed, 'document'] as const;

/** One verification: from a code that is awaited to the end of the evidence. */
interface Verification {
  method: VerificationMethod;
  state: VerificationState;
  subject: string;
  code: string | undefined;
  guesses: number;
  expiresAt: number;
  /** Of a claim, its id; of a check, its name. */
  mark?: string;
}

export class Model {
  readonly verifications = new Map<Name, Verification[]>(names.map((name) => [name, []]));
  readonly asked = new Map<Name, number[]>(names.map((name) => [name, []]));
  readonly sent = new Map<string, number[]>();
  /** Names of checks that were begun and are over. */
  readonly stale: string[] = [];
  /** Every step that was made, from where and to where. */
  readonly walked: Set<string>;

  constructor(walked: Set<string>) {
    this.walked = walked;
  }

  find(name: Name, method: VerificationMethod, state: VerificationState): Verification | undefined {
    return this.verifications.get(name)!.find((one) => one.method === method && one.state === state);
  }

  step(of: Verification, step: VerificationStep): void {
    const to = stateAfter(of.state, step);
    if (to === undefined) throw new Error(`The table has no step ${step} from ${of.state}.`);
    this.walked.add(`${of.state} ${step} ${to}`);
    of.state = to;
  }

  /** The ends that the clock brings until `now`. */
  pass(now: number): void {
    for (const one of [...this.verifications.values()].flat()) {
      if (one.expiresAt > now) continue;
      if (one.state === 'pending') this.step(one, 'lapse');
      else if (one.state === 'active') this.step(one, 'expire');
    }
  }
}

export interface Real {
  d: Deployment;
  /** Gives the inbox an outcome of a check. */
  tell: (name: Name, type: string, check: string) => Promise<void>;
  people: Record<Name, Caller>;
}

const { verifications } = api.trust;
const within = (times: readonly number[], ms = CODES_WINDOW_MS) => times.filter((at) => at > Date.now() - ms).length;
/** The last refusal's code, or the answer. */
export const outcomeOf = async <T>(call: Promise<T>): Promise<T | string> => {
  const settled = await call.then(
    (answer) => ({ answer }),
    async (refused: unknown) => ({ code: (await refusalOf(Promise.reject(refused as Error))).code }),
  );
  return 'code' in settled ? settled.code : settled.answer;
};

export abstract class Command implements fc.AsyncCommand<Model, Real> {
  check = () => true;
  abstract act(model: Model, real: Real): Promise<void>;
  abstract toString(): string;
  async run(model: Model, real: Real): Promise<void> {
    await this.act(model, real);
    await mustAgree(model, real);
  }
}

const subjects = {
  email: ['shared@example.org', 'SHARED+2@example.org', 'own@example.org'],
  phone: ['+436641234567', '+436641234568', '+436641234569'],
} as const;

export class Start extends Command {
  readonly name: Name;
  readonly method: CodeMethod;
  readonly subject: 0 | 1 | 2;

  constructor(name: Name, method: CodeMethod, subject: 0 | 1 | 2) {
    super();
    this.name = name;
    this.method = method;
    this.subject = subject;
  }
  async act(model: Model, { d, people }: Real): Promise<void> {
    const { name, method } = this;
    const subject = subjects[method][this.subject];
    const before = messages.sent.length;
    const request = people[name].mutation(verifications.start, { method, subject, idempotencyKey: key() });
    const outcome = await outcomeOf(request);
    await photosTaken(d);
    const sent = messages.sent.slice(before);
    const asked = model.asked.get(name)!;
    if (within(asked) >= ACCOUNT_CODES) {
      expect([outcome, sent]).toEqual(['rate_limited', []]);
      return;
    }
    expect(outcome).toEqual({ method, expiresAt: Date.now() + CODE_MS });
    asked.push(Date.now());
    const reader = method === 'email' && this.subject < 2 ? 'shared' : subject;
    const toReader = model.sent.get(reader) ?? [];
    const muted = within(toReader) >= READER_CODES;
    expect(sent.map(({ to, channel }) => [to, channel])).toEqual(muted ? [] : [[subject, method]]);
    if (!muted) model.sent.set(reader, [...toReader, Date.now()]);
    const pending = model.find(name, method, 'pending');
    const code = sent[0]?.code;
    const fresh = { method, subject, code, guesses: 0, expiresAt: Date.now() + CODE_MS };
    const made = Object.assign(pending ?? { state: 'none' as VerificationState }, fresh);
    if (!pending) model.verifications.get(name)!.push(made);
    model.step(made, 'start');
  }
  toString = () => `${this.name} asks for a code of ${this.method} ${this.subject}`;
}

export class Guess extends Command {
  readonly name: Name;
  readonly method: CodeMethod;
  /** The owner of the code that is entered: the person, or somebody else. Null for one that nobody has. */
  readonly of: Name | null;

  constructor(name: Name, method: CodeMethod, of: Name | null) {
    super();
    this.name = name;
    this.method = method;
    this.of = of;
  }
  async act(model: Model, { people }: Real): Promise<void> {
    const { name, method } = this;
    const pending = model.find(name, method, 'pending');
    const code = (this.of && model.find(this.of, method, 'pending')?.code) ?? other(pending?.code);
    const request = people[name].mutation(verifications.confirm, { method, code, idempotencyKey: key() });
    const outcome = await outcomeOf(request);
    const fits = pending?.code === code && pending.guesses < CODE_ATTEMPTS;
    // The limit of the door, which the clock refills.
    if (outcome === 'rate_limited') return;
    expect(outcome).toMatchObject({ confirmed: fits });
    if (!pending) return;
    pending.guesses += 1;
    if (!fits) return model.step(pending, 'miss');
    const before = model.find(name, method, 'active');
    if (before) model.step(before, 'replace');
    model.step(pending, 'confirm');
    pending.expiresAt = Date.now() + verificationMethods[method].validForMs;
  }
  toString = () => `${this.name} enters for ${this.method} the code of ${this.of ?? 'nobody'}`;
}

/** Another code than this one. */
function other(code = '000000'): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}

export class Withdraw extends Command {
  readonly name: Name;
  readonly method: VerificationMethod;

  constructor(name: Name, method: VerificationMethod) {
    super();
    this.name = name;
    this.method = method;
  }
  async act(model: Model, { people }: Real): Promise<void> {
    const { name, method } = this;
    const ending = [model.find(name, method, 'pending'), model.find(name, method, 'active')].filter((one) => !!one);
    const id = method === 'document' ? method : (ending[0]?.mark ?? method);
    const request = people[name].mutation(verifications.withdraw, { id, idempotencyKey: key() });
    const outcome = await outcomeOf(request);
    if (ending.length === 0) expect(outcome).toBe('not_found');
    for (const one of ending) {
      if (method === 'document' && one.mark !== undefined) model.stale.push(one.mark);
      model.step(one, 'withdraw');
    }
  }
  toString = () => `${this.name} withdraws ${this.method}`;
}

export class Revoke extends Command {
  readonly name: Name;
  readonly method: VerificationMethod;

  constructor(name: Name, method: VerificationMethod) {
    super();
    this.name = name;
    this.method = method;
  }
  async act(model: Model, { d, people }: Real): Promise<void> {
    const { name, method } = this;
    const row = (await rowsOf(d, people[name])).find((one) => one.method === method && one.state === 'active');
    if (row) await d.t.mutation(internal.trust.verifications.revoke, { evidence: row._id });
    const active = model.find(name, method, 'active');
    expect(row !== undefined).toBe(active !== undefined);
    if (active) model.step(active, 'revoke');
  }
  toString = () => `an operator takes ${this.method} of ${this.name} back`;
}

export class Pass extends Command {
  readonly ms: number;

  constructor(ms: number) {
    super();
    this.ms = ms;
  }
  async act(model: Model, { d }: Real): Promise<void> {
    vi.setSystemTime(Date.now() + this.ms);
    model.pass(Date.now());
    await d.t.mutation(internal.trust.verifications.endOverdue, {});
    await photosTaken(d);
  }
  toString = () => `${this.ms / 60_000} minutes pass`;
}

/** Several people act at once: the outcome is that of one order, and each of them acts on their own alone. */
export class Together extends Command {
  readonly commands: readonly (Command & { readonly name: Name })[];

  constructor(commands: readonly (Command & { readonly name: Name })[]) {
    super();
    this.commands = commands;
  }
  async act(model: Model, real: Real): Promise<void> {
    const own = new Map(this.commands.map((one) => [one.name, one]));
    await Promise.all([...own.values()].map((one) => one.act(model, real)));
  }
  toString = () => `at once: ${this.commands.join(', ')}`;
}

export async function accountOf({ t }: Deployment, person: Caller): Promise<Id<'accounts'>> {
  const { handle } = (await person.query(api.profile.mine, {}))!;
  return t.run(async (ctx) => {
    const accounts = await ctx.db.query('accounts').collect();
    return accounts.find((account) => account.handle === handle)!._id;
  });
}

async function rowsOf(d: Deployment, person: Caller) {
  const id = await accountOf(d, person);
  return d.t.run(async (ctx) =>
    (await ctx.db.query('trustEvidence').collect()).filter(({ accountId }) => accountId === id),
  );
}

async function mustAgree(model: Model, { d, people }: Real): Promise<void> {
  for (const name of names) {
    const mine = await people[name].query(verifications.mine, {});
    const all = model.verifications.get(name)!;
    const sorted = (list: readonly { method: string; state: string; expiresAt: number }[]) =>
      list.map(({ method, state, expiresAt }) => `${method} ${state} ${expiresAt}`).sort();
    const held = all.filter(({ state }) => state !== 'none');
    const waiting = [
      ...mine.pending,
      ...mine.claims.flatMap(({ method, expiresAt }) => (expiresAt === undefined ? [] : { method, expiresAt })),
      ...(mine.session?.state === 'open' ? [{ method: 'document', expiresAt: mine.session.expiresAt }] : []),
    ];
    const pending = waiting.map((one) => ({ ...one, state: 'pending' }));
    expect([name, sorted([...mine.evidence, ...pending])]).toEqual([name, sorted(held)]);
    const active = held.filter(({ state }) => state === 'active');
    const level = levelOf(active.map(({ method }) => verificationMethods[method]));
    const view = await d.t.query(api.trust.get, { handle: name });
    expect([name, mine.level, view!.level]).toEqual([name, level, level]);
    expect((view!.evidence ?? []).map(({ method }) => method).sort()).toEqual(
      active.map(({ method }) => method).sort(),
    );
    for (const { method, state, subject, endsSoon, expiresAt } of mine.evidence)
      expect([subject !== undefined, endsSoon]).toEqual([
        state === 'active' && method !== 'document',
        state === 'active' && expiresAt - ENDS_SOON_MS <= Date.now(),
      ]);
  }
}
