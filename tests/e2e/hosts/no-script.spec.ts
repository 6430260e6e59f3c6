/** Pages where Gigsy's code does not run or arrives in part: the content inside the tag stays readable. */
import AxeBuilder from '@axe-core/playwright';
import { embedTag, expect, tag, test } from './fixture.ts';

test('without script the content inside the tag is shown', async ({ browser, hub, hosts }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(hosts.add({ body: `${embedTag(hub)}<main><h1>People</h1>${tag(hub, 'ada')}</main>` }));
  await expect(page.getByText('@ada')).toBeVisible();
  await context.close();
});

test('a policy that allows no script leaves the content in place', async ({ page, hub, hosts }) => {
  await page.goto(
    hosts.add({
      headers: { 'content-security-policy': "script-src 'none'" },
      body: `${embedTag(hub)}<main><h1>People</h1>${tag(hub, 'ada')}</main>`,
    }),
  );
  await expect(page.getByText('@ada')).toBeVisible();
});

// A second request is not tested: Chromium remembers a module's failure for the life of the page (whatwg/html#10327).
test('if an element’s code is blocked, its content stays, also in elements that are added later', async ({
  page,
  hub,
  hosts,
  complaints,
}) => {
  await page.route('**/v1/chunks/**', (route) => route.abort('blockedbyclient'));
  const failed = page.waitForEvent('requestfailed');
  await page.goto(hosts.add({ body: `${embedTag(hub)}<main><h1>People</h1>${tag(hub, 'ada')}</main>` }));
  await failed;
  await expect(page.getByText('@ada')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.evaluate(() => {
    const second = document.createElement('gigsy-profile-card');
    second.append('A second one');
    document.querySelector('main')!.append(second);
  });
  await expect(page.getByText('A second one')).toBeVisible();
  await expect(page.getByText('@ada')).toBeVisible();
  expect(complaints.filter((complaint) => complaint.startsWith('thrown'))).toEqual([]);
});
