/** A person's picture: chosen, cropped by keyboard, stored, on the partner's page, removed; and sendings that fail. */
import path from 'node:path';
import { type Page, expect, test } from '@playwright/test';
import { type RunningHub, startHub, temporaryFolder } from '../../cli/running-hub.ts';
import { complaintsOn, signInAs } from './app-page.ts';

const { folder, remove } = temporaryFolder();
const FILE = path.resolve(import.meta.dirname, '../../../examples/hub/people/grace.webp');
let hub: RunningHub;

test.beforeAll(async () => {
  hub = await startHub(folder);
});
test.afterAll(async () => {
  await hub?.end('SIGTERM');
  remove();
});

const UPLOADS = '**/v1/uploads/*';

async function choose(page: Page, file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0] = FILE) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a picture' }).click();
  await (await chooser).setFiles(file);
}

const stage = (page: Page) => page.getByRole('application', { name: 'Part of the picture that is shown' });

test('a picture is chosen, cropped by keyboard and stored; the partner page shows it; it is removed', async ({
  page,
}) => {
  const complaints = await complaintsOn(page);
  await signInAs(page, hub.addresses, 'demo_ines');
  await choose(page);
  await expect(stage(page)).toBeFocused();
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText(/^Zoom 110%; \d+% from the left/)).toBeAttached();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('slider', { name: 'Zoom' })).toBeFocused();
  await page.getByRole('button', { name: 'Use this picture' }).press('Enter');
  await expect(page.getByText('Your picture is saved.')).toBeAttached();
  await expect(page.getByRole('button', { name: 'Choose a picture' })).toBeFocused();
  await expect(page.locator('gigsy-profile-editor').getByRole('img', { name: 'Picture' })).toHaveJSProperty(
    'complete',
    true,
  );

  const partner = await page.context().newPage();
  await partner.goto(`${hub.addresses.partner}/?student=ines`);
  // She has two cards there.
  const card = partner.locator('gigsy-profile-card[handle=ines]').first();
  const shown = card.locator('img');
  await expect
    .poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth / image.naturalHeight))
    .toBe(1);
  const address = (await shown.getAttribute('src'))!;
  expect(address).toContain(`${hub.addresses.site}/v1/photos/`);
  // A square of the page's own making: the file itself stays where it is.
  expect((await page.request.get(address)).headers()['content-type']).toBe('image/webp');

  await page.getByRole('button', { name: 'Remove picture' }).click();
  await expect(page.getByText('Your picture is removed.')).toBeAttached();
  await expect(page.getByRole('button', { name: 'Remove picture' })).toHaveCount(0);
  await partner.reload();
  await expect(card).toContainText('Inês');
  await expect(shown).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('files that are no pictures are refused in words, and a sending that is lost can be tried again', async ({
  page,
}) => {
  await signInAs(page, hub.addresses, 'demo_priya');
  const alert = page.locator('#picture-fault');
  await choose(page, { name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('<!doctype html><p>Hi') });
  await expect(alert).toContainText('could not be read as a picture');
  await choose(page, { name: 'me.png', mimeType: 'image/png', buffer: Buffer.alloc(0) });
  await expect(alert).toContainText('could not be read as a picture');
  await choose(page);
  await page.route(UPLOADS, (route) => route.abort('connectionreset'), { times: 1 });
  await page.getByRole('button', { name: 'Use this picture' }).click();
  await expect(alert).toContainText('Your choice is kept');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Your picture is saved.')).toBeAttached();
});
