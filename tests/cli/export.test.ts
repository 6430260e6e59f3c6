/** `gigsy export` beside a running hub: the document says all that the audience may see, and is imported without loss. */
import { writeFileSync } from 'node:fs';
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

/** The one line of JSON that a command printed. */
async function run(...args: string[]) {
  return JSON.parse((await gigsy([...args, '--data', hub.data, '--json'])).stdout);
}

test('import makes the same profile of the document', async () => {
  const { sections } = (await run('show', 'ada', '--as', 'owner')).profile;
  const { code, stdout } = await gigsy(['export', '@ada', '--data', hub.data]);
  expect(code).toBe(0);
  const file = path.join(folder, 'exported.json');
  writeFileSync(file, stdout);
  expect(await run('import', file, '--handle', 'exported')).toMatchObject({ created: true, notes: [] });
  expect((await run('show', 'exported', '--as', 'owner')).profile.sections).toEqual(sections);
  expect(await run('import', file, '--handle', 'ada', '--yes')).toMatchObject({ created: false, changes: [] });
}, 60_000);

test('each audience gets the part that it may see', async () => {
  const document = async (as: string) => JSON.stringify(await run('export', 'ada', '--as', as));
  const { email } = (await run('show', 'ada', '--as', 'owner')).profile.sections.contact;
  expect([(await document('owner')).includes(email), (await document('public')).includes(email)]).toEqual([
    true,
    false,
  ]);
  expect(await run('export', 'ada', '--as', 'friend')).toMatchObject({ ok: false, error: { code: 'usage' } });
  expect(await run('export', 'nobody-here', '--as', 'public')).toMatchObject({ error: { code: 'not_found' } });
}, 60_000);
