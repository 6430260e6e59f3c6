/**
 * Pinned builds by integrity, as docs/channel.md shows: a tampered file does not run, and the page keeps its own
 * content.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { type Page, expect, test } from '@playwright/test';
import { type BuildManifest, manifestIn, releaseFolder, releasedVersions } from '../../scripts/channel/assemble.ts';
import { type RunningHub, startHub, temporaryFolder } from '../cli/running-hub.ts';
import { type Host, sendPage, startHost } from './host-page.ts';

const version = releasedVersions()[0]!;
const manifest: BuildManifest = manifestIn(releaseFolder(version));
const entry = manifest.files[manifest.entry]!;

const { folder, remove } = temporaryFolder();
let hub: RunningHub;
let host: Host;

/** The page's import map, byte for byte: the host's policy names its hash. */
function importMap(): string {
  return JSON.stringify({
    integrity: Object.fromEntries(
      Object.entries(manifest.files).map(([file, { integrity }]) => [
        `${hub.addresses.cdn}/${version}/${file}`,
        integrity,
      ]),
    ),
  });
}

test.beforeAll(async () => {
  hub = await startHub(folder, { through: 'npm' });
  host = await startHost((request, response) => {
    const { cdn, site } = hub.addresses;
    const card = `<gigsy-profile-card handle="ada" api="${site}"><a href="/ada">Ada on Gigsy</a></gigsy-profile-card>`;
    if (request.url === '/unchecked')
      return sendPage(response, `<script type="module" crossorigin src="${cdn}/${version}/gigsy.js"></script>${card}`);
    const hash = createHash('sha256').update(importMap()).digest('base64');
    sendPage(
      response,
      `<script type="importmap">${importMap()}</script>
      <script type="module" crossorigin src="${cdn}/${version}/gigsy.js" integrity="${entry.integrity}"></script>
      ${card}`,
      {
        'content-security-policy': `default-src 'none'; script-src ${cdn} 'sha256-${hash}'; connect-src ${site}; img-src ${site}; require-trusted-types-for 'script'`,
      },
    );
  });
});
test.afterAll(async () => {
  host?.close();
  await hub?.end('SIGTERM');
  remove();
});

/** Answers the requests of `file` with other code that would run. */
async function tamper(page: Page, file: string): Promise<void> {
  const code = `${readFileSync(path.join(releaseFolder(version), file), 'utf8')}\nglobalThis.tampered = true;`;
  await page.route(`${hub.addresses.cdn}/${version}/${file}`, (route) =>
    route.fulfill({
      status: 200,
      contentType: 'text/javascript',
      headers: { 'access-control-allow-origin': '*' },
      body: code,
    }),
  );
}

function messages(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  return said;
}

test('an untouched pinned build works, under a policy that knows the import map by its hash', async ({ page }) => {
  const said = messages(page);
  await page.goto(host.url);
  await expect(page.locator('gigsy-profile-card')).toHaveAttribute('state', 'ready');
  await expect(page.locator('gigsy-profile-card')).toContainText('Ada Okafor');
  expect(said).toEqual([]);
});

const chunk = Object.keys(manifest.files).find((file) => file.startsWith('chunks/profile-card'))!;

for (const file of [manifest.entry, chunk]) {
  test(`a tampered ${file === chunk ? 'chunk' : 'entry'} does not run, and the fallback stays`, async ({ page }) => {
    const said = messages(page);
    await tamper(page, file);
    await page.goto(host.url);
    await expect.poll(() => said.join('\n')).toContain('integrity');
    await expect(page.getByRole('link', { name: 'Ada on Gigsy' })).toBeVisible();
    await expect(page.locator('gigsy-profile-card')).not.toHaveAttribute('state');
    expect(await page.evaluate(() => 'tampered' in globalThis)).toBe(false);
  });
}

test('the same tampering runs on a page without integrity', async ({ page }) => {
  await tamper(page, chunk);
  await page.goto(`${host.url}/unchecked`);
  await expect(page.locator('gigsy-profile-card')).toHaveAttribute('state', 'ready');
  expect(await page.evaluate(() => 'tampered' in globalThis)).toBe(true);
});
