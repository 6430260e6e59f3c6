/** A change of one field in a profile of 381 rows beside the same in one of five items, on the project's own backend. */
import type { Deployment } from '@gigsy/local';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { LARGEST, createPerson, identityOf, startHub } from './local/people.ts';
import { median } from './local/subject.ts';

export const name = 'local-update';

const ROUNDS = 10;
/** With one round to warm up, fewer than the rate limit of updates admits at once. */
const UPDATES = 10;

export async function* run({ short, progress }: MeasureContext): AsyncGenerator<Figure> {
  const { deployment, end } = await startHub();
  try {
    progress('writing two profiles');
    await createPerson(deployment, 'small', { skills: 5 });
    await createPerson(deployment, 'large', LARGEST);
    const [small, large]: [number[], number[]] = [[], []];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const count = short ? UPDATES / 2 : UPDATES;
      const times = [await update(deployment, 'small', count), await update(deployment, 'large', count)] as const;
      if (round === 0) continue;
      small.push(times[0]);
      large.push(times[1]);
    }
    yield {
      name: 'one-field update of a profile of 5 items',
      value: rounded(median(small)),
      unit: 'ms of processor time',
    };
    yield {
      name: 'one-field update of a profile of 381 rows',
      value: rounded(median(large)),
      baseline: rounded(median(small)),
      unit: 'ms of processor time',
      goal: { of: 'ratio', at: 'most', value: 2 },
    };
  } finally {
    await end();
  }
}

let updates = 0;

/** Processor time of one update, in milliseconds: the mean of `count` one after the other. */
async function update(deployment: Deployment, handle: string, count: number): Promise<number> {
  const person = identityOf(handle);
  const { versions } = (await deployment.run('profile:mine', {}, person)) as { versions: { identity: number } };
  let version = versions.identity;
  const before = process.cpuUsage();
  for (let n = 0; n < count; n += 1, version += 1) {
    updates += 1;
    const changes = { identity: { headline: `Headline ${updates}` } };
    const args = { changes, expected: { identity: version }, idempotencyKey: `update-${updates}` };
    await deployment.run('profile:update', args, person);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / count;
}

function rounded(ms: number): number {
  return Number(ms.toFixed(2));
}
