/**
 * A live card whose live connection, HTTP or both are blocked: it stays as it is while one of them works, says so when
 * neither does, and never grows. Console and policies are the browser's own; the changes are made at a running hub.
 */
import type { Page } from '@playwright/test';
import { layoutShifts, watchLayoutShift } from '../../browser/layout-shift.ts';
import { gigsy } from '../../cli/running-hub.ts';
import { cardOf, embedTag, expect, expectAda, tag, test, warningsOf } from './fixture.ts';

const WARNING = /^Gigsy: there is no live connection/;

/** Lets sockets pass or not, as told; closes the open ones when it stops them. */
async function socketGate(page: Page, open: boolean): Promise<(opened: boolean) => void> {
  let passes = open;
  const closing = new Set<() => void>();
  await page.routeWebSocket(/sync/, (socket) => {
    if (!passes) return void socket.close();
    socket.connectToServer();
    closing.add(() => void socket.close());
  });
  return (opened) => {
    passes = opened;
    if (!opened) for (const close of closing) close();
  };
}

const backOnTheNet = (page: Page) => page.evaluate(() => void dispatchEvent(new Event('online')));

test('cards whose policy refuses the socket stay ready, follow over HTTP, and the developer is told once', async ({
  page,
  hub,
  hosts,
}) => {
  const { cdn, site } = hub.addresses;
  const warnings = warningsOf(page);
  await watchLayoutShift(page);
  await page.goto(
    hosts.add({
      headers: {
        'content-security-policy': `default-src 'none'; script-src ${cdn}; connect-src ${site}; img-src ${cdn}`,
      },
      body:
        embedTag(hub) +
        tag(hub, 'ada', { attributes: 'live' }) +
        tag(hub, 'grace', { attributes: 'live' }) +
        tag(hub, 'ada', { name: 'profile-header', attributes: 'live' }),
    }),
  );
  await expectAda(cardOf(page, 'ada'));
  const height = (await cardOf(page, 'ada').boundingBox())!.height;
  await expect.poll(() => warnings.length, { timeout: 30_000 }).toBe(1);
  expect(warnings[0]).toMatch(WARNING);
  expect(await gigsy(['set', 'ada', 'headline', 'Read without a socket', '--data', hub.folder])).toMatchObject({
    code: 0,
  });
  await backOnTheNet(page);
  for (const name of ['profile-card', 'profile-header'])
    await expect(page.locator(`gigsy-${name}[handle=ada]`)).toContainText('Read without a socket');
  for (const handle of ['ada', 'grace']) await expect(cardOf(page, handle)).toHaveAttribute('state', 'ready');
  expect((await cardOf(page, 'ada').boundingBox())!.height).toBe(height);
  expect(await layoutShifts(page)).toEqual([]);
  expect(warnings).toHaveLength(1);
});

test('a card follows over HTTP when its socket drops, and over the socket again when it is back', async ({
  page,
  hub,
  hosts,
}) => {
  const warnings = warningsOf(page);
  const gate = await socketGate(page, true);
  await page.goto(hosts.add({ body: embedTag(hub) + tag(hub, 'ada', { attributes: 'live' }) }));
  await expectAda(cardOf(page, 'ada'));
  const follows = async (headline: string) => {
    expect(await gigsy(['set', 'ada', 'headline', headline, '--data', hub.folder])).toMatchObject({ code: 0 });
    await expect(cardOf(page, 'ada')).toContainText(headline, { timeout: 60_000 });
    await expect(cardOf(page, 'ada')).toHaveAttribute('state', 'ready');
  };
  await follows('With a socket');
  gate(false);
  await follows('After the socket was gone');
  gate(true);
  await follows('With another socket');
  expect(warnings, 'it was there: nobody has to allow it').toEqual([]);
});

test('without both, the last content stays with a note, at the same height, until one is back', async ({
  page,
  hub,
  hosts,
}) => {
  let blocked = false;
  await page.route(`${hub.addresses.site}/**`, (route) =>
    blocked ? route.abort('internetdisconnected') : route.continue(),
  );
  const gate = await socketGate(page, true);
  await watchLayoutShift(page);
  await page.setViewportSize({ width: 1000, height: 3_000 });
  const names = ['profile-card', 'profile-header', 'about-section', 'skill-matrix'];
  await page.goto(
    hosts.add({
      body: `${embedTag(hub)}<style>gigsy-profile-card.narrow { inline-size: 280px }</style>${tag(hub, 'ada', { attributes: 'live class="narrow"' })}${names
        .map((name) => tag(hub, 'ada', { name, attributes: 'live' }))
        .join('<p>Between.</p>')}`,
    }),
  );
  const shown = page.locator('[handle=ada]');
  for (const element of await shown.all()) await expect(element).toHaveAttribute('state', 'ready');
  const heights = () => Promise.all([0, 1, 2, 3, 4].map(async (at) => (await shown.nth(at).boundingBox())!.height));
  const before = await heights();
  const moved = (await layoutShifts(page)).length;
  blocked = true;
  gate(false);
  for (const element of await shown.all()) {
    await expect(element).toHaveAttribute('state', 'offline', { timeout: 30_000 });
    await expect(element.locator('[part=message]').filter({ hasText: 'No connection' })).toBeVisible();
  }
  expect(await heights()).toEqual(before);
  blocked = false;
  await backOnTheNet(page);
  for (const element of await shown.all()) await expect(element).toHaveAttribute('state', 'ready');
  expect(await heights()).toEqual(before);
  expect((await layoutShifts(page)).length).toBe(moved);
});

test('a captive portal gives an error that ends by itself', async ({ page, hub, hosts }) => {
  let captive = true;
  const asked: string[] = [];
  await page.route(`${hub.addresses.site}/**`, (route) => {
    asked.push(new URL(route.request().url()).pathname);
    return captive
      ? route.fulfill({
          contentType: 'text/html',
          headers: { 'access-control-allow-origin': '*' },
          body: '<!doctype html><title>Sign in</title>',
        })
      : route.continue();
  });
  await page.goto(hosts.add({ body: embedTag(hub) + tag(hub, 'ada', { attributes: 'live' }) }));
  await expect(cardOf(page, 'ada')).toHaveAttribute('state', 'error');
  // The profile and the deployment's address have both met the portal, so that only a later attempt can succeed.
  await expect.poll(() => asked).toContain('/v1');
  captive = false;
  await expect(cardOf(page, 'ada')).toHaveAttribute('state', 'ready', { timeout: 40_000 });
});
