/** Pages of many elements from a partner's server: one style as a file, and profiles that are handed over. */
import { expect, test } from '@playwright/test';
import { type ProfileTag, type ProfileView, renderElement, stylesheets } from '@gigsy/elements/server';
import { publicReader } from '@gigsy/sdk/reader';
import { type RunningHub, startHub, temporaryFolder } from '../cli/running-hub.ts';
import { PROFILES, type PartnerServer, partnerServer, tookOver } from './served-page.ts';
import { classes } from '../../packages/elements/src/server/classes.generated.ts';

const TAG = 'gigsy-profile-card';
const tags = Object.keys(classes) as ProfileTag[];
const { folder, remove } = temporaryFolder();
let hub: RunningHub;
let partner: PartnerServer;
let ada: ProfileView;

test.beforeAll(async () => {
  hub = await startHub(folder, { through: 'npm' });
  partner = await partnerServer(hub.addresses);
  ada = (await publicReader({ api: hub.addresses.site }).get('ada'))!;
});
test.afterAll(async () => {
  partner?.end();
  await hub?.end('SIGTERM');
  remove();
});

test('a profile that is handed over is shown without being asked for, by every element', async ({ page }) => {
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(error.message));
  const asked: string[] = [];
  page.on('request', (request) => PROFILES.test(request.url()) && asked.push(request.url()));
  const rendered = await Promise.all(tags.map((tag) => renderElement(tag, { profile: ada, handOver: true })));
  await page.goto(partner.page(rendered.join('')));
  for (const tag of tags) await expect.poll(() => tookOver(page, tag)).toBe(true);
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
  await expect(page.locator(TAG)).toContainText('Ada Okafor');
  await page.locator(TAG).evaluate((card: HTMLElement & { reload(): void }) => card.reload());
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  expect(thrown).toEqual([]);
});

test('elements whose style is a file read whole without script, and are taken over', async ({ browser, page }) => {
  const rendered = await renderElement(TAG, { profile: ada, stylesheets: '/assets', handOver: true });
  const withoutScript = await browser.newContext({ javaScriptEnabled: false });
  for (const shown of [await withoutScript.newPage(), page]) {
    await shown.route(`**/assets/${stylesheets[TAG].file}`, (route) =>
      route.fulfill({ contentType: 'text/css', body: stylesheets[TAG].text }),
    );
    await shown.goto(partner.page(rendered + rendered));
    const card = shown.locator(TAG).first();
    await expect(card.locator('[part=card]')).toHaveCSS('border-top-width', '1px');
    await expect(card.getByText(ada.identity!.headline!)).toBeVisible();
  }
  await expect
    .poll(() =>
      page
        .locator(TAG)
        .first()
        .evaluate(({ shadowRoot }) => shadowRoot!.querySelector('link, script')),
    )
    .toBe(null);
  await withoutScript.close();
});
