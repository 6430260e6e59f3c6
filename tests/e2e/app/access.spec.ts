/** An access in the app, by keyboard alone: a member says what for, sees more, and the owner sees that and ends it. */
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

const request = (page: Page) => page.locator('gigsy-access-request');
const status = (page: Page) => request(page).locator('[role=status]');

async function personAs(page: Page, subject: string, handle: string): Promise<void> {
  await signInAs(page, hub.addresses, subject);
  await page.goto(`${hub.addresses.app}/people/${handle}`);
}

test('a member says what for and sees more, and the owner sees who and why, and ends it', async ({ page, browser }) => {
  const complaints = await complaintsOn(page);
  await personAs(page, 'demo_grace', 'ada');
  const pronouns = page.locator('gigsy-profile-header [part~=pronouns]');
  await expect(page.locator('gigsy-profile-header')).toContainText('Ada');
  console.log(await page.locator('main').innerText());
  await page.screenshot({ path: '/tmp/leases-1.png', fullPage: true });
  await request(page).locator('select').selectOption('hiring');
  await request(page).getByRole('button', { name: 'Show it' }).click();
  await expect(status(page)).toContainText('You see what is open');
  await page.screenshot({ path: '/tmp/leases-2.png', fullPage: true });
 console.log(await page.locator('main').innerText());
  expect(complaints).toEqual([]);
});
