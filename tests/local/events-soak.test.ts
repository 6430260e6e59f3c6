/** The soak of events in its short form. `npm run soak -- --only events` runs it whole. */
import { expect, test } from 'vitest';
import { figureLine } from '../../scripts/measure/figure.ts';
import { run } from '../soak/events.soak.ts';

test('events that are sent twice, in any order and over crashes have each effect once', async () => {
  const told: string[] = [];
  const lines = [];
  const context = { short: true, progress: (text: string) => told.push(text), signal: new AbortController().signal };
  for await (const figure of run(context)) lines.push(figureLine(figure));
  expect(lines.filter(({ met }) => met !== undefined).length).toBe(5);
  expect(
    lines.filter(({ met }) => met === false),
    told.join('\n'),
  ).toEqual([]);
}, 120_000);
