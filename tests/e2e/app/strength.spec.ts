/** Strength in the app: it follows each change at once, as its steps promise; figures are there for operators alone. */
import { expect, test } from '@playwright/test';
import { type RunningHub, startHub, temporaryFolder } from '../../cli/running-hub.ts';
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

test('a step that is followed raises the strength by its points, while the person looks', async ({ page }) => {
  await signInAs(page, hub.addresses, 'demo_priya');
  const strength = page.locator('gigsy-profile-strength');
  const headline = page.getByRole('textbox', { name: 'Headline' });
  const score = async () => Number(await strength.getByRole('meter').getAttribute('aria-valuenow'));
  await headline.fill('Short');
  const step = strength.locator('li', { hasText: 'headline of at least 20 letters' });
  await expect(step).toBeAttached();
  const [before, gain] = [await score(), Number(await step.locator('.gain').textContent())];
  await headline.fill('Builds bridges that hold in any weather');
  await expect(step).toHaveCount(0);
  expect(await score()).toBe(before + gain);
});

test('a step leads to its field in the editor', async ({ page }) => {
  await signInAs(page, hub.addresses, 'demo_ines');
  const editor = page.locator('gigsy-profile-editor');
  const step = page.locator('gigsy-profile-strength').getByRole('link', { name: /letters about yourself/ });
  await step.click();
  await expect(editor.locator('textarea:focus')).toBeVisible();
  await editor.locator('textarea:focus').fill('Pumps, pipes and the water in them. '.repeat(14));
  await expect(step).toHaveCount(0);
});

test('an operator sees figures of all profiles, with their tables; anybody else has no such page', async ({ page }) => {
  await signInAs(page, hub.addresses, 'demo_noor');
  await page.getByRole('link', { name: 'Figures' }).click();
  const figures = page.locator('gigsy-profile-baselines');
  await expect(figures.getByRole('heading', { name: 'Profiles by strength' })).toBeVisible();
  await figures.getByText('Show as a table').first().click();
  await expect(figures.getByRole('columnheader', { name: 'Students' })).toBeVisible();
  await signOut(page);
  await signInAs(page, hub.addresses, 'demo_priya');
  const answer = await page.goto(`${hub.addresses.app}/operations/baselines`);
  expect(answer!.status()).toBe(404);
});
