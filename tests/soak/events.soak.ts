/**
 * The way of news through the house, whole: sources send events twice and in any order, the portfolio follows them, and a partner's
 * receiver that fails three times in ten is told, while the deployment is killed again and again. In the end every effect is
 * there once.
 */
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { Random } from '../local/ledger/random.ts';
import { ClockedDeployment } from './clocked/clocked-deployment.ts';
import { EventsSoak } from './events/events-soak.ts';

export const name = 'events';

const SIZES = {
  short: { events: 200, people: 4, sources: 2, kills: 2 },
  full: { events: 100_000, people: 500, sources: 20, kills: 50 },
};

export async function* run({ short, progress, signal }: MeasureContext): AsyncIterable<Figure> {
  const seed = Math.floor(Math.random() * 2 ** 31);
  progress(`seed ${seed}`);
  const deployment = await ClockedDeployment.start({ GIGSY_WEBHOOK_LOOPBACK: 'on' });
  const size = short ? SIZES.short : SIZES.full;
  const soak = new EventsSoak({ deployment, random: new Random(seed), size, progress, signal });
  try {
    yield* soak.run();
  } finally {
    await soak.end();
    await deployment.remove();
  }
}
