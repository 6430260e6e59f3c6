/** The strength of a profile, 0 to 100, and the next steps that raise it. Pure, and free of zod. */
import type { Role } from '../../contract/principals.ts';
import type { SectionName } from '../sections.ts';
import { type StrengthFacts, joinedFact, strengthFacts } from './facts.ts';
import type { Measured } from './measures.ts';
import { strengthPoints } from './points.ts';
import { type FactorKey, type Place, type Step, type StepKey, factorOf, steps } from './steps.ts';

/** How far a topic adds to the score. */
export type StrengthFactor = {
  key: FactorKey;
  /** Most points that it can add for this role. */
  weight: number;
  /** Points that it adds: a whole number. */
  points: number;
  /** `points` of `weight`, 0 to 1. */
  reached: number;
};

/** A step that the person can take now. */
export type StrengthAction = {
  key: StepKey;
  /** Where it is done. */
  section: SectionName;
  /** The field in the section, as forms name it; absent where an entry is to be added. */
  field?: string | undefined;
  /** The least number that it asks for: of visible characters, entries or texts. 1 where any value will do. */
  least: number;
  /** Points by which the score rises: a whole number, at least 1. */
  gain: number;
};

export type Strength = {
  /** The sum of the factors' points: a whole number, 0 to 100. */
  score: number;
  factors: StrengthFactor[];
  /** The one with the greatest gain first. Empty at 100. */
  actions: StrengthAction[];
};

/**
 * The strength of a profile with these sections. Sections that the role is not offered count nothing, nor do absent ones
 * and those of another form. `uploaded` says that its owner has uploaded a picture, which then no section names.
 */
export function strengthOf(role: Role, sections: Measured, { uploaded = false } = {}): Strength {
  return strengthOfFacts(role, strengthFacts(role, { identity: undefined, ...sections }, { uploaded }));
}

/** The same of the facts about the sections, made for this role. */
export function strengthOfFacts(role: Role, facts: StrengthFacts): Strength {
  const taken = (Object.entries(strengthPoints[role]) as [StepKey, readonly number[]][]).map(([key, points]) =>
    taking(key, points, facts),
  );
  const factors = factorsOf(taken);
  return {
    score: factors.reduce((sum, { points }) => sum + points, 0),
    factors,
    actions: taken
      .filter(({ key, points, weight }) => points < weight && isOpen(steps[key], facts))
      .map((step) => actionOf(step, facts))
      .sort((a, b) => b.gain - a.gain),
  };
}

/** A step as far as it has been taken. */
interface Taken {
  key: StepKey;
  points: number;
  weight: number;
  /** The least number of the last rung. */
  least: number;
}

function taking(key: StepKey, points: readonly number[], facts: StrengthFacts): Taken {
  const { rungs }: Step = steps[key];
  const measured = joinedFact(facts, key);
  const sumOf = (given: readonly number[]) => given.reduce((sum, each) => sum + each, 0);
  return {
    key,
    points: sumOf(points.filter((_, rung) => measured >= rungs[rung]!)),
    weight: sumOf(points),
    least: rungs[points.length - 1]!,
  };
}

function factorsOf(taken: readonly Taken[]): StrengthFactor[] {
  const factors = new Map<FactorKey, StrengthFactor>();
  for (const step of taken) {
    const key = factorOf(step.key);
    const { weight, points } = factors.get(key) ?? { weight: 0, points: 0 };
    const sum = { weight: weight + step.weight, points: points + step.points };
    factors.set(key, { key, ...sum, reached: sum.points / sum.weight });
  }
  return [...factors.values()];
}

function isOpen({ after }: Step, facts: StrengthFacts): boolean {
  return !after || joinedFact(facts, after.step as StepKey) >= after.least;
}

/** The tip asks for the last rung at once: a person who follows it has all of its gain, and not more. */
function actionOf({ key, points, weight, least }: Taken, facts: StrengthFacts): StrengthAction {
  const { places }: Step = steps[key];
  const [section, field]: Place = places.find(([name]) => facts[name]?.entries === 1) ?? places[0];
  return { key, section, ...(field !== undefined && { field }), least, gain: weight - points };
}
