/**
 * Whether the time of an answer tells that there is a person whom nobody may see. Each path is asked about people who are hidden,
 * deactivated, suspended and deleted, and about handles of nobody, in an order of chance. The classifier is the best threshold on the
 * time: the area under its ROC curve is 0.5 for one that guesses.
 */
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { SECRET } from '../convex/clerk-delivery.ts';
import { type Absence, absences, enterAbsent } from '../local/pairs/absent.ts';
import { Chance } from '../local/pairs/chance.ts';
import { RunningBackend } from '../local/running-backend.ts';
import { areaUnderCurve } from './absence/area.ts';
import { type TimedPath, timedPaths } from './absence/timed-paths.ts';

export const name = 'absence-timing';

/** Of each kind. A session of a partner's is opened for 50 at most. */
const PEOPLE = 8;
/** Times that each path is asked about each kind. Few samples spread the area by chance: with 300 by 0.024, with 4,000 by 0.006. */
const ROUNDS = { short: 300, full: 4_000 };
const GOAL = { short: 0.62, full: 0.55 };
/** Rounds in the life of a partner's session, ten minutes. */
const SESSION = 250;
/** Somebody whom all may see: the times of their answers must tell them from nobody, or the classifier sees nothing. */
const SHOWN = 'absent-x-00000';

type Kind = Absence | 'shown';
type Times = Map<Kind, number[]>;

export async function* run({ short, progress, signal }: MeasureContext): AsyncIterable<Figure> {
  const running = await RunningBackend.start({ CLERK_WEBHOOK_SIGNING_SECRET: SECRET });
  try {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const rounds = short ? ROUNDS.short : ROUNDS.full;
    progress(`seed ${seed}: ${rounds} rounds`);
    const paths = await timedPaths(running);
    const people = { ...(await enterAbsent(running, PEOPLE)), shown: [SHOWN] };
    await running.person(SHOWN, { about: { text: 'Words about a person. '.repeat(40) } });
    const chance = new Chance(seed);
    const kinds = Object.keys(people) as Kind[];
    const times = new Map(paths.map((path): [TimedPath, Times] => [path, new Map(kinds.map((kind) => [kind, []]))]));
    for (let round = 0; round < rounds; round += 1) {
      signal.throwIfAborted();
      if (round % SESSION === 0)
        for (const path of paths) await path.renew?.(Object.values(people).flat(), round + SESSION);
      for (const path of chance.shuffled(paths))
        for (const kind of chance.shuffled(kinds))
          times
            .get(path)!
            .get(kind)!
            .push(await timed(() => path.ask(chance.of(people[kind]), round)));
      if (round % 100 === 99) progress(`${round + 1} rounds`);
    }
    yield* figures(times, short ? GOAL.short : GOAL.full);
  } finally {
    await running.close();
  }
}

async function timed(ask: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await ask();
  return performance.now() - before;
}

function* figures(times: ReadonlyMap<TimedPath, Times>, goal: number): Iterable<Figure> {
  const told = absences.filter((absence) => absence !== 'never');
  for (const [{ label }, taken] of times) {
    const areas = told.map((absence) => areaUnderCurve(taken.get(absence)!, taken.get('never')!));
    const value = Number(Math.max(...areas).toFixed(3));
    yield { name: `${label}: best of ${told.join(', ')}`, value, unit: 'AUC', goal: { at: 'most', value: goal } };
  }
  const seen = [...times.values()].map((taken) => areaUnderCurve(taken.get('shown')!, taken.get('never')!));
  const value = Number(Math.max(...seen).toFixed(3));
  yield {
    name: 'somebody who is seen, by the path that tells most',
    value,
    unit: 'AUC',
    goal: { at: 'least', value: 0.7 },
  };
}
