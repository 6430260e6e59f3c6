/** Time of `npm start` to find the build fresh, process start included; a second start must be ready in 2 s. */
import { spawnSync } from 'node:child_process';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';

export const name = 'build-check';

export async function* run({ short, progress }: MeasureContext): AsyncGenerator<Figure> {
  const times: number[] = [];
  for (let round = 0; round < (short ? 5 : 15); round += 1) {
    const started = performance.now();
    const { status } = spawnSync(process.execPath, ['scripts/build.ts', '--if-stale'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error('the build failed');
    times.push(performance.now() - started);
    progress(`round ${round + 1}: ${times.at(-1)!.toFixed(0)} ms`);
  }
  const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
  yield { name: 'fresh build check, median', value: Math.round(median), unit: 'ms', goal: { at: 'most', value: 150 } };
}
