/** Ten thousand made-up profiles, written as JSON Resume and read again: valid by the standard, and nothing lost. */
import { canonicalJson, toJsonResume } from '@gigsy/schema';
import fc from 'fast-check';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { anySections } from '../schema/any-sections.ts';
import { faultsOf, readBack } from '../schema/resume-both-ways.ts';

export const name = 'json-resume';

const PROFILES = { short: 500, full: 10_000 };

export async function* run({ short, progress, signal }: MeasureContext): AsyncIterable<Figure> {
  const profiles = short ? PROFILES.short : PROFILES.full;
  const seed = Math.floor(Math.random() * 2 ** 31);
  progress(`seed ${seed}: ${profiles} profiles`);
  let same = 0;
  for (let batch = 0; same < profiles; batch += 1) {
    signal.throwIfAborted();
    for (const sections of fc.sample(anySections(), { numRuns: 500, seed: seed + batch })) {
      const document = toJsonResume({ handle: 'ada', role: 'student', sections });
      const faults = faultsOf(document);
      const read = readBack(document);
      if (faults !== null || canonicalJson(read) !== canonicalJson({ sections, notes: [] }))
        throw new Error(`Not the same: ${JSON.stringify({ sections, document, faults, read })}`);
      same += 1;
    }
    progress(`${same} profiles came back`);
    await new Promise(setImmediate);
  }
  yield {
    name: 'profiles that survive JSON Resume',
    value: same,
    unit: 'profiles',
    goal: { at: 'least', value: profiles },
  };
}
