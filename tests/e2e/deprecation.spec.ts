/** An API announces its end: the developer of a page with a hundred cards and two copies of the build is told once. */
import { expect, test } from '@playwright/test';
import { type RunningHub, startHub, temporaryFolder } from '../cli/running-hub.ts';
import { type Host, sendPage, startHost } from './host-page.ts';

const { folder, remove } = temporaryFolder();
let hub: RunningHub;
let host: Host;

test.beforeAll(async () => {
  hub = await startHub(folder, {
    env: {
      GIGSY_V1_DEPRECATED: '2027-01-31',
      GIGSY_V1_SUNSET: '2028-01-31',
      GIGSY_V1_DEPRECATION_LINK: 'https://gigsy.example/v2',
    },
  });
  const { cdn, site } = hub.addresses;
  // The hub's answers with all their headers, under the origin of the page.
  const answer = async (path: string) => {
    const answered = await fetch(`${site}${path}`, { headers: { 'accept-encoding': 'identity' } });
    return { status: answered.status, headers: Object.fromEntries(answered.headers), body: await answered.text() };
  };
  host = await startHost((request, response) => {
    const path = request.url ?? '';
    if (path.startsWith('/v1/'))
      return void answer(path).then(({ status, headers, body }) => response.writeHead(status, headers).end(body));
    // Another name of the same host gives another copy of every module.
    const scripts = [cdn, cdn.replace('127.0.0.1', 'localhost')].map(
      (origin) => `<script type="module" crossorigin src="${origin}/v1/gigsy.js"></script>`,
    );
    sendPage(
      response,
      `<meta name="gigsy-api" content="${request.url === '/hub' ? site : host.url}">${scripts.join('')}${'<gigsy-profile-card handle="ada"></gigsy-profile-card>'.repeat(request.url === '/hub' ? 3 : 100)}`,
    );
  });
});
test.afterAll(async () => {
  host?.close();
  await hub?.end('SIGTERM');
  remove();
});

for (const [from, cards] of [
  ['hub', 3],
  ['answers', 100],
] as const) {
  test(`${cards} cards and two copies of the build warn once, and still show their profiles`, async ({ page }) => {
    const said: string[] = [];
    page.on('console', (message) => {
      if (!message.text().startsWith('Failed to load resource')) said.push(`${message.type()}: ${message.text()}`);
    });
    await page.goto(`${host.url}/${from}`);
    await expect(page.locator('gigsy-profile-card[state="ready"]')).toHaveCount(cards, { timeout: 20_000 });
    const api = from === 'hub' ? hub.addresses.site : host.url;
    const told = `warning: Gigsy: the API at ${api}/v1 is deprecated since 2027-01-31 and ends on 2028-01-31. What to do: https://gigsy.example/v2`;
    await expect.poll(() => said).toEqual([told]);
    // A later card adds no warning.
    await page.evaluate(() =>
      document.body.insertAdjacentHTML('beforeend', '<gigsy-profile-card handle="ada" id="late"></gigsy-profile-card>'),
    );
    await expect(page.locator('#late')).toHaveAttribute('state', 'ready');
    await page.waitForLoadState('networkidle');
    expect(said).toEqual([told]);
  });
}
