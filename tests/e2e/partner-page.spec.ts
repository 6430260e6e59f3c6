/** The product's main use: `npm start`, a partner's page in two windows, a profile that changes. */
import { type Page, expect, test } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { type RunningHub, freePorts, gigsy, startHub, temporaryFolder } from '../cli/running-hub.ts';

const { folder, remove } = temporaryFolder();
let hub: RunningHub;
let ports: number;

test.beforeAll(async () => {
  ports = await freePorts();
  hub = await startHub(folder, { through: 'npm', args: ['--port', String(ports)] });
});
test.afterAll(async () => {
  await hub?.end('SIGTERM');
  remove();
});

/** Records violations of the page's policy and errors of its scripts. */
async function open(page: Page, path = '/'): Promise<string[]> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    // The browser itself reports the 404 of the person who is not available.
    if (message.type() === 'error' && !text.includes('status of 404')) complaints.push(`console: ${text}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`violation: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  await page.goto(`${hub.addresses.partner}${path}`);
  return complaints;
}

function card(page: Page, handle: string) {
  return page.locator(`gigsy-profile-card[handle="${handle}"]`);
}

/** Expects `text` on Ada's card in both pages within a second, without a reload since `marked`. */
async function expectEverywhere(pages: Page[], text: string): Promise<void> {
  await Promise.all(pages.map((page) => expect(card(page, 'ada')).toContainText(text, { timeout: 1000 })));
  for (const page of pages) expect(await page.evaluate(() => 'marked' in globalThis)).toBe(true);
}

test(
  'two windows show a changed headline within a second, without a reload',
  { tag: '@clock' },
  async ({ browser }) => {
    const pages = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()];
    for (const page of pages) {
      await open(page);
      await expect(card(page, 'ada')).toContainText('Ada Okafor');
      await expect(card(page, 'ada')).toHaveAttribute('state', 'ready');
      await page.evaluate(() => Object.assign(globalThis, { marked: true }));
    }
    // Two changes: the live connection may not be open at the first.
    for (const headline of ['Open for spring gigs', 'Fully booked until May 🌱']) {
      expect(await gigsy(['set', 'ada', 'headline', headline, '--data', folder])).toMatchObject({ code: 0 });
      await expectEverywhere(pages, headline);
    }

    const [first] = pages as [Page];
    await first.getByRole('button', { name: 'Sign in as Ada' }).click();
    // Only members may see this card; it reads by a token that the partner's server minted.
    await expect(card(first, 'morgan')).toContainText('Morgan Ashby');
    expect((await fetch(`${hub.addresses.site}/v1/profiles/morgan`)).status).toBe(404);
    const field = first.getByRole('textbox', { name: 'Headline' });
    await expect(field).toHaveValue('Fully booked until May 🌱');
    await field.fill('Edited on the page itself');
    await first.getByRole('button', { name: 'Save' }).click();
    await expectEverywhere(pages, 'Edited on the page itself');
    await expect(first.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    for (const page of pages) await page.context().close();
  },
);

/** For a loaded machine: a window with its own code, sign-in and live connection. */
const patiently = expect.configure({ timeout: 30_000 });

async function signedIn(page: Page): Promise<Page> {
  await open(page);
  await page.getByRole('button', { name: 'Sign in as Ada' }).click();
  await patiently(headline(page)).toBeVisible();
  return page;
}

const headline = (page: Page) => page.getByRole('textbox', { name: 'Headline' });
const save = (page: Page) => page.getByRole('button', { name: 'Save' }).click();

test('two windows of one person: one follows, both change, and the person chooses', async ({ browser }) => {
  test.setTimeout(180_000);
  const context = await browser.newContext();
  const [first, second] = [await signedIn(await context.newPage()), await signedIn(await context.newPage())];
  await headline(first).fill('From the first window');
  await save(first);
  await patiently(headline(second)).toHaveValue('From the first window');

  await headline(second).fill('Typed in the second');
  await second.getByRole('textbox', { name: 'Pronouns' }).fill('they/them');
  await headline(first).fill('Saved in the first');
  await save(first);
  const choice = second.getByRole('group', { name: /^Headline/ });
  await patiently(choice).toContainText('Saved in the first');
  await patiently(headline(second)).toHaveValue('Typed in the second');
  await save(second);
  await patiently(second.getByRole('group', { name: /Changed elsewhere meanwhile/ }).first()).toBeFocused();
  await choice.getByRole('button', { name: 'Keep yours: Headline' }).click();
  await save(second);
  await patiently(second.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await patiently(card(first, 'ada')).toContainText('Typed in the second');
  await patiently(headline(first)).toHaveValue('Typed in the second');
  await patiently(first.getByRole('textbox', { name: 'Pronouns' })).toHaveValue('they/them');

  await second.getByRole('button', { name: 'Undo' }).click();
  await patiently(card(first, 'ada')).toContainText('Saved in the first');
  await context.close();
});

test('input typed without connection outlives a reload, and is sent once there is one', async ({ page }) => {
  test.setTimeout(180_000);
  await signedIn(page);
  await page.context().setOffline(true);
  await headline(page).fill('Typed in a tunnel');
  await save(page);
  await patiently(page.getByRole('status').filter({ hasText: 'no connection' })).toBeVisible({ timeout: 20_000 });
  await page.context().setOffline(false);
  await patiently(card(page, 'ada')).toContainText('Typed in a tunnel');

  await headline(page).fill('Typed and not saved');
  await page.reload();
  await page.getByRole('button', { name: 'Sign in as Ada' }).click();
  await patiently(headline(page)).toHaveValue('Typed and not saved');
  await patiently(page.getByText('Your unsaved changes are back.')).toBeVisible();
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await patiently(headline(page)).toHaveValue('Typed in a tunnel');
});

test('keys alone sign in, correct a refused entry, and save', async ({ page }) => {
  test.setTimeout(180_000);
  const complaints = await open(page);
  await page.getByRole('button', { name: 'Sign in as Ada' }).focus();
  await page.keyboard.press('Enter');
  await patiently(headline(page)).toBeVisible();
  // The button is gone, and Tab goes on into the form.
  await page.keyboard.press('Tab');
  await patiently(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Name' }).fill('');
  await page.keyboard.press('Enter');
  await patiently(page.getByRole('group', { name: /Could not save/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await patiently(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Ada Okafor');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Typed by keys');
  await page.keyboard.press('Enter');
  await patiently(card(page, 'ada')).toContainText('Typed by keys');
  expect(complaints).toEqual([]);
});

test('the page keeps its strict policy and is accessible, signed in and all', async ({ page }) => {
  const complaints = await open(page);
  for (const handle of ['ada', 'haruka', 'layla', 'maximiliana', 'diego', 'sam', 'priya', 'grace', 'jonas', 'ines']) {
    await expect(card(page, handle)).toHaveAttribute('state', 'ready');
  }
  await expect(card(page, 'tomas')).toHaveAttribute('state', 'unavailable');
  await page.getByRole('button', { name: 'Sign in as Ada' }).click();
  await expect(page.getByRole('textbox', { name: 'Headline' })).toBeVisible();
  expect(
    (await new AxeBuilder({ page }).analyze()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`,
    ),
  ).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the page uses the requested language and fits a narrow window', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const complaints = await open(page, '/?lang=ar');
  await expect(card(page, 'tomas')).toHaveAttribute('state', 'unavailable');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(card(page, 'tomas')).toContainText(/[\u0600-\u06ff]/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(complaints).toEqual([]);
});

test('without script each tag shows its content', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(hub.addresses.partner);
  await expect(page.getByText('@ada · This card needs JavaScript.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign in as Ada' })).toBeHidden();
  await context.close();
});

test('a killed hub comes back with its data, and open pages follow it again', async ({ page }) => {
  test.setTimeout(90_000);
  await open(page);
  await expect(card(page, 'ada')).toHaveAttribute('state', 'ready');
  await page.evaluate(() => Object.assign(globalThis, { marked: true }));
  expect(await gigsy(['set', 'ada', 'headline', 'Written just before the crash', '--data', folder])).toMatchObject({
    code: 0,
  });
  await hub.end('SIGKILL');
  hub = await startHub(folder, { through: 'npm', args: ['--port', String(ports)] });
  process.stdout.write(`ready on an existing data folder after ${hub.readyAfter.toFixed(0)} ms, npm included\n`);
  // The client waits longer after each attempt, and made many while the hub was away.
  await expect(card(page, 'ada')).toContainText('Written just before the crash', { timeout: 40_000 });
  expect(await gigsy(['set', 'ada', 'headline', 'Written after it', '--data', folder])).toMatchObject({ code: 0 });
  await expect(card(page, 'ada')).toContainText('Written after it', { timeout: 40_000 });
  expect(await page.evaluate(() => 'marked' in globalThis)).toBe(true);
});
