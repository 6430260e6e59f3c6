/** A card on a page whose policy allows almost nothing works, and the browser reports no violation. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { type RunningHub, startHub, temporaryFolder } from '../cli/running-hub.ts';

const { folder, remove } = temporaryFolder();
let hub: RunningHub;
let host: Server;

test.beforeAll(async () => {
  hub = await startHub(folder, { through: 'npm' });
  host = createServer((request, response) => {
    const { cdn, site, convex } = hub.addresses;
    const live = new URL(request.url ?? '/', 'http://host').searchParams.has('live');
    const api = live ? `${site} ${convex} ${convex.replace('http', 'ws')}` : site;
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src ${cdn}; connect-src ${api}; img-src ${api}; style-src 'none'; require-trusted-types-for 'script'`,
    });
    response.end(`<!doctype html><html lang="en"><title>Strict host</title>
      <script type="module" crossorigin src="${cdn}/v1/gigsy.js"></script>
      <gigsy-profile-card handle="ada" api="${site}" ${live ? 'live' : ''}>Ada</gigsy-profile-card>
      <gigsy-profile-card handle="tomas" api="${site}">Tomáš</gigsy-profile-card>`);
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
});
test.afterAll(async () => {
  host.close();
  await hub?.end('SIGTERM');
  remove();
});

for (const mode of ['read-only', 'live']) {
  test(`a ${mode} card works under the strictest policy without a violation`, async ({ page }) => {
    const violations: string[] = [];
    page.on('console', (message) => {
      if (/violat|Content Security Policy|TrustedHTML|TrustedScript/i.test(message.text()))
        violations.push(message.text());
    });
    page.on('pageerror', (error) => violations.push(error.message));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`violation: ${event.violatedDirective} ${event.blockedURI}`),
      );
    });
    await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/${mode === 'live' ? '?live' : ''}`);
    const ada = page.locator('gigsy-profile-card[handle="ada"]');
    await expect(ada).toHaveAttribute('state', 'ready');
    await expect(ada).toContainText('Ada Okafor');
    // The portrait has arrived from the API, and the card's style is in force.
    await expect
      .poll(() => ada.evaluate((element) => element.shadowRoot?.querySelector('img')?.naturalWidth ?? 0))
      .toBeGreaterThan(0);
    expect(await ada.locator('[part~="card"]').evaluate((element) => getComputedStyle(element).borderTopWidth)).toBe(
      '1px',
    );
    await expect(page.locator('gigsy-profile-card[handle="tomas"]')).toHaveAttribute('state', 'unavailable');
    expect(violations).toEqual([]);
  });
}
