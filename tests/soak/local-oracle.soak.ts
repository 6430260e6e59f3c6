/** Thousands of random programs, run on the embedded deployment and on convex-test: no outcome may differ. */
import { runOracle } from '../local/oracle/oracle.ts';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';

export const name = 'local-oracle';

const PROGRAMS_PER_SCHEMA = 60;
const SCHEMAS = { short: 5, full: 100 };

export async function* run({ short, progress, signal }: MeasureContext): AsyncIterable<Figure> {
  const schemas = short ? SCHEMAS.short : SCHEMAS.full;
  const seed = Math.floor(Math.random() * 2 ** 31);
  progress(`seed ${seed}: ${schemas} schemas, ${PROGRAMS_PER_SCHEMA} programs each`);
  const ran = await runOracle({
    seed,
    schemas,
    programsPerSchema: PROGRAMS_PER_SCHEMA,
    signal,
    onSchema: (done) => done % 600 === 0 && progress(`${done} programs agree`),
  });
  yield {
    name: 'programs that agree with convex-test',
    value: ran,
    unit: 'programs',
    goal: { at: 'least', value: schemas * PROGRAMS_PER_SCHEMA },
  };
}
