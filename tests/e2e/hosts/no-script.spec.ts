/** Pages where our code does not run, or only half arrives: what stands inside the tag stays readable. */
import AxeBuilder from '@axe-core/playwright';
import { cardOf, embedTag, expect, tag, test } from './fixture.ts';

test('without script the content inside the tag is shown, and the page is accessible', async ({ browser, hub, hosts }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(hosts.add({ body: `${embedTag(hub)}<main><h1>People</h1>${tag(hub, 'ada')}</main>` }));
  await expect(page.getByText('@ada')).toBeVisible();
  await context.close();
});

test('a policy that allows no script leaves the content in place', async ({ page, hub, hosts }) => {
  await page.goto(hosts.add({ headers: { 'content-security-policy': "script-src 'none'" }, body: `${embedTag(hub)}<main><h1>People</h1>${tag(hub, 'ada')}</main>` }));
  await expect(page.getByText('@ada')).toBeVisible();
});

test('where the element’s code is blocked the content stays, and the next one that is added asks again', async ({ page, hub, hosts, complaints }) => {
  let blocked = true;
  await page.route('**/v1/chunks/**', (route) => (blocked ? route.abort('blockedbyclient') : route.continue()));
  const failed = page.waitForEvent('requestfailed');
  await page.goto(hosts.add({ body: `${embedTag(hub)}<main><h1>People</h1>${tag(hub, 'ada')}</main>` }));
  await failed;
  await expect(page.getByText('@ada')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  expect(complaints.filter((complaint) => complaint.startsWith('thrown'))).toEqual([]);
  blocked = false;
  await page.evaluate(() => {
    const first = document.querySelector('gigsy-profile-card')!;
    const second = first.cloneNode(true) as Element;
    second.setAttribute('handle', 'grace');
    first.after(second);
  });
  await expect(cardOf(page, 'grace')).toHaveAttribute('state', 'ready');
  await expect(cardOf(page, 'ada')).toHaveAttribute('state', 'ready');
});
