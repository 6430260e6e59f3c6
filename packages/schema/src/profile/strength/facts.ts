/**
 * The facts about each section from which a strength is made. They are few numbers a section and are kept with the strength, so
 * that after a change of one section the strength is known without the others.
 */
import type { Role } from '../../contract/principals.ts';
import { roleSections } from '../role-sections.ts';
import type { SectionName } from '../sections.ts';
import { type Measured, hasEntries } from './measures.ts';
import { strengthPoints } from './points.ts';
import { type Step, type StepKey, steps } from './steps.ts';

/**
 * By section and step the number that counts, and `entries`, 1 for a list with an entry that has a visible name. Zeros are left
 * out.
 */
export type StrengthFacts = { readonly [S in SectionName]?: Readonly<Record<string, number>> };

/** Stands for the address of a picture that has none. */
const UPLOADED = 'uploaded';

/**
 * The facts about the sections that are given, as far as they count for a person of this role. `uploaded` says that the person has
 * uploaded a picture, which then no section names: it counts with `identity`.
 */
export function strengthFacts(role: Role, sections: Measured, { uploaded = false } = {}): StrengthFacts {
  const keys = Object.keys(strengthPoints[role]) as StepKey[];
  const names = roleSections[role].filter((name) => Object.hasOwn(sections, name));
  const picture = { ...(sections.identity as object | undefined), avatarUrl: UPLOADED };
  const content = (name: SectionName) => (uploaded && name === 'identity' ? picture : sections[name]);
  return Object.fromEntries(names.map((name) => [name, factsOf(keys, name, content(name))]));
}

function factsOf(keys: readonly StepKey[], section: SectionName, content: unknown): Record<string, number> {
  const counted = keys
    .map((key) => [key, steps[key] as Step] as const)
    .filter(([, { measure }]) => measure.sections.includes(section))
    .map(([key, step]) => [key, counting(step, step.measure.of(content, section))] as const);
  if (counted.length === 0) return {};
  const facts = [...counted, ['entries', Number(hasEntries(content, section))] as const];
  return Object.fromEntries(facts.filter(([, number]) => number > 0));
}

/** As much of a number as can count: the rung that it reaches, or for numbers that add up at most the last rung. */
function counting({ measure, rungs }: Step, number: number): number {
  if (measure.joined === 'sum') return Math.min(number, rungs.at(-1)!);
  return rungs.findLast((rung) => number >= rung) ?? 0;
}

/** The number of a step over all sections. */
export function joinedFact(facts: StrengthFacts, key: StepKey): number {
  const { sections, joined }: Step['measure'] = steps[key].measure;
  const numbers = sections.map((section) => facts[section]?.[key] ?? 0);
  return joined === 'sum' ? numbers.reduce((sum, number) => sum + number, 0) : Math.max(0, ...numbers);
}
