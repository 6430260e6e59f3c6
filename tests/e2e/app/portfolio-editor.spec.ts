/** The editor of a portfolio in the app: contributions with files by keyboard alone, who sees them, and lost connections. */
import path from 'node:path';
import { type Page, expect, test } from '@playwright/test';
import { type RunningHub, startHub, temporaryFolder } from '../../cli/running-hub.ts';
import { complaintsOn, signInAs } from './app-page.ts';
import { tabTo } from './keys.ts';

const { folder, remove } = temporaryFolder();
const PICTURE = path.resolve(import.meta.dirname, '../../../examples/hub/people/grace.webp');
let hub: RunningHub;

test.beforeAll(async () => {
  hub = await startHub(folder);
});
test.afterAll(async () => {
  await hub?.end('SIGTERM');
  remove();
});

const editor = (page: Page) => page.locator('gigsy-portfolio-editor');
const portfolio = (page: Page) => page.locator('gigsy-portfolio');
const titles = (page: Page) => editor(page).locator('[data-section=contributions] [part=toggle] > bdi');

async function open(page: Page, subject: string): Promise<void> {
  await signInAs(page, hub.addresses, subject);
  await page.getByRole('link', { name: 'Portfolio' }).first().click();
  await expect(editor(page)).toHaveAttribute('state', 'ready');
}

/** From the button that adds an entry on, by keyboard. */
async function write(page: Page, title: string): Promise<void> {
  await tabTo(page, /^(.* \/ )?Add an entry$/);
  await page.keyboard.press('Enter');
  await expect(editor(page).getByRole('textbox', { name: 'Title' }).last()).toBeFocused();
  await page.keyboard.type(title);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Project');
}

async function save(page: Page): Promise<void> {
  await tabTo(page, /^(.* \/ )?Save$/);
  await page.keyboard.press('Enter');
  await expect(editor(page)).toHaveAttribute('status', 'saved');
}

/** To the top of the page, where Tab begins anew. */
async function toTop(page: Page): Promise<void> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.removeAllRanges();
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
}

test('by keyboard alone a contribution with a picture is added, put in order and hidden; its address leads nowhere then', async ({
  page,
  browser,
}) => {
  const complaints = await complaintsOn(page);
  await open(page, 'demo_diego');
  await write(page, 'Bridge of paper');
  await save(page);
  await toTop(page);
  await write(page, 'Tower of cards');
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, /Choose files$/);
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(PICTURE);
  await expect(editor(page).getByRole('textbox', { name: 'What the picture shows' })).toBeVisible();
  await expect(editor(page).locator('.thumb canvas')).toBeVisible();
  await tabTo(page, /What the picture shows/);
  await page.keyboard.type('A tower on a table');
  await save(page);

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`${hub.addresses.app}/people/diego/portfolio`);
  const shown = portfolio(visitor).getByRole('img', { name: 'A tower on a table' });
  await expect(shown).toHaveJSProperty('complete', true);
  const address = (await shown.getAttribute('src'))!;
  expect((await visitor.request.get(address)).status()).toBe(200);

  await toTop(page);
  await tabTo(page, /^(.* \/ )?Tower of cards/);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(titles(page)).toHaveText(['Tower of cards', 'Bridge of paper']);
  await expect(editor(page).getByText('Tower of cards: now 1 of 2')).toBeAttached();
  await save(page);
  await expect(portfolio(visitor).locator('[part=title]')).toHaveText(['Tower of cards', 'Bridge of paper']);

  await toTop(page);
  await tabTo(page, /Who sees this entry \/ Only me/);
  await page.keyboard.press('Enter');
  await expect(editor(page).getByText('Only you see this. You chose this for the entry.')).toBeVisible();
  await expect(portfolio(visitor).locator('[part=title]')).toHaveText(['Bridge of paper']);
  expect((await visitor.request.get(address)).status()).toBe(404);

  // Its owner still sees the picture, which no address opens any more without their token.
  await page.reload();
  await editor(page)
    .getByRole('button', { name: /Tower of cards/ })
    .click();
  await expect(editor(page).locator('.thumb canvas')).toBeVisible();
  await expect(editor(page).getByRole('textbox', { name: 'What the picture shows' })).toHaveValue('A tower on a table');
  expect(complaints).toEqual([]);
});

test('a file whose connection is lost goes on by itself when it is back, and one that could act is refused', async ({
  page,
}) => {
  await open(page, 'demo_haruka');
  await editor(page).getByRole('button', { name: 'Add an entry' }).click();
  await page.route('**/v1/files/**', (route) => route.abort('connectionreset'));
  const choose = async (file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) => {
    const chooser = page.waitForEvent('filechooser');
    await editor(page).getByRole('button', { name: 'Choose files' }).click();
    await (await chooser).setFiles(file);
  };
  await choose(PICTURE);
  await expect(editor(page).locator('[part=upload]')).toContainText('The connection is lost', { timeout: 60_000 });
  await page.unroute('**/v1/files/**');
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  await expect(editor(page).locator('[part=file]')).toContainText('grace.webp');
  const html = Buffer.from('<!doctype html><script>alert(1)</script>');
  await choose({ name: 'paper.pdf', mimeType: 'application/pdf', buffer: html });
  await expect(editor(page).locator('[part=upload]')).toContainText('neither a picture of these kinds nor a PDF');
});

test("the owner's page of the portfolio leads to the editor", async ({ page }) => {
  await signInAs(page, hub.addresses, 'demo_ada');
  await page.goto(`${hub.addresses.app}/people/ada/portfolio`);
  await page.getByRole('link', { name: 'Edit portfolio' }).click();
  await expect(page).toHaveURL(`${hub.addresses.app}/me/portfolio`);
  await expect(editor(page)).toContainText('Certificates, gigs and badges appear here');
});
