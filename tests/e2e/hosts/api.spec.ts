/** An API that is blocked, answers what is no profile, or does not answer: a calm sentence, a typed error, nothing thrown. */
import { type BadApi, badApi, ways } from './bad-api.ts';
import { cardOf, embedTag, expect, expectAda, tag, test } from './fixture.ts';

let api: BadApi;

test.beforeAll(async () => {
  api = await badApi();
});
test.afterAll(() => api.close());

function badTag(handle: string): string {
  return `<gigsy-profile-card handle="${handle}" api="${api.origin}">@${handle}</gigsy-profile-card>`;
}

test('each kind of garbage becomes a state of its own card and touches no other', async ({
  page,
  hub,
  hosts,
  complaints,
}) => {
  await page.addInitScript(() => {
    const codes: Record<string, string> = {};
    Object.assign(globalThis, { codes });
    document.addEventListener(
      'gigsy-error',
      (event) => {
        codes[(event.target as Element).getAttribute('handle')!] = (event as CustomEvent<{ code: string }>).detail.code;
      },
      true,
    );
  });
  await page.goto(hosts.add({ body: embedTag(hub) + tag(hub, 'ada') + Object.keys(ways).map(badTag).join('') }));
  for (const [handle, { state }] of Object.entries(ways))
    await expect(cardOf(page, handle), handle).toHaveAttribute('state', state);
  const codes = await page.evaluate(() => (globalThis as unknown as { codes: Record<string, string> }).codes);
  expect(codes).toEqual(
    Object.fromEntries(Object.entries(ways).flatMap(([handle, { code }]) => (code ? [[handle, code]] : []))),
  );
  await expect(cardOf(page, 'web-page').getByRole('button')).toBeVisible();
  await expect(cardOf(page, 'web-page')).toContainText('could not be loaded');
  await expectAda(cardOf(page, 'ada'));
  // A card of a profile without measure stays as tall as others; a few lines more than the tallest of them.
  expect((await cardOf(page, 'huge').boundingBox())!.height).toBeLessThan(400);
  expect(complaints.filter((complaint) => !complaint.includes('CORS'))).toEqual([]);
});

test('no answer, or half of one, ends as an error that offers to try again', async ({
  page,
  hub,
  hosts,
  complaints,
}) => {
  await page.goto(hosts.add({ body: embedTag(hub) + badTag('never') + badTag('half') }));
  for (const handle of ['never', 'half']) {
    await expect(cardOf(page, handle)).toHaveAttribute('state', 'loading');
    await expect(cardOf(page, handle).locator('[part=message]')).toHaveText('Loading profile');
  }
  // The reader waits ten seconds.
  for (const handle of ['never', 'half']) {
    await expect(cardOf(page, handle)).toHaveAttribute('state', 'error', { timeout: 30_000 });
    await expect(cardOf(page, handle).getByRole('button', { name: 'Try again' })).toBeVisible();
  }
  const before = api.asked.length;
  await cardOf(page, 'never').getByRole('button').click();
  await expect.poll(() => api.asked.length).toBe(before + 1);
  await expect(cardOf(page, 'never')).toHaveAttribute('state', 'loading');
  // What was asked for by hand is announced; nothing else was.
  await expect(page.getByRole('status')).toHaveText(['Loading profile']);
  expect(complaints).toEqual([]);
});

test('where the policy does not allow the API the card says so calmly, and the page hears why', async ({
  page,
  hub,
  hosts,
  complaints,
}) => {
  const headers = { 'content-security-policy': `script-src ${hub.addresses.cdn}; connect-src 'none'` };
  await page.goto(hosts.add({ headers, body: embedTag(hub) + tag(hub, 'ada') }));
  await expect(cardOf(page, 'ada')).toHaveAttribute('state', 'offline');
  await expect(cardOf(page, 'ada').getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(complaints.filter((complaint) => complaint.startsWith('thrown'))).toEqual([]);
  expect(complaints.join()).toContain('connect-src');
});

test('an API that a blocker cuts off, and that comes back, is asked again', async ({
  page,
  hub,
  hosts,
  complaints,
}) => {
  let blocked = true;
  await page.route(/\/v1\/(profiles|read)\//, (route) => (blocked ? route.abort('blockedbyclient') : route.continue()));
  await page.goto(hosts.add({ body: embedTag(hub) + tag(hub, 'ada') + tag(hub, 'ada', { name: 'skill-matrix' }) }));
  await expect(cardOf(page, 'ada')).toHaveAttribute('state', 'offline');
  blocked = false;
  await cardOf(page, 'ada').getByRole('button', { name: 'Try again' }).click();
  await expectAda(cardOf(page, 'ada'));
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(page.locator('gigsy-skill-matrix')).toHaveAttribute('state', 'ready');
  expect(complaints).toEqual([]);
});
