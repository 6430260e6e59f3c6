/**
 * A month in the life of some thousand profiles: concurrent clients with stale versions and repeated keys, people who hide
 * parts, leave for a while or change their handles, crashes, reconciliation by the deployment's own crons, and a cutover that
 * goes forward and back, to the retirement of the snapshots. Then no copy of any profile differs, no update was lost, no item
 * doubled, and no reader was shown a mixture of two writes.
 *
 * `DRIFT_SOAK_MUTATIONS`, `DRIFT_SOAK_PEOPLE`, `DRIFT_SOAK_MINUTES` and `DRIFT_SOAK_SEED` set other bounds. With minutes, the
 * month passes in that time, whatever number of mutations that gives.
 */
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { type Size, Month } from './drift/month.ts';

export const name = 'drift';

const SIZES: Record<'short' | 'full', Size> = {
  short: { people: 30, hours: 25, mutations: 450, crashes: 2, clients: 8, watchers: 3, seed: 1815 },
  full: { people: 4_000, hours: 744, mutations: 1_000_000, crashes: 60, clients: 16, watchers: 10 },
};

export async function* run({ short, progress, signal }: MeasureContext): AsyncIterable<Figure> {
  yield* Month.pass(sized(short ? SIZES.short : SIZES.full), progress, signal);
}

/** Fewer mutations go with fewer people and crashes. */
function sized(size: Size): Size {
  const asked = (name: string) => Number(process.env[`DRIFT_SOAK_${name}`] ?? 0) || undefined;
  const mutations = asked('MUTATIONS') ?? size.mutations;
  const part = Math.min(1, mutations / size.mutations);
  const people = asked('PEOPLE') ?? Math.max(30, Math.round(size.people * part));
  const crashes = Math.max(2, Math.round(size.crashes * part));
  const hours = asked('HOURS') ?? size.hours;
  return { ...size, hours, mutations, people, crashes, minutes: asked('MINUTES'), seed: asked('SEED') ?? size.seed };
}
