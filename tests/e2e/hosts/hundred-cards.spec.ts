/** A directory with a hundred cards: what it asks of the network and of the page's layout, in counts. */
import type { Page } from '@playwright/test';
import { embedTag, expect, tag, test } from './fixture.ts';

const HANDLES = ['ada', 'haruka', 'layla', 'maximiliana', 'diego', 'sam', 'priya', 'grace', 'jonas', 'ines'];

/** Notes whom each request for profiles asks for, however the cache answers it. */
function profileRequests(page: Page): string[][] {
  const asked: string[][] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (/\/v1\/(profiles|read)\//.test(pathname)) asked.push(searchParams.get('handle')?.split(',') ?? [pathname]);
  });
  return asked;
}

test('a hundred cards of ten people ask once for each of them in one request, and lay the page out far less often than once a card', async ({
  page,
  hub,
  hosts,
  complaints,
}) => {
  const asked = profileRequests(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const cards = Array.from({ length: 100 }, (_, index) => tag(hub, HANDLES[index % HANDLES.length]!)).join('');
  await page.goto(hosts.add({ body: embedTag(hub) + cards }));
  await expect(page.locator('gigsy-profile-card[state=ready]')).toHaveCount(100);
  expect(asked.map((handles) => handles.toSorted())).toEqual([HANDLES.toSorted()]);
  const { metrics } = await session.send('Performance.getMetrics');
  expect(metrics.find(({ name }) => name === 'LayoutCount')!.value).toBeLessThan(50);
  expect(complaints).toEqual([]);
});

test('one of many cards can go before the answer is there, and the others still get it', async ({
  page,
  hub,
  hosts,
  complaints,
}) => {
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/v1\/(profiles|read)\/.*ada/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(hosts.add({ body: embedTag(hub) + tag(hub, 'ada').repeat(3) }));
  await expect(page.locator('gigsy-profile-card[state=loading]')).toHaveCount(3);
  await page
    .locator('gigsy-profile-card')
    .first()
    .evaluate((card) => card.remove());
  answer();
  await expect(page.locator('gigsy-profile-card[state=ready]')).toHaveCount(2);
  expect(complaints).toEqual([]);
});
