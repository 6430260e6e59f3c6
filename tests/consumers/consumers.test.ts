/**
 * Partners' projects in each framework install the packed packages, type-check, build, and are looked at in Chromium:
 * an attribute that the framework changes, a property that it sets, and events that it listens to.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type Locator, chromium } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserArguments, requireBrowser } from '../../scripts/browser.ts';
import { type RunningHub, startHub, temporaryFolder } from '../cli/running-hub.ts';
import { type Packed, pack } from '../packages/pack.ts';
import { buildConsumer, serveBuild } from './consumer.ts';

const MINUTE = 60_000;
const { folder: data, remove } = temporaryFolder();
const tarballs = mkdtempSync(path.join(tmpdir(), 'gigsy-tarballs-'));
let hub: RunningHub;
let packed: Packed[];
let browser: Browser;

beforeAll(async () => {
  packed = await pack(tarballs);
  hub = await startHub(data);
  browser = await chromium.launch({ executablePath: requireBrowser(), args: [...browserArguments] });
}, 10 * MINUTE);
afterAll(async () => {
  await browser?.close();
  await hub?.end('SIGTERM');
  remove();
  rmSync(tarballs, { recursive: true });
}, MINUTE);

/** Where on the consumer's page the same people stand, once for each way of binding. */
const consumers: [name: string, places: string[]][] = [
  ['html', ['body']], ['react', ['#components', '#tags']], ['preact', ['#tags']], ['vue', ['#tags']], ['svelte', ['#tags']],
];

test.each(consumers)('%s: installed, checked, built, and right in a browser', async (name, places) => {
  const consumer = await buildConsumer(name, packed, hub.addresses.site);
  const served = await serveBuild(consumer);
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    await page.goto(served.origin);
    for (const place of places) await looksRight(page.locator(place));
    expect(complaints).toEqual([]);
    await page.close();
  } finally {
    served.close();
    consumer.remove();
  }
}, 10 * MINUTE);

async function looksRight(place: Locator): Promise<void> {
  const text = (selector: string) => expect.poll(() => place.locator(selector).textContent(), { timeout: 60_000 });
  await text('gigsy-profile-card [part=name]').toContain('Ada');
  await text('output').toContain('Ada');
  await place.locator('button').first().click();
  await text('gigsy-profile-card [part=name]').toContain('Grace');
  await text('output').toContain('Grace');
  await text('gigsy-about-section [part=text]').toBe('Given as a property.');
  await expect.poll(() => place.locator('gigsy-experience-list').getAttribute('title'), { timeout: 60_000 }).toBe('bad_response');
}
