/** The second journey: one person edits in two windows, which see each other's changes and let the person choose. */
import { type Page, expect, test } from '@playwright/test';
import { type RunningHub, startHub, temporaryFolder } from '../../cli/running-hub.ts';
import { signInAs } from './app-page.ts';

const { folder, remove } = temporaryFolder();
let hub: RunningHub;

test.beforeAll(async () => {
  hub = await startHub(folder);
});
test.afterAll(async () => {
  await hub?.end('SIGTERM');
  remove();
});

/** Windows of two browsers, so that nothing but the backend connects them. */
async function twoWindows(browser: import('@playwright/test').Browser, subject: string): Promise<[Page, Page]> {
  const open = async () => {
    const page = await (await browser.newContext()).newPage();
    await signInAs(page, hub.addresses, subject);
    return page;
  };
  return [await open(), await open()];
}

test('a change in one window shows in the other, on the card and on the public page', async ({ browser, page }) => {
  await page.goto(`${hub.addresses.app}/people/priya`);
  const [first, second] = await twoWindows(browser, 'demo_priya');
  await first.getByRole('textbox', { name: 'Headline' }).fill('Typed in the first window');
  for (const shown of [first.locator('gigsy-profile-card'), second.locator('gigsy-profile-card')])
    await expect(shown).toContainText('Typed in the first window');
  await expect(second.getByRole('textbox', { name: 'Headline' })).toHaveValue('Typed in the first window');
  await expect(page.locator('gigsy-profile-header')).toContainText('Typed in the first window');
});

test('two who change the same field are asked which one stays', async ({ browser }) => {
  const [first, second] = await twoWindows(browser, 'demo_grace');
  await second.context().setOffline(true);
  await second.getByRole('textbox', { name: 'Headline' }).fill('Mine');
  await first.getByRole('textbox', { name: 'Headline' }).fill('Theirs');
  await expect(first.locator('gigsy-profile-card')).toContainText('Theirs');
  await second.context().setOffline(false);
  const form = second.locator('gigsy-profile-editor');
  await expect(form).toHaveAttribute('status', 'conflict');
  await expect(second.getByRole('textbox', { name: 'Headline' })).toHaveValue('Mine');
  await form.locator('button[data-field=headline][data-choice=mine]').click();
  await expect(first.getByRole('textbox', { name: 'Headline' })).toHaveValue('Mine');
});

test('a reload in the middle of a word loses nothing', async ({ page }) => {
  await signInAs(page, hub.addresses, 'demo_ines');
  await page.context().setOffline(true);
  await page.getByRole('textbox', { name: 'Headline' }).fill('Half a senten');
  await page.context().setOffline(false);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Headline' })).toHaveValue('Half a senten');
});

test('an entry that was removed in an earlier visit comes back by a press', async ({ page }) => {
  await signInAs(page, hub.addresses, 'demo_jonas');
  const skills = page.locator('gigsy-profile-editor [data-section=skills]');
  await skills.getByRole('button', { name: 'Skills' }).click();
  const first = skills.locator('[part=toggle]').first();
  const name = (await first.locator('bdi').first().textContent())!;
  await first.click();
  await skills.getByRole('button', { name: `Remove: ${name}` }).click();
  await expect(page.locator('gigsy-profile-editor')).toHaveAttribute('status', 'saved');
  await page.reload();
  await skills.getByRole('button', { name: 'Skills' }).click();
  await skills.getByRole('button', { name: 'Removed entries' }).press('Enter');
  await skills.getByRole('button', { name: `Restore: ${name}` }).press('Enter');
  await expect(skills.locator('[part=toggle]').last()).toContainText(name);
  await expect(skills.getByText('No entry of this section was removed')).toBeVisible();
});

test('two who work on different entries of a list are not asked, and both are stored', async ({ browser }) => {
  const [first, second] = await twoWindows(browser, 'demo_grace');
  const skills = (page: Page) => page.locator('gigsy-profile-editor [data-section=skills]');
  for (const page of [first, second]) await skills(page).getByRole('button', { name: 'Skills' }).click();
  await second.context().setOffline(true);
  await skills(second).getByRole('button', { name: 'Add an entry' }).click();
  await second.keyboard.type('From the second window');
  await skills(first).getByRole('button', { name: 'Add an entry' }).click();
  await first.keyboard.type('From the first window');
  await expect(first.locator('gigsy-profile-editor')).toHaveAttribute('status', 'saved');
  await second.context().setOffline(false);
  // A save that was under way without connection is tried again after a wait.
  await expect(second.locator('gigsy-profile-editor')).toHaveAttribute('status', 'saved', { timeout: 15_000 });
  for (const page of [first, second])
    for (const words of ['From the first window', 'From the second window'])
      await expect(skills(page).getByRole('button', { name: words, exact: true })).toBeVisible();
});
