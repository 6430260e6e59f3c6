/** Verifications in the app, by keyboard alone: a code is asked for, read and typed in; strangers see that it was checked, and never what. */
import path from 'node:path';
import { type Page, expect, test } from '@playwright/test';
import { publicReader } from '@gigsy/sdk/reader';
import { type RunningHub, gigsy, startHub, temporaryFolder } from '../../cli/running-hub.ts';
import { complaintsOn, signInAs } from './app-page.ts';
import { tabTo } from './keys.ts';

const { folder, remove } = temporaryFolder();
let hub: RunningHub;

test.beforeAll(async () => {
  hub = await startHub(folder);
});
test.afterAll(async () => {
  await hub?.end('SIGTERM');
  remove();
});

const panel = (page: Page) => page.locator('gigsy-verification-panel');
const told = (page: Page) => panel(page).locator('[role=status]');
const badges = (page: Page) => page.locator('gigsy-trust-badges');

async function type(page: Page, field: RegExp, words: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

/** The code in the message that the hub does not send. */
async function codeIn(page: Page): Promise<string> {
  const message = await panel(page).locator('[part=outbox]').textContent();
  return /\d{6}$/.exec(message!.trim())![0];
}

test('a person proves an address, strangers see that it was checked and not which, and it goes when it is taken back', async ({
  page,
  browser,
}) => {
  const complaints = await complaintsOn(page);
  await signInAs(page, hub.addresses, 'demo_priya');
  await page.getByRole('link', { name: 'Verifications' }).click();
  await expect(panel(page)).toContainText('Nothing is confirmed yet.');

  await type(page, /^E-mail address$/, 'priya@example.org');
  await expect(panel(page).getByRole('textbox', { name: 'Code' })).toBeFocused();
  const code = await codeIn(page);
  await page.keyboard.type(String((Number(code) + 1) % 1_000_000).padStart(6, '0'));
  await page.keyboard.press('Enter');
  await expect(panel(page).locator('[part=fault]').filter({ hasText: 'does not fit' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await expect(told(page)).toHaveText('Your e-mail address is confirmed.');
  await expect(told(page)).toBeFocused();

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`${hub.addresses.app}/people/priya`);
  await expect(badges(visitor)).toContainText('E-mail address confirmed');
  await expect(badges(visitor)).toContainText('Checked by Gigsy on');
  expect(await visitor.content()).not.toContain('priya@example.org');
  const seen = await publicReader({ api: hub.addresses.site }).read('trust.get', { handle: 'priya' });
  expect(seen).toMatchObject({ level: 'email', evidence: [{ method: 'email' }] });
  expect(JSON.stringify(seen)).not.toContain('example.org');

  await tabTo(page, /^Download credential: E-mail address$/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  await expect(told(page)).toHaveText(/^The credential is downloaded\./);
  const file = path.join(folder, download.suggestedFilename());
  await download.saveAs(file);
  expect(await gigsy(['verify', file, '--local'])).toMatchObject({ code: 0, stderr: '' });

  await tabTo(page, /^Take back: E-mail address$/);
  await page.keyboard.press('Enter');
  await expect(told(page)).toHaveText('Taken back. The address or number is deleted.');
  expect(await gigsy(['verify', file, '--local'])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('It was revoked'),
  });
  await expect(badges(visitor)).toBeHidden();
  expect(complaints).toEqual([]);
});

test('five wrong codes use a code up, and a new one proves the number', async ({ page }) => {
  await signInAs(page, hub.addresses, 'demo_sam');
  await page.goto(`${hub.addresses.app}/me/verifications`);
  await type(page, /^Phone number$/, '+43 664 1234567');
  await expect(panel(page).getByRole('textbox', { name: 'Code' })).toBeFocused();
  const code = await codeIn(page);
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  const field = panel(page).getByRole('textbox', { name: 'Code' });
  for (const guess of [wrong, wrong, wrong, wrong, wrong, code]) {
    await field.fill(guess);
    await field.press('Enter');
    await expect(panel(page).locator('[part=fault]').filter({ hasText: 'does not fit' })).toBeVisible();
    await expect(panel(page).getByRole('button', { name: 'Confirm' })).not.toHaveAttribute('aria-disabled', 'true');
  }
  await panel(page).getByRole('button', { name: 'Send another code' }).click();
  await expect.poll(() => codeIn(page)).not.toBe(code);
  await field.fill(await codeIn(page));
  await field.press('Enter');
  await expect(told(page)).toHaveText('Your phone number is confirmed.');
});
