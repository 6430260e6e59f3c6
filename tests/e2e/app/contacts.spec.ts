/** Contacts in the app, by keyboard alone: one person asks, the other accepts, a restricted field opens and closes again. */
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

async function pageOf(page: Page, subject: string, path: string): Promise<void> {
  await signInAs(page, hub.addresses, subject);
  await page.goto(`${hub.addresses.app}${path}`);
}

async function press(page: Page, control: RegExp): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press('Enter');
}

const told = (page: Page) => page.locator('gigsy-contacts [role=status]');

test('two people become contacts, a field that is kept to contacts opens, and goes with the contact', async ({
  page,
  browser,
}) => {
  const complaints = await complaintsOn(page);
  // Sam looks at Priya's page, and asks to see what members may.
  const sam = await (await browser.newContext()).newPage();
  await pageOf(sam, 'demo_sam', '/me/contacts');
  const seen = await sam.context().newPage();
  await seen.goto(`${hub.addresses.app}/people/priya`);
  await askToSee(seen, 'Mentoring');
  const pronouns = seen.locator('gigsy-profile-header [part~=pronouns]');
  await expect(pronouns).toBeVisible();

  // She keeps her pronouns to her contacts.
  await pageOf(page, 'demo_priya', '/me/privacy');
  await press(page, /^Name and place/);
  await press(page, /^Pronouns \/ Named$/);
  await expect(pronouns).toHaveCount(0);
  await press(page, /^People you named/);
  await tabTo(page, /^Who$/);
  await page.keyboard.type('People with');
  await press(page, /^Add$/);
  await expect(page.locator('gigsy-privacy-settings [part=grant]')).toContainText('Your contacts');
  await expect(page.getByRole('group', { name: 'Pronouns' })).toContainText('Seen by Your contacts.');
  await expect(pronouns).toHaveCount(0);

  // He asks her.
  await tabTo(sam, /^Handle$/);
  await sam.keyboard.type('@priya');
  await sam.keyboard.press('Enter');
  await expect(told(sam)).toHaveText('You asked @priya.');

  // She sees who asks, and says yes.
  await page.goto(`${hub.addresses.app}/me/contacts`);
  await press(page, /^Accept: /);
  await expect(told(page)).toContainText('is your contact now.');
  await expect(told(page)).toBeFocused();

  // He ends the access that he has, and asks anew.
  await seen.locator('gigsy-access-request').getByRole('button', { name: 'End access' }).press('Enter');
  await askToSee(seen, 'Mentoring');
  await expect(pronouns).toBeVisible();
  await expect(sam.locator('gigsy-contacts [part=contacts]')).toContainText('Priya');

  // He ends it, and the field is gone from the page that he has open.
  await press(sam, /^End: /);
  await expect(told(sam)).toContainText('is no longer your contact.');
  await expect(pronouns).toHaveCount(0);
  await expect(page.locator('gigsy-contacts [part=contacts]')).toHaveCount(0);
  expect(complaints).toEqual([]);
});
