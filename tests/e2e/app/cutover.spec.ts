/** The page of the cutover in the hub's app: for the administrator alone, and moved by keyboard. */
import { expect, test } from '@playwright/test';
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

test('the administrator moves a cohort forward and back by keyboard, under the strict policy', async ({ page }) => {
  const complaints = await complaintsOn(page);
  await signInAs(page, hub.addresses, 'demo_noor');
  await page.getByRole('link', { name: 'Cutover' }).click();
  const staff = page.getByRole('list', { name: 'Phases: Staff' });
  const now = staff.locator('[aria-current=step]');
  await expect(now).toHaveText('Dual write');
  await page.getByRole('button', { name: 'Forward to Shadow read (Staff)' }).press('Enter');
  await expect(now).toHaveText('Shadow read');
  await expect(page.getByRole('status')).toHaveText('Staff is now in the phase Shadow read.');
  await expect(page.getByText('2 profiles compared')).toBeVisible();
  await page.getByRole('button', { name: 'Forward to Normalized (Staff)' }).press('Enter');
  await expect(now).toHaveText('Normalized');
  await page.getByRole('button', { name: 'Forward to Retired (Staff)' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Keep them' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Forward to Retired (Staff)' })).toBeFocused();
  for (const phase of ['Shadow read', 'Dual write']) {
    await page.getByRole('button', { name: `Back to ${phase} (Staff)` }).press('Enter');
    await expect(now).toHaveText(phase);
  }
  expect(complaints).toEqual([]);
});

test('nobody else finds the page', async ({ page }) => {
  const address = `${hub.addresses.app}/operations/cutover`;
  const unknown = await page.request.get(`${hub.addresses.app}/operations/nothing`);
  for (const subject of ['demo_sam', 'demo_morgan']) {
    await signInAs(page, hub.addresses, subject);
    await expect(page.getByRole('link', { name: 'Cutover' })).toHaveCount(0);
    expect((await page.goto(address))!.status()).toBe(unknown.status());
    await page.context().clearCookies();
  }
});
