/** `gigsy cutover` beside a running hub: all phases, the refusals on the way, and what readers see meanwhile. */
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningHub, gigsy, startHub, temporaryFolder } from './running-hub.ts';

const { folder, remove } = temporaryFolder();
let hub: RunningHub;

beforeAll(async () => {
  hub = await startHub(path.join(folder, 'data'));
}, 60_000);
afterAll(async () => {
  await hub?.end('SIGTERM');
  remove();
});

interface Json {
  ok: boolean;
  cohorts?: { cohort: string; phase: string; walked: { complete: boolean; profiles: number } | null }[];
  error?: { code: string; message: string };
}

async function cutover(...args: string[]): Promise<{ code: number | null; json: Json }> {
  const { code, stdout } = await gigsy(['cutover', ...args, '--data', hub.data, '--json']);
  return { code, json: JSON.parse(stdout) as Json };
}

const phases = async () => (await cutover()).json.cohorts!.map(({ cohort, phase }) => `${cohort} ${phase}`);

async function walked(cohort: string): Promise<number> {
  for (;;) {
    const found = (await cutover('status', '--cohort', cohort)).json.cohorts![0]!.walked!;
    if (found.complete) return found.profiles;
  }
}

test('moves a cohort through all phases and back, and asks before the last one', async () => {
  expect(await phases()).toEqual(['staff dual-write', 'pilot dual-write', 'early dual-write', 'rest dual-write']);
  const step = (direction: string, ...more: string[]) => cutover(direction, '--cohort', 'staff', ...more);
  expect((await step('forward')).json).toMatchObject({ ok: true, before: 'dual-write', phase: 'shadow-read' });
  expect(await walked('staff')).toBe(2);
  expect((await step('forward')).json).toMatchObject({ phase: 'normalized' });
  await gigsy(['set', 'morgan', 'headline', 'Written while normalized', '--data', hub.data]);
  expect((await step('back')).json).toMatchObject({ phase: 'shadow-read' });
  expect((await step('back')).json).toMatchObject({ phase: 'dual-write' });
  expect(await step('back')).toMatchObject({ code: 1, json: { ok: false, error: { code: 'not_ready' } } });
  const shown = await gigsy(['show', 'morgan', '--as', 'owner', '--data', hub.data, '--json']);
  expect(shown.stdout).toContain('Written while normalized');
  await step('forward');
  await walked('staff');
  await step('forward');
  expect(await step('forward')).toMatchObject({ code: 1, json: { error: { code: 'confirmation_needed' } } });
  expect((await step('forward', '--yes')).json).toMatchObject({ phase: 'retired' });
  expect(await step('back')).toMatchObject({ code: 1, json: { error: { code: 'not_ready' } } });
  expect(await phases()).toEqual(['staff retired', 'pilot dual-write', 'early dual-write', 'rest dual-write']);
  const text = (await gigsy(['cutover', '--data', hub.data])).stdout;
  expect(text).toContain('Open findings of drift: 0.');
  expect(text).toMatch(/^staff {2}retired since \d{4}-/m);
  expect(text).toMatch(/the last phase; no way back/);
}, 60_000);

test('names what it lacks and what it does not know', async () => {
  const told = async (...args: string[]) => (await cutover(...args)).json.error!;
  expect(await told('forward')).toMatchObject({ code: 'usage', message: expect.stringContaining('wants --cohort') });
  expect((await told('foward')).message).toContain('did you mean forward?');
  expect((await told('status', '--cohort', 'pilt')).message).toContain('did you mean pilot?');
  const elsewhere = await gigsy(['cutover', '--url', hub.addresses.convex, '--json'], { GIGSY_TOKEN: '' });
  expect(JSON.parse(elsewhere.stdout)).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
});
