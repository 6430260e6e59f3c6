/**
 * The real clerk-js in Chromium signs the SDK in at a real deployment. Only Clerk's servers are not real: a stand-in answers
 * for them, with tokens that the deployment accepts.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Deployment, type Issuer, startDeployment, startIssuer } from '@gigsy/local';
import { type Browser, type Page, chromium } from '@playwright/test';
import { ConvexHttpClient } from 'convex/browser';
import { makeFunctionReference } from 'convex/server';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserArguments, requireBrowser } from '../../scripts/browser.ts';
import { ClerkFrontend, FRONTEND, PUBLISHABLE_KEY } from './clerk-frontend.ts';

const create = makeFunctionReference<'mutation'>('profile:create');
let dataDir: string;
let issuer: Issuer;
let deployment: Deployment;
let browser: Browser;
let script: string;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'gigsy-clerk-js-'));
  const people = ['ada', 'eve'].map((name) => ({ subject: `demo_${name}`, name }));
  issuer = await startIssuer({ dataDir, port: 0, people, allowedOrigins: [] });
  deployment = await startDeployment({
    functionsDir: path.resolve(import.meta.dirname, '../../convex'),
    dataDir,
    env: { CLERK_JWT_ISSUER_DOMAIN: issuer.url },
    log: () => undefined,
  });
  for (const name of ['ada', 'eve']) {
    const client = new ConvexHttpClient(deployment.url);
    client.setAuth(await issuer.token(`demo_${name}`));
    const sections = { identity: { displayName: name } };
    await client.mutation(create, { handle: name, role: 'student', idempotencyKey: `create-${name}`, sections });
  }
  const bundled = await build({
    entryPoints: [path.join(import.meta.dirname, 'clerk-page.ts')],
    bundle: true,
    format: 'esm',
    conditions: ['convex'],
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  script = bundled.outputFiles[0]!.text;
  browser = await chromium.launch({
    executablePath: requireBrowser(),
    // The page's address is made up, the deployment is on this machine: Chromium would ask its user about that.
    args: [...browserArguments, '--disable-features=LocalNetworkAccessChecks'],
  });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await deployment?.close();
  await issuer?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function opened(loadedByHost: boolean, signedIn: string[] = []): Promise<{ page: Page; clerk: ClerkFrontend }> {
  const page = await browser.newPage();
  const clerk = new ClerkFrontend((name) => issuer.token(`demo_${name}`), signedIn);
  await page.route(`${FRONTEND}/**`, (route) => clerk.answer(route));
  await page.route('https://app.example/**', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({
          contentType: 'text/html',
          body: '<!doctype html><script type="module" src="/page.js"></script>',
        }),
  );
  await page.goto('https://app.example/');
  await page.waitForFunction('window.host !== undefined');
  await page.evaluate(
    `host.start(${JSON.stringify(deployment.url)}, ${JSON.stringify(PUBLISHABLE_KEY)}, ${loadedByHost})`,
  );
  return { page, clerk };
}

test('calls and watches follow sign-in, switch of the person and sign-out', async () => {
  const { page, clerk } = await opened(true);
  const watched = () => page.evaluate('host.watched');
  await expect.poll(watched, { timeout: 8_000 }).toEqual(['unauthenticated']);
  await page.evaluate("host.signIn('ada')");
  await expect.poll(watched, { timeout: 8_000 }).toEqual(['unauthenticated', 'ada']);
  expect(await page.evaluate('host.handle()')).toBe('ada');
  await page.evaluate("host.signIn('eve')");
  await expect.poll(watched, { timeout: 8_000 }).toEqual(['unauthenticated', 'ada', 'eve']);
  expect(await page.evaluate('host.handle()')).toBe('eve');
  await page.evaluate('host.signOut()');
  await expect.poll(async () => ((await watched()) as string[]).at(-1), { timeout: 8_000 }).toBe('unauthenticated');
  expect(clerk.asked).toContain('POST /v1/client/sessions/sess_ada/tokens/convex');
  await page.close();
}, 60_000);

test('a publishable key alone loads Clerk, and finds the session of an earlier visit', async () => {
  const { page, clerk } = await opened(false, ['ada']);
  expect(await page.evaluate('host.handle()')).toBe('ada');
  await expect
    .poll(async () => ((await page.evaluate('host.watched')) as string[]).at(-1), { timeout: 8_000 })
    .toBe('ada');
  expect(clerk.asked.filter((request) => request === 'GET /v1/environment')).toHaveLength(1);
  await page.close();
}, 60_000);
