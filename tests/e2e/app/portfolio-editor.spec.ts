/** The editor of a portfolio in the app: contributions with files by keyboard alone, who sees them, and lost connections. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Page, expect, test } from '@playwright/test';
import { uploadFile } from '@gigsy/sdk/files';
import { pdfOf } from '../../convex/files.ts';
import { type RunningHub, startHub, temporaryFolder } from '../../cli/running-hub.ts';
import { clientAs, complaintsOn, signInAs } from './app-page.ts';
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

/** Two contributions, the second one with a picture. */
async function contribute(subject: string): Promise<void> {
  const gigsy = clientAs(hub.addresses, subject);
  const { file } = await uploadFile(gigsy.portfolio.uploads, new Blob([readFileSync(PICTURE)]));
  const expected = (await gigsy.portfolio.mine())!.versions.contributions;
  const { contributions, arrange } = gigsy.portfolio;
  const picture = { file, alt: 'A tower' };
  const tower = await contributions.add({
    contribution: { kind: 'project', title: 'Tower of cards', files: [picture] },
    expected,
  });
  const bridge = await contributions.add({
    contribution: { kind: 'project', title: 'Bridge of paper' },
    expected: tower.version,
  });
  await arrange({ section: 'contributions', order: [bridge.id, tower.id], expected: bridge.version });
}

test('by keyboard alone a contribution with a picture is added, and others see it', async ({ page, browser }) => {
  const complaints = await complaintsOn(page);
  await open(page, 'demo_diego');
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
  expect((await visitor.request.get((await shown.getAttribute('src'))!)).status()).toBe(200);
  expect(complaints).toEqual([]);
});

test('by keyboard alone a contribution is put in order and hidden; the address of its picture leads nowhere then', async ({
  page,
  browser,
}) => {
  const complaints = await complaintsOn(page);
  await contribute('demo_grace');
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`${hub.addresses.app}/people/grace/portfolio`);
  const address = (await portfolio(visitor).getByRole('img', { name: 'A tower' }).getAttribute('src'))!;
  expect((await visitor.request.get(address)).status()).toBe(200);

  await open(page, 'demo_grace');
  await expect(titles(page)).toHaveText(['Bridge of paper', 'Tower of cards']);
  await tabTo(page, /^Tower of cards/);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(titles(page)).toHaveText(['Tower of cards', 'Bridge of paper']);
  await expect(editor(page).getByText('Tower of cards: now 1 of 2')).toBeAttached();
  await page.keyboard.press('Enter');
  await save(page);
  await expect(portfolio(visitor).locator('[part=title]')).toHaveText(['Tower of cards', 'Bridge of paper']);

  await page.reload();
  await tabTo(page, /^Tower of cards/);
  await page.keyboard.press('Enter');
  // Its picture is not for everybody in this view: the page reads it as its owner.
  await expect(editor(page).locator('.thumb canvas')).toBeVisible();
  await tabTo(page, /Who sees this entry \/ Only me/);
  await page.keyboard.press('Enter');
  await expect(editor(page).getByText('Only you see this. You chose this for the entry.')).toBeVisible();
  await expect(portfolio(visitor).locator('[part=title]')).toHaveText(['Bridge of paper']);
  expect((await visitor.request.get(address)).status()).toBe(404);
  expect(complaints).toEqual([]);
});

test('files that are kept to members show to a member and not to a stranger, until their owner keeps them alone', async ({
  page,
  browser,
}) => {
  const gigsy = clientAs(hub.addresses, 'demo_priya');
  const upload = async (bytes: Uint8Array<ArrayBuffer>) =>
    (await uploadFile(gigsy.portfolio.uploads, new Blob([bytes]))).file;
  const [picture, paper] = [await upload(new Uint8Array(readFileSync(PICTURE))), await upload(pdfOf())];
  const { id } = await gigsy.portfolio.contributions.add({
    contribution: { kind: 'project', title: 'Mill', files: [{ file: picture, alt: 'A mill' }, { file: paper }] },
    expected: (await gigsy.portfolio.mine())!.versions.contributions,
  });
  const keep = async (visibility: 'platform' | 'owner') =>
    gigsy.privacy.update({
      changes: { items: { [`contributions/${id}`]: visibility } },
      expected: (await gigsy.privacy.get())!.version,
    });
  await keep('platform');

  const complaints = await complaintsOn(page);
  await signInAs(page, hub.addresses, 'demo_diego');
  await page.goto(`${hub.addresses.app}/people/priya/portfolio`);
  await page.getByLabel('Purpose').selectOption('Hiring');
  await page.getByRole('button', { name: 'Show it' }).click();
  const shown = portfolio(page).getByRole('img', { name: 'A mill' });
  await expect(shown).toBeVisible();
  const inkOf = (canvas: HTMLCanvasElement) =>
    canvas
      .getContext('2d')!
      .getImageData(0, 0, canvas.width, canvas.height)
      .data.some((value) => value > 0);
  await expect.poll(() => shown.evaluate(inkOf)).toBe(true);
  await portfolio(page).getByRole('button', { name: 'Details: Mill' }).click();
  const saved = page.waitForEvent('download');
  await portfolio(page).getByRole('button', { name: /^PDF/ }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('Mill.pdf');
  expect(readFileSync(await download.path())).toEqual(Buffer.from(pdfOf()));
  await page.keyboard.press('Escape');

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(`${hub.addresses.app}/people/priya/portfolio`);
  await expect(portfolio(stranger)).toHaveAttribute('state', 'ready');
  await expect(portfolio(stranger)).not.toContainText('Mill');
  await keep('owner');
  await expect(shown).toHaveCount(0);
  await expect(portfolio(page)).not.toContainText('Mill');
  expect(complaints).toEqual([]);
});

/** A page that is red below, with a word in a typeface that the document does not bring. */
function redPaper(): Uint8Array<ArrayBuffer> {
  const drawing = '1 0 0 rg 0 0 72 36 re f 0 0 1 rg BT /F1 24 Tf 4 44 Td (Mill) Tj ET';
  return pdfOf({
    page: '/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>',
    objects: [`<</Length ${drawing.length}>>\nstream\n${drawing}\nendstream`],
  });
}

/** A page of a billion squares: ten, ten times as often on each of nine levels. */
function endlessPaper(): Uint8Array<ArrayBuffer> {
  const stream = (keys: string, drawing: string) =>
    `<<${keys}/Length ${drawing.length}>>\nstream\n${drawing}\nendstream`;
  const form = (level: number) => {
    const inner = level < 8 ? `/Resources<</XObject<</F ${level + 6} 0 R>>>>` : '';
    const drawing = (inner ? '/F Do ' : '0 0 1 1 re f ').repeat(10);
    return stream(`/Type/XObject/Subtype/Form/BBox[0 0 72 72]${inner}`, drawing);
  };
  return pdfOf({
    page: '/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>',
    objects: [stream('', '/F Do'), ...Array.from({ length: 9 }, (_, level) => form(level))],
  });
}

/** Parts of a canvas or picture that are red, blue and white. */
function coloursOf(shown: HTMLCanvasElement | HTMLImageElement): { red: number; blue: number; white: number } {
  const canvas = new OffscreenCanvas(shown.width, shown.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(shown, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const parts = { red: 0, blue: 0, white: 0 };
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue] = [data[at]! > 150, data[at + 1]! > 150, data[at + 2]! > 150];
    if (red && green && blue) parts.white += 4 / data.length;
    else if (red && !green && !blue) parts.red += 4 / data.length;
    else if (blue && !red && !green) parts.blue += 4 / data.length;
  }
  return parts;
}

test('a PDF shows its first page, to others as well, and one that takes forever to draw is stored without', async ({
  page,
  browser,
}) => {
  const complaints = await complaintsOn(page);
  await open(page, 'demo_jonas');
  await write(page, 'Mill');
  const choose = async (buffer: Uint8Array) => {
    const chooser = page.waitForEvent('filechooser');
    await editor(page).getByRole('button', { name: 'Choose files' }).click();
    await (await chooser).setFiles({ name: 'mill.pdf', mimeType: 'application/pdf', buffer: Buffer.from(buffer) });
  };
  await choose(redPaper());
  const thumb = editor(page).locator('.thumb canvas');
  await expect(thumb).toBeVisible();
  const colours = await thumb.evaluate(coloursOf);
  expect(colours.red).toBeCloseTo(0.5, 1);
  expect(colours.blue).toBeGreaterThan(0.01);
  await choose(endlessPaper());
  await expect(editor(page).locator('[part=file]')).toHaveCount(2, { timeout: 30_000 });
  await expect(thumb).toHaveCount(1);
  await expect.poll(() => page.workers().length).toBe(0);
  await save(page);

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`${hub.addresses.app}/people/jonas/portfolio`);
  const address = await portfolio(visitor).locator('[part=entry] img').first().getAttribute('src');
  const preview = await visitor.request.get(address!);
  expect([preview.status(), preview.headers()['content-type']]).toEqual([200, 'image/webp']);
  await page.reload();
  await tabTo(page, /^Mill/);
  await page.keyboard.press('Enter');
  await expect(thumb).toHaveCount(1);
  expect((await thumb.evaluate(coloursOf)).red).toBeCloseTo(0.5, 1);
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
