/** An access in the app, by keyboard alone: a member says what for and sees more; the owner sees who and why, and ends it. */
import { type Page, expect, test } from '@playwright/test';
import { type RunningHub, startHub, temporaryFolder } from '../../cli/running-hub.ts';
import { askToSee, complaintsOn, signInAs } from './app-page.ts';

const { folder, remove } = temporaryFolder();
let hub: RunningHub;

test.beforeAll(async () => {
  hub = await startHub(folder);
});
test.afterAll(async () => {
  await hub?.end('SIGTERM');
  remove();
});

const request = (page: Page) => page.locator('gigsy-access-request');
const status = (page: Page) => request(page).getByRole('status');
const experience = (page: Page) => page.locator('gigsy-experience-list');

async function personAs(page: Page, subject: string, handle: string): Promise<void> {
  await signInAs(page, hub.addresses, subject);
  await page.goto(`${hub.addresses.app}/people/${handle}`);
}

test('a member says what for and sees more, and the owner sees who and why, and ends it', async ({ page, browser }) => {
  const complaints = await complaintsOn(page);
  await personAs(page, 'demo_grace', 'ada');
  await expect(page.locator('gigsy-profile-header')).toContainText('Ada Okafor');
  await expect(experience(page)).not.toContainText('Firmware intern');

  await askToSee(page, 'Another reason');
  await expect(request(page).getByText('Say what for.')).toBeVisible();
  await expect(request(page).getByRole('textbox')).toBeFocused();
  await askToSee(page, 'Hiring', 'For the firmware team');
  await expect(status(page)).toHaveText('You see what is open to you. Purpose: Hiring. The owner is told.');
  await expect(experience(page)).toContainText('Firmware intern');

  const owner = await (await browser.newContext()).newPage();
  await signInAs(owner, hub.addresses, 'demo_ada');
  await owner.goto(`${hub.addresses.app}/me/data`);
  const open = owner.locator('gigsy-access-log').getByRole('table', { name: 'Open now' });
  await expect(open.getByRole('row')).toHaveCount(2);
  await expect(open).toContainText('@grace');
  await expect(open).toContainText('For the firmware team');
  await open.getByRole('button', { name: /^End access/ }).press('Enter');
  await expect(status(page)).toHaveText('The access has ended. You see what everybody sees.');
  await expect(experience(page)).not.toContainText('Firmware intern');

  await request(page).getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(experience(page)).toContainText('Firmware intern');
  await request(page).getByRole('button', { name: 'End access' }).press('Enter');
  await expect(experience(page)).not.toContainText('Firmware intern');
  await expect(request(page).getByRole('combobox', { name: 'Purpose' })).toBeFocused();
  await expect(open).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('strangers and owners are asked for no purpose', async ({ page }) => {
  await page.goto(`${hub.addresses.app}/people/ada`);
  await expect(page.locator('gigsy-profile-header')).toContainText('Ada Okafor');
  await expect(request(page)).toHaveCount(0);
  await personAs(page, 'demo_ada', 'ada');
  await expect(page.getByText('This is your page.')).toBeVisible();
  await expect(request(page)).toHaveCount(0);
  await expect(experience(page)).toContainText('Firmware intern');
});
