/** The soak of uploads in its short form. `npm run soak -- --only uploads` sends 200 files and kills the deployment 50 times. */
import { expect, test } from 'vitest';
import { figureLine } from '../../scripts/measure/figure.ts';
import { run } from '../soak/uploads.soak.ts';

test('files of every kind end as stored and safe or refused, and kills leave nothing half-stored', async () => {
  const told: string[] = [];
  const lines = [];
  const context = { short: true, progress: (text: string) => told.push(text), signal: new AbortController().signal };
  for await (const figure of run(context)) lines.push(figureLine(figure));
  expect(lines.filter(({ met }) => met !== undefined)).toHaveLength(3);
  expect(
    lines.filter(({ met }) => met === false),
    told.join('\n'),
  ).toEqual([]);
}, 60_000);
