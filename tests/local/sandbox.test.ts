/** The sandbox's handles on a real deployment, through the public reader and the live one, as pages use it. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Deployment, startDeployment } from '@gigsy/local';
import { sandbox } from '@gigsy/schema/sandbox';
import { type ProfileView, isGigsyError, publicReader } from '@gigsy/sdk/reader';
import { liveReader } from '@gigsy/sdk/live-reader';
import { chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserArguments, requireBrowser } from '../../scripts/browser.ts';

let dataDir: string;
let deployment: Deployment;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'gigsy-sandbox-'));
  deployment = await startDeployment({
    functionsDir: path.resolve(import.meta.dirname, '../../convex'),
    dataDir,
    env: { CLERK_JWT_ISSUER_DOMAIN: 'https://clerk.gigsy.example', GIGSY_SANDBOX: 'on' },
  });
});
afterAll(async () => {
  await deployment?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const outcome = (reading: Promise<ProfileView | null>) =>
  reading.then(
    (profile) => (profile ? 'profile' : 'nothing'),
    (error: unknown) => (isGigsyError(error) ? error.code : String(error)),
  );

const expected = {
  full: 'profile',
  empty: 'profile',
  huge: 'profile',
  rtl: 'profile',
  private: 'nothing',
  suspended: 'nothing',
  failing: 'internal',
  offline: 'offline',
};

describe.each(Object.entries(expected))('sandbox-%s', (state, wanted) => {
  test(`is ${wanted} to a reader`, async () => {
    expect(await outcome(publicReader({ api: deployment.siteUrl }).get(`sandbox-${state}`))).toBe(wanted);
  });

  test(`is ${wanted} to a watcher`, async () => {
    const first = new Promise<ProfileView | null>((next, error) => {
      const stop = liveReader({ api: deployment.siteUrl }).watch(`sandbox-${state}`, {
        next: (profile) => next((stop(), profile)),
        error: (reason) => error((stop(), reason)),
      });
    });
    expect(await outcome(first)).toBe(wanted);
  });
});

test('sandbox-slow takes at least its time, and answers', async () => {
  const started = performance.now();
  expect(await outcome(publicReader({ api: deployment.siteUrl }).get('sandbox-slow'))).toBe('profile');
  expect(performance.now() - started).toBeGreaterThanOrEqual(sandbox.get('sandbox-slow')!.delayMs! - 5);
});

test('in a browser sandbox-offline fails for a page, and no policy of the page is asked about a host that it never named', async () => {
  const html =
    '<!doctype html><title>Partner</title><script>violations = []; document.addEventListener("securitypolicyviolation", ({ blockedURI }) => violations.push(blockedURI))</script>';
  const host = createServer((_, response) =>
    response
      .writeHead(200, {
        'content-type': 'text/html',
        'content-security-policy': `default-src 'none'; script-src 'unsafe-inline'; connect-src ${deployment.siteUrl}`,
      })
      .end(html),
  ).listen(0, '127.0.0.1');
  await once(host, 'listening');
  const browser = await chromium.launch({ executablePath: requireBrowser(), args: [...browserArguments] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
    const told = await page.evaluate(async (site) => {
      const ask = (address: string) =>
        fetch(address).then(
          (response) => response.status,
          (error: Error) => error.name,
        );
      const answers = [
        await ask(`${site}/v1/profiles/sandbox-empty`),
        await ask(`${site}/v1/profiles/sandbox-offline`),
      ];
      // Violations are reported by a task of their own; one that we cause is told after any before it.
      await ask('https://elsewhere.invalid/');
      await new Promise((resolve) => setTimeout(resolve));
      return [...answers, (globalThis as unknown as { violations: string[] }).violations];
    }, deployment.siteUrl);
    expect(told).toEqual([200, 'TypeError', ['https://elsewhere.invalid/']]);
  } finally {
    await browser.close();
    host.close();
  }
});
