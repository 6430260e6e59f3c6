/** The person's own data, by keyboard alone: a copy of it, who saw it, and the deletion of the account, called off and asked for again. */
import { readFileSync } from 'node:fs';
import { type Page, expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { type RunningHub, startHub, temporaryFolder } from '../../cli/running-hub.ts';
import { complaintsOn, signInAs } from './app-page.ts';

const { folder, remove } = temporaryFolder();
let hub: RunningHub;

test.beforeAll(async () => {
  hub = await startHub(folder);
});
test.afterAll(async () => {
  await hub?.end('SIGTERM');
  remove();
});

/** Moves the focus by the Tab key alone until it is on the button or link with this name, and presses Enter. */
async function pressByKeyboard(page: Page, role: 'button' | 'link', name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true }).first();
  await expect(wanted).toBeVisible();
  const isFocused = () => wanted.evaluate((found) => (found.getRootNode() as Document).activeElement === found);
  for (let steps = 0; steps < 80 && !(await isFocused()); steps += 1) await page.keyboard.press('Tab');
  await expect(wanted).toBeFocused();
  await page.keyboard.press('Enter');
}

const told = (page: Page) => page.locator('gigsy-data-requests').getByRole('status');

test('a person takes a copy of their data along, by keyboard alone', async ({ page }) => {
  const complaints = await complaintsOn(page);
  await signInAs(page, hub.addresses, 'demo_ines');
  await pressByKeyboard(page, 'link', 'Your data');
  await expect(page).toHaveURL(`${hub.addresses.app}/me/data`);
  await pressByKeyboard(page, 'button', 'Ask for a copy');
  await expect(page.getByText(/^Your copy is ready: 1 file, /)).toBeVisible();
  await pressByKeyboard(page, 'button', 'Download');
  // The first link has the focus as soon as it is there.
  const link = page.getByRole('link', { name: 'gigsy-export.zip' });
  await expect(link).toBeFocused();
  const address = (await link.getAttribute('href'))!;
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const file = await download;
  expect(file.suggestedFilename()).toBe('gigsy-export.zip');
  const zip = unzipSync(new Uint8Array(readFileSync(await file.path())));
  expect(Object.keys(zip)).toEqual(
    expect.arrayContaining(['index.html', 'about.json', 'resume.json', 'profiles.json']),
  );
  expect(strFromU8(zip['resume.json']!)).toContain('Inês');
  await pressByKeyboard(page, 'button', 'Delete this copy');
  await expect(told(page)).toHaveText('The copy is deleted.');
  expect((await fetch(address)).status).toBe(404);
  expect(complaints).toEqual([]);
});

test('a person deletes their account, calls it off, and deletes it again, by keyboard alone', async ({ page }) => {
  const { app } = hub.addresses;
  const statusOf = async () => (await fetch(`${app}/people/ines`)).status;
  await signInAs(page, hub.addresses, 'demo_ines');
  await page.goto(`${app}/me/account`);
  await pressByKeyboard(page, 'link', 'To your data and its deletion');
  await pressByKeyboard(page, 'button', 'Delete my account');
  await expect(page.getByText(/^Your account is closed and erased on \w+ \d+, \d{4}\.$/)).toBeVisible();
  await expect(told(page)).toBeFocused();
  expect(await statusOf()).toBe(404);
  await pressByKeyboard(page, 'button', 'Keep my account');
  await expect(told(page)).toHaveText('The deletion is called off. Your account is as it was before.');
  expect(await statusOf()).toBe(200);
  await pressByKeyboard(page, 'button', 'Delete my account');
  await expect(page.getByRole('button', { name: 'Keep my account' })).toBeVisible();
  expect(await statusOf()).toBe(404);
  // Another visit still shows the day, and no log: somebody who is hidden reads none.
  await page.reload();
  await expect(page.getByText(/^Your account is closed and erased on /)).toBeVisible();
  await expect(page.locator('gigsy-access-log')).toHaveCount(0);
});

test('without script the requests are forms: a copy, the deletion, and calling it off', async ({ browser }) => {
  const { app } = hub.addresses;
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const outcome = page.getByRole('status');
  const statusOf = async () => (await fetch(`${app}/people/layla`)).status;
  await page.goto(`${app}/`);
  await page.locator('button[name=person][value="demo_layla"]').click();
  await page.goto(`${app}/me/data`);
  await press('Ask for a copy');
  await expect(outcome).toHaveText('Your copy is on its way.');
  const isReady = async () => {
    await page.goto(`${app}/me/data`);
    return page.getByRole('button', { name: 'Get the links' }).isVisible();
  };
  await expect.poll(isReady, { timeout: 30_000 }).toBe(true);
  await press('Get the links');
  const address = (await page.getByRole('link', { name: 'gigsy-export.zip' }).getAttribute('href'))!;
  const zip = unzipSync(new Uint8Array(await (await fetch(address)).arrayBuffer()));
  expect(strFromU8(zip['resume.json']!)).toContain('"handle": "layla"');

  await page.goto(`${app}/me/data?lang=en`);
  await press('Delete my account');
  await expect(outcome).toHaveText('Your profile is hidden. You can call the deletion off until its day.');
  await expect(page.getByText(/^Your account is closed and erased on \w+ \d+, \d{4}\.$/)).toBeVisible();
  expect(await statusOf()).toBe(404);
  await press('Keep my account');
  await expect(outcome).toHaveText('The deletion is called off. Your account is as it was before.');
  expect(await statusOf()).toBe(200);

  // The cookie alone is no proof: a page elsewhere cannot send the form.
  const form = { step: 'requestDeletion' };
  const headers = { origin: 'https://evil.example' };
  expect((await context.request.post(`${app}/me/data`, { form, headers })).status()).toBe(403);
  expect((await context.request.post(`${app}/me/data`, { form })).status()).toBe(403);
  expect(await statusOf()).toBe(200);
  await context.close();
});
