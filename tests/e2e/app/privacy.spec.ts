/** The person's privacy in the app, by keyboard alone: hiding and naming, with those who look at it beside. */
import { type Page, expect, test } from '@playwright/test';
import { type RunningHub, startHub, temporaryFolder } from '../../cli/running-hub.ts';
import { askToSee, complaintsOn, signInAs } from './app-page.ts';
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

/** Opens a block of the settings. */
async function open(page: Page, name: string): Promise<void> {
  await tabTo(page, new RegExp(`^${name}`));
  await page.keyboard.press('Enter');
  await expect(page.locator('gigsy-privacy-settings details[open]', { hasText: name })).toBeVisible();
}

/** The choice of a row, by the labels of both. */
async function choose(page: Page, row: string, choice: string): Promise<void> {
  await tabTo(page, new RegExp(`^${row} / ${choice}$`));
  await page.keyboard.press('Enter');
  const button = page.getByRole('group', { name: row, exact: true }).getByRole('button', { name: choice, exact: true });
  await expect(button).toHaveAttribute('aria-pressed', 'true');
}

async function privacyOf(page: Page, subject: string): Promise<void> {
  await signInAs(page, hub.addresses, subject);
  await page.goto(`${hub.addresses.app}/me/privacy`);
  await expect(page.getByRole('group', { name: 'Your whole profile' })).toBeVisible();
}

const status = (page: Page) => page.locator('gigsy-privacy-settings [role=status]');
const viewAs = (page: Page) => page.locator('gigsy-view-as');

test('a field that is hidden by keyboard is gone from a partner’s page and from the view beside', async ({
  page,
  browser,
}) => {
  const complaints = await complaintsOn(page);
  await privacyOf(page, 'demo_ada');
  const partner = await (await browser.newContext()).newPage();
  await partner.goto(`${hub.addresses.partner}/?student=ada`);
  const headline = 'Embedded systems student';
  const card = partner.locator('gigsy-profile-card[handle=ada]').first();
  await expect(card).toContainText(headline);
  await expect(viewAs(page)).toContainText(headline);

  await open(page, 'Name and place');
  const gone = expect(card).not.toContainText(headline);
  const began = performance.now();
  await choose(page, 'Headline', 'Only me');
  const pressed = performance.now();
  await gone;
  console.log(
    `The headline left the partner's page ${Math.round(performance.now() - pressed)} ms after it was chosen (${Math.round(performance.now() - began)} ms with the keys).`,
  );
  await expect(viewAs(page)).not.toContainText(headline);
  await expect(page.getByRole('group', { name: 'Headline' })).toContainText('Only you see this. You chose this.');
  await expect(status(page)).toHaveText('Saved.');

  await tabTo(page, /^Undo$/);
  await page.keyboard.press('Enter');
  await expect(card).toContainText(headline);
  await expect(page.getByRole('group', { name: 'Headline' })).toContainText('Anyone on the web sees this.');
  expect(complaints).toEqual([]);
});

test('a preset shows what it changes, is taken, and is taken back', async ({ page }) => {
  await privacyOf(page, 'demo_jonas');
  await tabTo(page, /^Private/);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/“Private” changes \d+ settings:/)).toBeVisible();
  await tabTo(page, /^Make these changes$/);
  await page.keyboard.press('Enter');
  await expect(viewAs(page)).toContainText('For them, your page does not exist.');
  expect((await fetch(`${hub.addresses.app}/people/jonas`)).status).toBe(404);
  await tabTo(page, /^Undo$/);
  await page.keyboard.press('Enter');
  await expect(viewAs(page)).toContainText('Jonas');
  expect((await fetch(`${hub.addresses.app}/people/jonas`)).status).toBe(200);
});

test('a field is opened for one person who is named, and closed again', async ({ page, browser }) => {
  await privacyOf(page, 'demo_priya');
  const reader = await (await browser.newContext()).newPage();
  await signInAs(reader, hub.addresses, 'demo_sam');
  await reader.goto(`${hub.addresses.app}/people/priya`);
  await askToSee(reader, 'Mentoring');
  const pronouns = reader.locator('gigsy-profile-header [part~=pronouns]');
  await expect(pronouns).toBeVisible();

  await open(page, 'Name and place');
  await choose(page, 'Pronouns', 'Named');
  await expect(pronouns).toHaveCount(0);
  await expect(page.getByRole('group', { name: 'Pronouns' })).toContainText('nobody is named for it yet');

  await open(page, 'People you named');
  await tabTo(page, /^Handle$/);
  await page.keyboard.type('No One');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Use 2 to 40 characters')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Handle' })).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('@sam');
  await page.keyboard.press('Enter');
  await expect(pronouns).toBeVisible();
  await expect(page.getByRole('group', { name: 'Pronouns' })).toContainText('Seen by');

  // A view for the named person alone, by the grant.
  await tabTo(page, /^See it as$/);
  await page.keyboard.type('@sam');
  await expect(viewAs(page).locator('[part~=pronouns]')).toBeVisible();

  await tabTo(page, /^Remove .*@sam/);
  await page.keyboard.press('Enter');
  await expect(pronouns).toHaveCount(0);
  await expect(viewAs(page)).toContainText('Search engines and people without an account see this.');
});
