/** The app's pages: whole without script, alike for hidden and unknown, quiet under a strict policy, usable by everybody. */
import AxeBuilder from '@axe-core/playwright';
import { type Page, expect, test } from '@playwright/test';
import { type RunningHub, gigsy, startHub, temporaryFolder } from '../../cli/running-hub.ts';
import { askToSee, complaintsOn, signInAs } from './app-page.ts';

const { folder, remove } = temporaryFolder();
let hub: RunningHub;

test.beforeAll(async () => {
  hub = await startHub(folder);
});
test.afterAll(async () => {
  await hub?.end('SIGTERM');
  remove();
});

/** Each with the person who may see it. */
const PAGES: [path: string, subject?: string][] = [
  ['/'],
  ['/sign-up'],
  ['/people/ada'],
  ['/people/sam'],
  ['/people/nobody-at-all'],
  ['/me'],
  ['/privacy'],
  ['/people/ada', 'demo_ada'],
  ['/me', 'demo_ada'],
  ['/me/account', 'demo_ada'],
  ['/operations/baselines', 'demo_noor'],
  ['/me/privacy', 'demo_ada'],
  ['/operations/cutover', 'demo_noor'],
  ['/operations/events', 'demo_noor'],
  ['/demo/sources', 'demo_ada'],
  ['/people/ada/portfolio'],
  ['/people/ada/portfolio', 'demo_grace'],
  ['/me/portfolio', 'demo_ada'],
];

async function open(page: Page, path: string, subject?: string): Promise<void> {
  if (subject !== undefined) await signInAs(page, hub.addresses, subject);
  await page.goto(`${hub.addresses.app}${path}`);
  await page.waitForLoadState('networkidle');
}

for (const [path, subject] of PAGES) {
  const name = subject === undefined ? path : `${path} as ${subject}`;

  test(`${name} has no fault that axe finds, in both schemes, and keeps to its policy`, async ({ page }) => {
    const complaints = await complaintsOn(page);
    await open(page, path, subject);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      // Colours move for a moment.
      await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });

  test(`${name} fits into 320 px in every language`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await open(page, path, subject);
    for (const language of ['en', 'es', 'ar']) {
      await page.goto(`${hub.addresses.app}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    }
  });
}

test("a person's page reads whole without script, and tells machines about itself", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${hub.addresses.app}/people/ada`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ada Okafor');
  const shown = ['40 soil probes', 'Probe Post', 'Computer Engineering', 'Embedded C', 'Yoruba', 'West Africa Time'];
  const reached = ['Zephyr application developer', 'Expired (March 2025)', 'Best field project', 'Girls Solder Lagos'];
  for (const text of [...shown, ...reached]) await expect(page.getByText(text).first()).toBeVisible();
  const head = (selector: string, attribute: string) => page.locator(selector).getAttribute(attribute);
  expect(await head('link[rel=canonical]', 'href')).toBe(`${hub.addresses.app}/people/ada`);
  expect(await head('meta[property="og:title"]', 'content')).toBe('Ada Okafor');
  expect(await head('meta[property="og:image"]', 'content')).toMatch(/\/v1\/photos\/public\//);
  expect(await page.locator('meta[name=robots]').count()).toBe(0);
  await page.goto(`${hub.addresses.app}/people/jonas`);
  await expect(page.locator('gigsy-organisation-section')).toContainText('11–50 people');
  await page.goto(`${hub.addresses.app}/people/priya`);
  await expect(page.locator('gigsy-mentoring-section')).toContainText('Up to 4 mentees at a time');
  await context.close();
});

test('a profile that nobody may see answers as one that is not there, byte for byte', async () => {
  const answer = async (handle: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${hub.addresses.app}/people/${handle}`, { headers });
    const { date: _, ...told } = Object.fromEntries(response.headers);
    return { status: response.status, told, body: await response.text() };
  };
  const hidden = await answer('tomas');
  expect(hidden.status).toBe(404);
  expect(hidden.body).toContain('<meta name="robots" content="noindex"');
  expect(await answer('nobody-at-all')).toEqual(hidden);
});

test('a page follows changes, and members who say why see more on it than strangers', async ({ page, browser }) => {
  const stranger = await (await browser.newContext()).newPage();
  await open(stranger, '/people/ada');
  await open(page, '/people/ada', 'demo_jonas');
  await expect(page.getByText('FarmSense')).toHaveCount(0);
  await askToSee(page, 'Hiring');
  await expect(page.locator('gigsy-experience-list')).toContainText('FarmSense');
  await expect(stranger.getByText('FarmSense')).toHaveCount(0);
  expect(await gigsy(['set', 'ada', 'headline', 'Seen at once', '--data', folder])).toMatchObject({ code: 0 });
  for (const shown of [page, stranger])
    await expect(shown.locator('gigsy-profile-header')).toContainText('Seen at once');
  // The elements still read as the member, and as a stranger.
  await expect(page.locator('gigsy-experience-list')).toContainText('FarmSense');
  await expect(stranger.getByText('FarmSense')).toHaveCount(0);
});

test('only a page of the app gets a token, and only for the person of its session', async ({ page }) => {
  const { app, partner } = hub.addresses;
  const ask = (path: string, method: string, headers: Record<string, string>) =>
    fetch(`${app}${path}`, { method, headers, redirect: 'manual' });
  expect((await ask('/session/token', 'POST', { origin: app })).status).toBe(401);
  await signInAs(page, hub.addresses, 'demo_ada');
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  for (const origin of [partner, 'https://evil.example', 'null'])
    for (const [path, method] of [
      ['/session/token', 'POST'],
      ['/session', 'DELETE'],
      ['/session', 'POST'],
      ['/sign-up', 'POST'],
    ] as const)
      expect([path, (await ask(path, method, { origin, cookie })).status]).toEqual([path, 403]);
  const answer = await ask('/session/token', 'POST', { origin: app, cookie });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const { token } = (await answer.json()) as { token: string };
  expect(JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())).toMatchObject({ sub: 'demo_ada' });
});

test('signing out ends the session in the page, and nobody signs in as a person who is not listed', async ({
  page,
}) => {
  await signInAs(page, hub.addresses, 'demo_ada');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(`${hub.addresses.app}/`);
  await page.goto(`${hub.addresses.app}/me`);
  await expect(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible();
  const { app } = hub.addresses;
  const body = new URLSearchParams({ person: 'demo_nobody', to: '/me' });
  expect((await fetch(`${app}/session`, { method: 'POST', headers: { origin: app }, body })).status).toBe(400);
  for (const [to, location] of [
    ['//evil.example', '/me'],
    ['/\\evil.example', '/me'],
    ['https://evil.example', '/me'],
    ['/people/ada', '/people/ada'],
  ]) {
    const form = new URLSearchParams({ person: 'demo_ada', to: to! });
    const sent = await fetch(`${app}/session`, {
      method: 'POST',
      headers: { origin: app },
      body: form,
      redirect: 'manual',
    });
    expect([to, sent.status, sent.headers.get('location')]).toEqual([to, 303, location]);
  }
});

test('a person is signed in, edits and signs out by keyboard alone', async ({ page }) => {
  await page.goto(`${hub.addresses.app}/`);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.locator('button[value=demo_sam]').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${hub.addresses.app}/me`);
  await page.getByRole('textbox', { name: 'Headline' }).press('End');
  await page.keyboard.type('By keys');
  await expect(page.locator('gigsy-profile-card')).toContainText('By keys');
  await page.getByRole('button', { name: 'Sign out' }).press('Enter');
  await expect(page).toHaveURL(`${hub.addresses.app}/`);
});
