/** The person's own account: another handle, hiding the profile, the profile as a file. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { type RunningHub, gigsy, startHub, temporaryFolder } from '../../cli/running-hub.ts';
import { faultsOf } from '../../schema/resume-both-ways.ts';
import { signInAs, signOut } from './app-page.ts';

const { folder, remove } = temporaryFolder();
let hub: RunningHub;

test.beforeAll(async () => {
  hub = await startHub(folder);
});
test.afterAll(async () => {
  await hub?.end('SIGTERM');
  remove();
});

test('a person changes their handle once, and the old address leads to the new one', async ({ page, browser }) => {
  const { app } = hub.addresses;
  await signInAs(page, hub.addresses, 'demo_priya');
  await page.getByRole('link', { name: 'Account' }).click();
  const handle = page.getByLabel('New handle');
  await expect(handle).toHaveValue('priya');
  for (const [wanted, words] of [
    ['Not One', 'Use 2 to 40 characters'],
    ['grace', 'This handle is not available.'],
    ['admin', 'This handle is not available.'],
  ] as const) {
    await handle.fill(wanted);
    await page.getByRole('button', { name: 'Change handle' }).click();
    await expect(page.getByRole('alert')).toContainText(words);
    await expect(handle).toBeFocused();
    await expect(handle).toHaveValue(wanted);
  }
  await handle.fill('priya-raman');
  await page.getByRole('button', { name: 'Change handle' }).click();
  await expect(page.getByRole('status')).toHaveText('Your handle is changed.');

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(`${app}/people/priya`);
  await expect(stranger).toHaveURL(`${app}/people/priya-raman`);
  await expect(stranger.getByRole('heading', { level: 1 })).toContainText('Priya Raman');
  expect((await fetch(`${app}/people/priya`, { redirect: 'manual' })).status).toBe(308);

  await page.getByLabel('New handle').fill('priya-again');
  await page.getByRole('button', { name: 'Change handle' }).click();
  await expect(page.getByRole('alert')).toContainText(/The next change is possible on \w+ \d+, \d{4}\./);
  // She is still the same person to the hub.
  await signOut(page);
  await signInAs(page, hub.addresses, 'demo_priya');
});

test('a person hides their profile from everybody, and brings it back after signing in again', async ({
  page,
  browser,
}) => {
  const { app, site } = hub.addresses;
  const statusOf = async (address: string) => (await fetch(address)).status;
  const open = await (await browser.newContext()).newPage();
  await open.goto(`${app}/people/grace`);
  await expect(open.locator('gigsy-profile-header')).toContainText('Grace Mensah');

  await signInAs(page, hub.addresses, 'demo_grace');
  await page.getByRole('link', { name: 'Account' }).click();
  await page.getByRole('button', { name: 'Hide my profile' }).click();
  await expect(page.getByRole('status')).toHaveText('Your profile is hidden.');
  // The page that somebody has open forgets it too.
  await expect(open.locator('gigsy-profile-header')).not.toContainText('Grace Mensah');
  for (const address of [`${app}/people/grace`, `${site}/v1/profiles/grace`]) expect(await statusOf(address)).toBe(404);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.locator('button[name=person][value=demo_grace]').click();
  await expect(page).toHaveURL(`${app}/me/account`);
  await page.getByRole('button', { name: 'Show my profile again' }).click();
  await expect(page.getByRole('status')).toHaveText('Your profile is shown again.');
  expect(await statusOf(`${app}/people/grace`)).toBe(200);
});

test('a person takes their whole profile along as a file of JSON Resume, without script', async ({ browser }) => {
  const { app } = hub.addresses;
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${app}/`);
  await page.locator('button[name=person][value="demo_ines"]').click();
  await page.goto(`${app}/me/account`);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download JSON Resume' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('ines.resume.json');
  const resume = JSON.parse(readFileSync(await file.path(), 'utf8')) as Record<string, unknown>;
  expect(faultsOf(resume)).toBeNull();
  expect(resume.basics).toMatchObject({ name: expect.stringContaining('Inês') });

  const answer = await context.request.get(`${app}/me/resume.json`);
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="ines.resume.json"',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  });
  // It is the whole profile, also what the person hides from others: the command reads it back.
  const { stdout } = await gigsy(['export', 'ines', '--data', folder]);
  expect(await answer.json()).toEqual(JSON.parse(stdout));
  const stranger = await fetch(`${app}/me/resume.json`);
  expect([stranger.status, stranger.headers.get('content-disposition')]).toEqual([401, null]);
  expect(await stranger.text()).not.toContain('jsonresume');
  await context.close();
});
