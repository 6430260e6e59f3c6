/** An API whose end is announced, as the developer of a page with a hundred cards and two copies of the build hears of it: once. */
import { expect, test } from '@playwright/test';
import { type RunningHub, startHub, temporaryFolder } from '../cli/running-hub.ts';
import { type Host, sendPage, startHost } from './host-page.ts';

const { folder, remove } = temporaryFolder();
let hub: RunningHub;
let host: Host;

test.beforeAll(async () => {
  hub = await startHub(folder, { env: { GIGSY_V1_DEPRECATED: '2027-01-31', GIGSY_V1_SUNSET: '2028-01-31', GIGSY_V1_DEPRECATION_LINK: 'https://gigsy.example/v2' } });
  host = await startHost((_, response) => {
    const { cdn, site } = hub.addresses;
    // By another name of the same host: another copy of every module.
    const scripts = [cdn, cdn.replace('127.0.0.1', 'localhost')].map((origin) => `<script type="module" crossorigin src="${origin}/v1/gigsy.js"></script>`);
    sendPage(response, `<meta name="gigsy-api" content="${site}">${scripts.join('')}${'<gigsy-profile-card handle="ada"></gigsy-profile-card>'.repeat(100)}`);
  });
});
test.afterAll(async () => {
  host?.close();
  await hub?.end('SIGTERM');
  remove();
});

test('a hundred cards and two builds say it once, and show their profiles all the same', async ({ page }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  await page.goto(host.url);
  await expect(page.locator('gigsy-profile-card[state="ready"]')).toHaveCount(100);
  const told = `warning: Gigsy: the API at ${hub.addresses.site}/v1 is deprecated since 2027-01-31 and ends on 2028-01-31. What to do: https://gigsy.example/v2`;
  await expect.poll(() => said).toEqual([told]);
  // Another card, later: nothing is added.
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<gigsy-profile-card handle="sam" id="late"></gigsy-profile-card>'));
  await expect(page.locator('#late')).toHaveAttribute('state', 'ready');
  await page.waitForLoadState('networkidle');
  expect(said).toEqual([told]);
});
