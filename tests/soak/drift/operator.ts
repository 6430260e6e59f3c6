/**
 * The operator of the soak: moves cohorts forward and back while people write, retires the snapshots at the end, and looks
 * at what the deployment says about drift.
 */
import {
  type CohortStatus,
  type CutoverStatus,
  type DriftStatus,
  type DriftWalk,
  type ReadPhase,
  readCohorts,
  readPhases,
} from '@gigsy/schema';
import type { Random } from '../../local/ledger/random.ts';
import type { Answer, Clients } from '../clocked/clients.ts';

const ROOT = 'root';
const POLL_MS = 50;
const PATIENCE_MS = 600_000;

export class Operator {
  readonly #clients: Clients;
  readonly #random: Random;
  readonly #report: (breach: string) => void;
  #keys = 0;
  /** Steps that were made, forward and back. */
  readonly steps = { forward: 0, back: 0 };
  /** Starts of passes that the deployment's crons have ended. */
  readonly passes = new Set<string>();

  constructor(parts: { clients: Clients; random: Random; report: (breach: string) => void }) {
    this.#clients = parts.clients;
    this.#random = parts.random;
    this.#report = parts.report;
  }

  async begin(): Promise<void> {
    await this.grant(ROOT, 'admin');
    // Members are sent by `profile.get` what a lease would open, so that the stored views of members are held against the chain.
    for (const cohort of readCohorts)
      await this.#clients.mutation('privacy/leases:setCohort', { cohort, required: false });
  }

  async grant(subject: string, role: 'admin' | 'moderator'): Promise<void> {
    await this.#clients.mutation('profile/accounts:grantRole', { subject, role });
  }

  async drift(): Promise<DriftStatus> {
    const status = this.#got(await this.#clients.query<DriftStatus>('profile/drift:status', {}, ROOT));
    for (const { walk, finished } of status.walks) if (finished) this.passes.add(`${walk} ${finished.startedAt}`);
    return status;
  }

  async cutover(): Promise<CutoverStatus> {
    return this.#got(await this.#clients.query<CutoverStatus>('operations/cutover:status', {}, ROOT));
  }

  /** Reports what stands against the next steps and should never be there. */
  async look(): Promise<void> {
    const { findings } = await this.drift();
    for (const finding of findings) this.#report(`drift: ${JSON.stringify(finding)}`);
    const { cohorts } = await this.cutover();
    for (const { cohort, differences } of cohorts)
      if (differences.count > 0) this.#report(`shadow reads of ${cohort} differ: ${JSON.stringify(differences)}`);
  }

  /** One random step of a cohort that is not retired: forward if its proof is there, or back. */
  async wander(): Promise<void> {
    const { cohorts } = await this.cutover();
    const one = cohorts[this.#random.integer(0, cohorts.length)]!;
    const steps = readPhases.slice(0, readPhases.indexOf(one.phase));
    const isBack = steps.length > 0 && this.#random.next() < 0.4;
    const to = isBack ? steps[this.#random.integer(0, steps.length)]! : one.forward?.to;
    if (!to || to === 'retired' || one.phase === 'retired') return;
    await this.#move(one, to);
  }

  /** Takes a cohort all the way to `to`, waiting for each proof, and shows that nothing leads back from `retired`. */
  async drive(cohort: CohortStatus['cohort'], to: ReadPhase): Promise<void> {
    for (const end = Date.now() + PATIENCE_MS; ;) {
      const one = (await this.cutover()).cohorts.find((each) => each.cohort === cohort)!;
      if (readPhases.indexOf(one.phase) >= readPhases.indexOf(to)) break;
      const { to: next, obstacles } = one.forward!;
      if (obstacles.some((each) => each !== 'comparison')) {
        await this.look();
        throw new Error(`The cohort ${cohort} cannot go on: ${obstacles.join(', ')}.`);
      }
      if (obstacles.length === 0) await this.#move(one, next);
      else await waited(end, `the comparison of ${cohort}`);
    }
    if (to !== 'retired') return;
    const back = await this.#asked({ cohort, to: 'normalized', expected: 'retired' });
    if (back.refused?.code !== 'invalid_argument') this.#report(`${cohort} went back from retired`);
  }

  async #move({ cohort, phase, forward }: CohortStatus, to: ReadPhase): Promise<void> {
    const { refused } = await this.#asked({ cohort, to, expected: phase });
    const isForward = readPhases.indexOf(to) > readPhases.indexOf(phase);
    if (!refused) this.steps[isForward ? 'forward' : 'back'] += 1;
    // Comparison takes its time. The other obstacles would be breaches, and are reported as such.
    else if (!(refused.code === 'not_ready' && forward!.obstacles.length > 0))
      this.#report(`the step of ${cohort} from ${phase} to ${to} was refused with ${refused.code}`);
  }

  #asked(args: object): Promise<Answer> {
    this.#keys += 1;
    const idempotencyKey = `operator-${this.#keys}`;
    return this.#clients.mutation('operations/cutover:move', { ...args, idempotencyKey }, ROOT);
  }

  /** Waits until the snapshots of all cohorts are gone. Returns the number of profiles that were gone through. */
  async retired(): Promise<number> {
    for (const end = Date.now() + PATIENCE_MS; ;) {
      const { cohorts } = await this.cutover();
      if (cohorts.every(({ phase, walked }) => phase === 'retired' && walked?.complete))
        return cohorts.reduce((sum, { walked }) => sum + walked!.profiles, 0);
      await waited(end, 'the end of retirement');
    }
  }

  /** Waits for a whole pass of reconciliation that begins now. Returns the number of profiles that it compared. */
  async walk(walk: DriftWalk): Promise<number> {
    const state = async () => (await this.drift()).walks.find((each) => each.walk === walk)!;
    const end = Date.now() + PATIENCE_MS;
    while ((await state()).startedAt !== null) await waited(end, `the walk ${walk}`);
    const before = (await state()).finished?.startedAt;
    await this.#clients.mutation('profile/reconciliation:start', { walk });
    for (;;) {
      const { finished } = await state();
      if (finished && finished.startedAt !== before) return finished.checked;
      await waited(end, `the walk ${walk}`);
    }
  }

  #got<T>({ value, refused }: Answer<T>): T {
    if (refused) throw new Error(`The operator was refused with ${refused.code}.`);
    return value as T;
  }
}

export const cohorts = readCohorts;

async function waited(end: number, what: string): Promise<void> {
  if (Date.now() > end) throw new Error(`This did not come: ${what}.`);
  await new Promise((resolve) => setTimeout(resolve, POLL_MS));
}
