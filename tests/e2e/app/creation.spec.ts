/** The first journey: somebody signs up, by hand or with a resume, and is on a partner's page. */
import path from 'node:path';
import { type Page, expect, test } from '@playwright/test';
import { type RunningHub, gigsy, startHub, temporaryFolder } from '../../cli/running-hub.ts';

const { folder, remove } = temporaryFolder();
const RESUME = path.resolve(import.meta.dirname, '../../../examples/resume.json');
let hub: RunningHub;

test.beforeAll(async () => {
  hub = await startHub(folder);
});
test.afterAll(async () => {
  await hub?.end('SIGTERM');
  remove();
});

/** Leaves a field as it is where nothing is given. */
async function signUp(
  page: Page,
  { name, handle, resume }: { name?: string; handle?: string; resume?: string | object },
) {
  if (name !== undefined) await page.getByLabel('Name', { exact: true }).fill(name);
  if (handle !== undefined) await page.getByLabel('Handle').fill(handle);
  if (typeof resume === 'string') await page.getByLabel('Resume').setInputFiles(resume);
  if (typeof resume === 'object') {
    const buffer = Buffer.from(JSON.stringify(resume));
    await page.getByLabel('Resume').setInputFiles({ name: 'resume.json', mimeType: 'application/json', buffer });
  }
  await page.getByRole('button', { name: 'Create profile' }).click();
}

test('a stranger signs up with a resume, follows the first tip, and is on the partner page', async ({ page }) => {
  const begun = Date.now();
  await page.goto(`${hub.addresses.app}/`);
  await page.getByRole('link', { name: 'Create your profile' }).click();
  await signUp(page, { name: 'Zoë Ferreira', handle: 'zoe', resume: RESUME });
  await expect(page).toHaveURL(`${hub.addresses.app}/me`);
  await expect(page.getByText('Your resume is in.')).toBeVisible();

  // The first tip leads to the field that it is about, and gives the points that it names.
  const strength = page.locator('gigsy-profile-strength');
  const meter = strength.getByRole('meter');
  const first = strength.locator('ol.actions > li').first();
  const tip = first.getByRole('link', { name: 'Write at least 400 letters about yourself.' });
  const before = Number(await meter.getAttribute('aria-valuenow'));
  const gain = Number(await first.locator('.gain').textContent());
  expect(gain).toBeGreaterThan(0);
  await tip.click();
  const field = page.locator('gigsy-profile-editor textarea:focus');
  await expect(field).toHaveValue(/./);
  const about = 'Moved in today. Looks after pumps, pipes and the water in them, and writes down how. ';
  await field.fill(about.repeat(6));
  await expect(meter).toHaveAttribute('aria-valuenow', String(before + gain));
  await expect(tip).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Headline' }).fill('Moved in today');
  await expect(page.locator('gigsy-profile-card')).toContainText('Moved in today');

  await page.getByRole('link', { name: "See it on a partner's page" }).click();
  await expect(page).toHaveURL(/\/\?student=zoe/);
  const card = page.locator('gigsy-profile-card[handle=zoe]');
  await expect(card).toContainText('Zoë Ferreira');
  await expect(card).toContainText('Moved in today');
  // Signing up, the resume, the tip and the way to the card, at a program's speed.
  console.log(`the stranger's path: ${((Date.now() - begun) / 1000).toFixed(1)} s, strength ${before} + ${gain}`);
  await card.getByRole('link', { name: 'Zoë Ferreira' }).click();
  await expect(page).toHaveURL(`${hub.addresses.app}/people/zoe`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Zoë Ferreira/);
  // The command knows her too.
  expect(await gigsy(['show', 'zoe', '--data', folder])).toMatchObject({ code: 0 });
});

test('every fault is told at once, and the fields keep their content', async ({ page }) => {
  await page.goto(`${hub.addresses.app}/sign-up`);
  await page.getByRole('radio', { name: 'Mentor' }).check();
  await signUp(page, { handle: 'Not A Handle', resume: { work: 'no list' } });
  const summary = page.getByRole('alert');
  await expect(summary).toContainText('Enter your name.');
  await expect(summary).toContainText('Use 2 to 40 characters');
  await expect(summary).toContainText('work');
  await expect(summary).toBeFocused();
  await expect(page.getByLabel('Handle')).toHaveValue('Not A Handle');
  await expect(page.getByRole('radio', { name: 'Mentor' })).toBeChecked();
  await summary.getByRole('link', { name: 'Enter your name.' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Name', { exact: true })).toHaveAttribute('aria-invalid', 'true');
});

test('a handle that is taken, reserved or hidden is refused with the same words', async ({ page }) => {
  for (const handle of ['ada', 'tomas', 'admin']) {
    await page.goto(`${hub.addresses.app}/sign-up`);
    await signUp(page, { name: 'Somebody', handle });
    await expect(page.getByRole('alert')).toContainText('This handle is not available.');
    await page.goto(`${hub.addresses.app}/me`);
    await expect(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible();
  }
});

test('a name of any script and kind of character stays as it is', async ({ page }) => {
  const name = `"><script>alert(1)</script> ليلى 👩‍💻`;
  await page.goto(`${hub.addresses.app}/sign-up`);
  await signUp(page, { name, handle: 'odd-name' });
  await expect(page).toHaveURL(`${hub.addresses.app}/me`);
  await page.goto(`${hub.addresses.app}/people/odd-name`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  await expect(page).toHaveTitle(`${name} · Gigsy`);
  // They find themselves in the list after signing out.
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name }).click();
  await expect(page).toHaveURL(`${hub.addresses.app}/me`);
});

test('signing up works without script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${hub.addresses.app}/sign-up`);
  await signUp(page, { name: 'Plain Person', handle: 'plain' });
  await expect(page.getByRole('heading', { name: 'Welcome to Gigsy' })).toBeVisible();
  await expect(page.locator('noscript p')).toBeVisible();
  await expect(page.getByText('is loading').filter({ visible: true })).toHaveCount(0);
  await page.getByRole('link', { name: 'Open my page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Plain Person');
  await context.close();
});
