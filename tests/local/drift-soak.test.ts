/** The soak of drift in its short form: a day and some hours, with crashes. `npm run soak -- --only drift` runs a month. */
import { expect, test } from 'vitest';
import { figureLine } from '../../scripts/measure/figure.ts';
import { run } from '../soak/drift.soak.ts';

test('after a day of concurrent clients and crashes no copy of a profile differs and no update is lost', async () => {
  const told: string[] = [];
  const lines = [];
  const context = { short: true, progress: (text: string) => told.push(text), signal: new AbortController().signal };
  for await (const figure of run(context)) lines.push(figureLine(figure));
  expect(lines.filter(({ met }) => met !== undefined).length).toBeGreaterThan(5);
  expect(
    lines.filter(({ met }) => met === false),
    told.join('\n'),
  ).toEqual([]);
}, 60_000);
