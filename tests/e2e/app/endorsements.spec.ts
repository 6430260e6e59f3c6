/** Endorsements in the app: a mentor endorses a student, the student accepts, and the page of a partner shows it. */
import { type Page, expect, test } from '@playwright/test';
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

const panel = (page: Page) => page.locator('gigsy-endorsements-panel');
const dialog = (page: Page) => page.locator('gigsy-endorse-dialog');
const told = (page: Page) => panel(page).locator('[role=status]');

async function writes(page: Page, words: string): Promise<void> {
  await dialog(page).getByRole('checkbox').first().check();
  await dialog(page).getByRole('textbox', { name: 'Your words' }).fill(words);
  await dialog(page).getByRole('button', { name: 'Send' }).click();
  await expect(dialog(page).locator('[role=status]')).toContainText('Sent.');
}

test('somebody asks by a link, another writes, it is accepted, and strangers see it until it is hidden', async ({
  page,
  browser,
}) => {
  const complaints = await complaintsOn(page);
  await signInAs(page, hub.addresses, 'demo_priya');
  await page.getByRole('link', { name: 'Endorsements' }).click();
  await panel(page).getByRole('button', { name: 'Make a link instead' }).click();
  const link = await panel(page).locator('#link').inputValue();
  expect(new URL(link).pathname).toBe('/endorse');

  const other = await (await browser.newContext()).newPage();
  const others = await complaintsOn(other);
  await signInAs(other, hub.addresses, 'demo_layla');
  await other.goto(link);
  await expect(dialog(other)).toContainText('Endorse');
  await writes(other, 'She explains hard things simply.');

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`${hub.addresses.app}/people/priya`);
  await expect(visitor.locator('main')).not.toContainText('hard things');

  await panel(page)
    .getByRole('button', { name: /^Accept/ })
    .click();
  await expect(told(page)).toHaveText('Accepted. It shows now.');
  await visitor.reload();
  await expect(visitor.locator('gigsy-endorsements')).toContainText('She explains hard things simply.');
  await panel(page).getByRole('button', { name: /^Hide/ }).click();
  await expect(visitor.locator('gigsy-endorsements')).toBeHidden();
  expect([complaints, others]).toEqual([[], []]);
});

test('a member endorses somebody who lets every member write, from their page', async ({ page, browser }) => {
  await signInAs(page, hub.addresses, 'demo_priya');
  await page.goto(`${hub.addresses.app}/me/endorsements`);
  await panel(page).getByRole('radio', { name: 'Every member' }).check();
  await expect(told(page)).toHaveText('Saved.');

  const other = await (await browser.newContext()).newPage();
  await signInAs(other, hub.addresses, 'demo_layla');
  await other.goto(`${hub.addresses.app}/people/priya`);
  await other.getByRole('button', { name: 'Endorse' }).click();
  await expect(dialog(other).getByRole('dialog')).toBeVisible();
  await writes(other, 'Better words.');
  await other.keyboard.press('Escape');
  await expect(other.getByRole('button', { name: 'Endorse' })).toBeFocused();
  await expect(panel(page).getByRole('button', { name: /^Accept/ })).toBeVisible();
});
