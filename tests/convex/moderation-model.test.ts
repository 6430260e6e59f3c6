/**
 * Moderation walked at random, by several moderators at once: no state is reached that the table of steps lacks, every step of
 * it is made, and a place is withheld exactly while a decision against it is in force.
 */
import { APPEAL_MS, type CaseState, type CaseStep, caseStateAfter, caseTransitions, joinedStates } from '@gigsy/schema';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, deployment, key, person } from './deployment.ts';
import { withoutLaterWork } from './later-work.ts';
import { moderator, reported } from './moderating.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 1) });
  withoutLaterWork();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const { moderation } = api.trust;
type Name = 'mia' | 'noor';

interface Real {
  d: Deployment;
  ada: Caller;
  staff: Record<Name, Caller>;
}

/** The one case that a walk is about at a time, and the decisions that are in force by cases before it. */
interface Model {
  state: CaseState | undefined;
  assignee?: Name | undefined;
  decider?: Name | undefined;
  inForce: boolean;
  appealUntil?: number | undefined;
  /** In force from cases that are closed for good. */
  before: number;
}

type Act = { kind: CaseStep | 'report' | 'pass'; by: Name };

async function call({ d, ada, staff }: Real, { kind, by }: Act, id: string): Promise<unknown> {
  const given = { case: id, idempotencyKey: key() };
  const explanation = 'x';
  switch (kind) {
    case 'report':
      return reported(d.t as unknown as Caller, 'ada', 'about');
    case 'assign':
      return staff[by].mutation(moderation.assign, given);
    case 'act':
      return staff[by].mutation(moderation.act, {
        ...given,
        measure: 'withhold',
        ground: 'law',
        rule: 'x',
        explanation,
      });
    case 'dismiss':
      return staff[by].mutation(moderation.dismiss, { cases: [id], idempotencyKey: key() });
    case 'restore':
      return staff[by].mutation(moderation.restore, given);
    case 'appeal':
      return ada.mutation(moderation.appeal, { ...given, text: 'x' });
    case 'uphold':
    case 'overturn':
      return staff[by].mutation(moderation.decide, { ...given, outcome: kind === 'uphold' ? 'upheld' : 'overturned', explanation }); // prettier-ignore
    default:
      vi.setSystemTime(Date.now() + APPEAL_MS + 1);
      return d.t.mutation(internal.trust.moderation.lapse, {});
  }
}

/** The step that the act makes from here; undefined where it must be refused or changes nothing. */
function stepOf(
  { state, assignee, decider, inForce, appealUntil = 0 }: Model,
  { kind, by }: Act,
): CaseStep | undefined {
  if (state === undefined) return undefined;
  if (kind === 'pass') return state === 'actioned' ? 'lapse' : undefined;
  if (kind === 'report') return joinedStates.includes(state) ? 'join' : undefined;
  const isAllowed: Partial<Record<CaseStep, boolean>> = {
    act: assignee === by,
    restore: inForce,
    appeal: appealUntil > Date.now(),
    uphold: decider !== by,
    overturn: decider !== by,
  };
  return (isAllowed[kind] ?? true) && caseStateAfter(state, kind) !== undefined ? kind : undefined;
}

function follow(model: Model, act: Act, walked: Set<string>): void {
  const seen = model.before === 0 && !model.inForce;
  const step = stepOf(model, act);
  if (step) {
    const next = caseStateAfter(model.state!, step)!;
    walked.add(`${model.state} ${step} ${next}`);
    model.state = next;
    if (step === 'assign') model.assignee = act.by;
    if (step === 'act') Object.assign(model, { inForce: true, decider: act.by, appealUntil: Date.now() + APPEAL_MS });
    if (step === 'restore' || step === 'overturn') model.inForce = false;
    if (step !== 'act') model.appealUntil = step === 'join' || step === 'assign' ? model.appealUntil : undefined;
  } else if (act.kind === 'report' && seen) {
    // A report of what is seen, and of no case that it could join, opens a case of its own.
    Object.assign(model, { state: 'open', assignee: undefined, decider: undefined, appealUntil: undefined });
  }
}

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom<Act['kind']>(
    ...(['report', 'report', 'assign', 'assign', 'act', 'act', 'act', 'dismiss', 'restore'] as const),
    ...(['appeal', 'appeal', 'uphold', 'overturn', 'pass'] as const),
  ),
  by: fc.constantFrom<Name>('mia', 'noor'),
});

async function mustAgree({ d, staff }: Real, model: Model): Promise<string> {
  const row = await d.t.run((ctx) => ctx.db.query('moderationCases').order('desc').first());
  expect([row?.state, row?.decision?.inForce ?? false]).toEqual([model.state, model.inForce]);
  const view = await (d.t as unknown as Caller).query(api.profile.get, { handle: 'ada' });
  expect(view!.about === undefined).toBe(model.inForce || model.before > 0);
  if (row) expect((await staff.mia.query(moderation.view, { case: row._id }))!.state).toBe(model.state);
  return row?._id ?? 'none';
}

test('moderators who act in any order, and at once, reach the states of the table, by its steps alone', async () => {
  const walked = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(act, { minLength: 1, maxLength: 2 }), { minLength: 20, maxLength: 40 }),
      async (rounds) => {
        const d = deployment();
        const ada = await person(d, 'ada', { role: 'mentor', sections: { about: { text: 'Glass' } } });
        const real = { d, ada, staff: { mia: await moderator(d, 'mia'), noor: await moderator(d, 'noor') } };
        const model: Model = { state: undefined, inForce: false, before: 0 };
        let id = 'none';
        for (const round of rounds) {
          // Those of a round are asked at once, and transactions come one after the other. The clock goes on alone.
          const together = round.some(({ kind }) => kind === 'pass') ? round.slice(0, 1) : round;
          const outcomes = together.map((each) => call(real, each, id).catch(() => undefined));
          for (const each of together) follow(model, each, walked);
          await Promise.all(outcomes);
          id = await mustAgree(real, model);
        }
      },
    ),
    { numRuns: 12, seed: 45 },
  );
  const steps = Object.entries(caseTransitions).flatMap(([from, by]) =>
    Object.entries(by).map(([step, to]) => `${from} ${step} ${to}`),
  );
  expect([...walked].sort()).toEqual(steps.sort());
}, 60_000);
