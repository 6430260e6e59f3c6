/** Commands of the model of verification about domains, pages and documents. */
import {
  CLAIM_MS,
  type CheckMethod,
  IDENTITY_CHECK_MS,
  type VerificationState,
  verificationMethods,
} from '@gigsy/schema';
import { expect } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { key, photosTaken, places } from './deployment.ts';
import { Command, type Model, type Name, type Real, accountOf, outcomeOf } from './verification-model.ts';

const { claims, documents } = api.trust;

/** Claims a domain or page, which is another one for each person. */
export class Claim extends Command {
  readonly name: Name;
  readonly method: CheckMethod;

  constructor(name: Name, method: CheckMethod) {
    super();
    this.name = name;
    this.method = method;
  }
  async act(model: Model, { people, d }: Real): Promise<void> {
    const { name, method } = this;
    const subject = placeOf(name, method);
    const active = model.find(name, method, 'active');
    const request = people[name].mutation(claims.start, { method, subject, idempotencyKey: key() });
    const outcome = await outcomeOf(request);
    if (outcome === 'rate_limited') return;
    const { id } = outcome as { id: string };
    if (!active) {
      const pending = model.find(name, method, 'pending');
      const fresh = { method, subject, code: undefined, guesses: 0, expiresAt: Date.now() + CLAIM_MS, mark: id };
      const made = Object.assign(pending ?? { state: 'none' as VerificationState }, fresh);
      if (!pending) model.verifications.get(name)!.push(made);
      model.step(made, 'start');
    }
    await photosTaken(d);
    if (method === 'link') look(model, name, method);
  }
  toString = () => `${this.name} claims a ${this.method}`;
}

/** Has a claim looked at, whose place shows what it should or does not. */
export class Look extends Command {
  readonly name: Name;
  readonly method: CheckMethod;
  readonly shows: boolean;

  constructor(name: Name, method: CheckMethod, shows: boolean) {
    super();
    this.name = name;
    this.method = method;
    this.shows = shows;
  }
  async act(model: Model, { people, d }: Real): Promise<void> {
    const { name, method } = this;
    places.set(placeOf(name, method), this.shows ? null : 'not_shown');
    const one = model.find(name, method, 'pending') ?? model.find(name, method, 'active');
    const request = people[name].mutation(claims.check, { id: one?.mark ?? 'none', idempotencyKey: key() });
    const outcome = await outcomeOf(request);
    if (outcome === 'rate_limited') return;
    expect(outcome === 'not_found').toBe(one === undefined);
    await photosTaken(d);
    look(model, name, method);
  }
  toString = () => `${this.name} has the ${this.method} looked at, which ${this.shows ? 'shows' : 'lacks'} it`;
}

/** The effect of a look on the model: the place is the same for the deployment and here. */
function look(model: Model, name: Name, method: CheckMethod): void {
  const one = model.find(name, method, 'pending') ?? model.find(name, method, 'active');
  if (!one) return;
  const isShown = places.get(placeOf(name, method)) === null;
  if (!isShown) return one.state === 'pending' ? model.step(one, 'miss') : undefined;
  model.step(one, one.state === 'pending' ? 'confirm' : 'renew');
  one.expiresAt = Date.now() + verificationMethods[method].validForMs;
}

function placeOf(name: Name, method: CheckMethod): string {
  return method === 'domain' ? `${name}.org` : `https://social.example/@${name}`;
}

/** Begins a check of a document. */
export class Begin extends Command {
  readonly name: Name;

  constructor(name: Name) {
    super();
    this.name = name;
  }
  async act(model: Model, { people, d }: Real): Promise<void> {
    const { name } = this;
    const outcome = await outcomeOf(people[name].mutation(documents.start, { idempotencyKey: key() }));
    if (outcome === 'rate_limited') return;
    const accountId = await accountOf(d, people[name]);
    const rows = await d.t.run((ctx) => ctx.db.query('trustSessions').collect());
    const mark = rows.find((row) => row.accountId === accountId)!.reference;
    const pending = model.find(name, 'document', 'pending');
    if (pending?.mark !== undefined) model.stale.push(pending.mark);
    const fresh = { subject: '', code: undefined, guesses: 0, expiresAt: Date.now() + IDENTITY_CHECK_MS, mark };
    const made = Object.assign(pending ?? { method: 'document' as const, state: 'none' as VerificationState }, fresh);
    if (!pending) model.verifications.get(name)!.push(made);
    model.step(made, 'start');
  }
  toString = () => `${this.name} begins a check`;
}

/** The provider tells an outcome, twice: of the check under way or passed, or of one that is over. */
export class Outcome extends Command {
  readonly name: Name;
  readonly type: 'verified' | 'failed' | 'lapsed' | 'revoked';
  readonly isStale: boolean;

  constructor(name: Name, type: Outcome['type'], isStale: boolean) {
    super();
    this.name = name;
    this.type = type;
    this.isStale = isStale;
  }
  async act(model: Model, { tell }: Real): Promise<void> {
    const { name, type } = this;
    const [pending, active] = [model.find(name, 'document', 'pending'), model.find(name, 'document', 'active')];
    const one = pending ?? active;
    const check = this.isStale ? model.stale.at(-1) : one?.mark;
    if (check === undefined) return;
    for (let n = 0; n < 2; n += 1) await tell(name, `identity.${type}`, check);
    if (this.isStale || !one) return;
    if (one.state === 'active') return type === 'revoked' ? model.step(one, 'revoke') : undefined;
    if (type !== 'verified') {
      model.stale.push(check);
      return model.step(one, 'refuse');
    }
    if (active) model.step(active, 'replace');
    model.step(one, 'confirm');
    one.expiresAt = Date.now() + verificationMethods.document.validForMs;
  }
  toString = () =>
    `the provider tells that ${this.name} ${this.type}${this.isStale ? ', of a check that is over' : ''}`;
}
