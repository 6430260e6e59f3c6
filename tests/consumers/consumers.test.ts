/**
 * Partners' projects in each framework install the packed packages, type-check, build, and run in Chromium: the
 * framework changes an attribute, sets a property and listens to events.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type Locator, type Page, chromium } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserArguments, requireBrowser } from '../../scripts/browser.ts';
import { type RunningHub, startHub, temporaryFolder } from '../cli/running-hub.ts';
import { type Packed, pack } from '../packages/pack.ts';
import { buildConsumer, serveBuild, startNext } from './consumer.ts';

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

/** Places of the same people on the consumer's page, one for each way of binding. */
const consumers: [name: string, places: string[]][] = [
  ['html', ['body']],
  ['react', ['#components', '#tags']],
  ['preact', ['#tags']],
  ['vue', ['#tags']],
  ['svelte', ['#tags']],
];

test.each(consumers)(
  '%s: installs, type-checks, builds, and works in a browser',
  async (name, places) => {
    const consumer = await buildConsumer(name, packed, hub.addresses);
    const served = await serveBuild(consumer);
    try {
      const { page, complaints } = await open(served.origin);
      for (const place of places) await looksRight(page.locator(place));
      expect(complaints).toEqual([]);
    } finally {
      served.close();
      consumer.remove();
    }
  },
  10 * MINUTE,
);

test(
  'next: a card from the server is complete without script, and is taken over without a complaint',
  async () => {
    const consumer = await buildConsumer('next', packed, hub.addresses);
    const served = await startNext(consumer);
    try {
      const still = await open(served.origin, { javaScriptEnabled: false });
      expect(
        await still.page.locator('gigsy-profile-card').first().locator('[part=name]').innerText({ timeout: MINUTE }),
      ).toContain('Ada');
      const { page, complaints } = await open(served.origin);
      await expect
        .poll(
          () =>
            page.evaluate(() => document.querySelector('gigsy-profile-card')?.shadowRoot?.adoptedStyleSheets.length),
          { timeout: MINUTE },
        )
        .toBeGreaterThan(0);
      expect(await page.locator('gigsy-profile-card').first().locator('[part=name]').innerText()).toContain('Ada');
      await expect.poll(() => page.locator('gigsy-about-section [part=text]').count(), { timeout: MINUTE }).toBe(1);
      await expect.poll(() => page.locator('output').textContent(), { timeout: MINUTE }).toContain('Grace');
      expect([...still.complaints, ...complaints]).toEqual([]);
    } finally {
      served.close();
      consumer.remove();
    }
  },
  10 * MINUTE,
);

test(
  'react: the SDK’s hooks show a profile and follow it',
  async () => {
    const consumer = await buildConsumer('hooks', packed, hub.addresses);
    const served = await serveBuild(consumer);
    try {
      const { page, complaints } = await open(served.origin);
      await expect.poll(() => page.locator('h1').textContent(), { timeout: MINUTE }).toContain('Ada');
      await expect.poll(() => page.locator('p').textContent(), { timeout: MINUTE }).toBe('Sign in first.');
      expect(complaints).toEqual([]);
    } finally {
      served.close();
      consumer.remove();
    }
  },
  10 * MINUTE,
);

/** A page and the browser's complaints: errors, warnings and mismatches in the hydration of Next.js. */
async function open(
  origin: string,
  options: { javaScriptEnabled?: boolean } = {},
): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage(options);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !message.location().url.endsWith('/favicon.ico'))
      complaints.push(message.text());
  });
  await page.goto(origin);
  return { page, complaints };
}

async function looksRight(place: Locator): Promise<void> {
  const text = (selector: string) => expect.poll(() => place.locator(selector).textContent(), { timeout: 60_000 });
  await text('gigsy-profile-card [part=name]').toContain('Ada');
  await text('output').toContain('Ada');
  await place.locator('button').first().click();
  await text('gigsy-profile-card [part=name]').toContain('Grace');
  await text('output').toContain('Grace');
  await text('gigsy-about-section [part=text]').toBe('Given as a property.');
  await expect
    .poll(() => place.locator('gigsy-experience-list').getAttribute('title'), { timeout: 60_000 })
    .toBe('bad_response');
}
