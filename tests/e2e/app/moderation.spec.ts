/** Moderation in the app: a stranger reports, a moderator withholds, the owner reads why and appeals, another one takes it back. */
import { type Browser, type Page, expect, test } from '@playwright/test';
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

async function pageOf(browser: Browser, subject?: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  if (subject !== undefined) await signInAs(page, hub.addresses, subject);
  return page;
}

async function openCase(page: Page, state: string): Promise<void> {
  await page.goto(`${hub.addresses.app}/moderation`);
  await page.getByRole('combobox', { name: 'State' }).selectOption({ label: state });
  await page.getByRole('button', { name: /^Open: @priya/ }).click();
}

test('a report leads to a decision, a statement of reasons, an appeal, and back to what was shown', async ({
  browser,
}) => {
  const stranger = await pageOf(browser);
  const complaints = await complaintsOn(stranger);
  await stranger.goto(`${hub.addresses.app}/people/priya`);
  const headline = stranger.locator('[part=headline]').first();
  await expect(headline).toBeVisible();
  const words = (await headline.textContent())!.trim();
  await stranger.getByRole('button', { name: 'Report something' }).click();
  const dialog = stranger.getByRole('dialog', { name: 'Report' });
  await dialog.getByRole('combobox', { name: 'What is it about?' }).selectOption('identity.headline');
  await dialog.getByRole('button', { name: 'Send the report' }).click();
  await expect(dialog.getByRole('combobox', { name: 'Reason' })).toBeFocused();
  await dialog.getByRole('combobox', { name: 'Reason' }).selectOption('spam');
  await dialog.getByRole('textbox', { name: 'What is wrong?' }).fill('Sells kestrels.');
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Send the report' }).click();
  await expect(dialog).toBeHidden();
  await expect(stranger.locator('gigsy-report-dialog [role=status]')).toContainText('Received. Your reference:');
  await expect(headline).toBeVisible();

  const moderator = await pageOf(browser, 'demo_morgan');
  await openCase(moderator, 'Open');
  const view = moderator.locator('gigsy-case-view');
  await expect(view).toContainText('Sells kestrels.');
  await view.getByRole('button', { name: 'Take the case' }).click();
  await view.getByRole('textbox', { name: 'Law or clause' }).fill('Clause 4');
  await view.getByRole('textbox', { name: 'Reasons, for the owner' }).fill('The headline advertises.');
  await view.getByRole('button', { name: 'Decide' }).click();
  await expect(view).toContainText('In force');
  await expect(stranger.getByText(words, { exact: true })).toHaveCount(0);

  const owner = await pageOf(browser, 'demo_priya');
  await owner.getByRole('link', { name: 'Decisions' }).click();
  const notices = owner.locator('gigsy-moderation-notices');
  await expect(notices).toContainText('The headline advertises.');
  await expect(notices).not.toContainText('kestrels');
  await notices.getByRole('textbox', { name: 'Your appeal' }).fill('It is my trade.');
  await notices.getByRole('button', { name: 'Appeal', exact: true }).click();
  await expect(notices.locator('[role=status]')).toHaveText('Your appeal is with another moderator.');

  await openCase(moderator, 'Appealed');
  await expect(view).toContainText('Another moderator has to do this.');
  const another = await pageOf(browser, 'demo_noor');
  await openCase(another, 'Appealed');
  const appeal = another.locator('gigsy-case-view');
  await appeal.getByRole('combobox', { name: 'Outcome' }).selectOption('overturned');
  await appeal.getByRole('textbox', { name: 'Reasons, for the owner' }).fill('A trade may be named.');
  await appeal.getByRole('button', { name: 'Decide' }).click();
  await expect(stranger.getByText(words, { exact: true }).first()).toBeVisible();
  await expect(notices).toContainText('A trade may be named.');
  expect(complaints).toEqual([]);
});

test('people who do not moderate find no page of moderation', async ({ browser }) => {
  const page = await pageOf(browser, 'demo_priya');
  const answer = await page.goto(`${hub.addresses.app}/moderation`);
  expect(answer!.status()).toBe(404);
});
