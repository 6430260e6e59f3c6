/** Imports and the consent to a partner in the app, by keyboard: agree, look, pick, take over, withdraw. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Locator, type Page, expect, test } from '@playwright/test';
import { createGigsyServer } from '@gigsy/sdk/server';
import { strToU8, zipSync } from 'fflate';
import { type RunningHub, startHub, temporaryFolder } from '../../cli/running-hub.ts';
import { complaintsOn, signInAs } from './app-page.ts';
import { type GitHubStandIn, gitHubWith } from './git-hub.ts';

const { folder, remove } = temporaryFolder();
let hub: RunningHub;
let gitHub: GitHubStandIn;

test.beforeAll(async () => {
  gitHub = await gitHubWith('bridge-builder', { bio: 'Bridges', location: 'Lisbon' }, [
    {
      ...{ name: 'span-calculator', html_url: 'https://github.example/bridge-builder/span-calculator', fork: false },
      ...{ description: 'Computes spans', language: 'Julia', created_at: '2029-03-04T05:06:07Z' },
    },
  ]);
  const env = { GIGSY_GITHUB_URL: gitHub.url, GIGSY_CONTROLLER_NAME: 'Example University' };
  hub = await startHub(folder, { env });
});
test.afterAll(async () => {
  await hub?.end('SIGTERM');
  await gitHub?.close();
  remove();
});

/** Goes on by Tab until the control has the focus, as people do who use no pointer. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let step = 0; step < 200; step += 1) {
    if (await control.evaluate((element) => element.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('no way to the control by Tab');
}

async function press(page: Page, control: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press(key);
}

async function openImports(page: Page, person: string): Promise<Locator> {
  await signInAs(page, hub.addresses, person);
  await page.getByRole('link', { name: 'Imports' }).click();
  return page.locator('gigsy-imports');
}

const withdrawal = { name: /^Withdraw/ };

test('a person agrees, picks from GitHub, sees where it came from, and takes it all back, without a pointer', async ({
  page,
}) => {
  const complaints = await complaintsOn(page);
  const imports = await openImports(page, 'demo_priya');
  await press(page, imports.getByRole('button', { name: 'Agree to an import from GitHub' }));
  const login = imports.getByLabel('GitHub user name');
  await tabTo(page, login);
  await page.keyboard.type('no--body');
  await page.keyboard.press('Enter');
  await expect(imports.getByText('Give a GitHub user name')).toBeVisible();
  await expect(login).toBeFocused();
  await login.fill('somebody-else');
  await page.keyboard.press('Enter');
  await expect(imports.getByText('GitHub knows no account of this name.')).toBeVisible();
  await login.fill('bridge-builder');
  await page.keyboard.press('Enter');

  const project = imports.getByRole('checkbox', { name: /span-calculator/ });
  const link = imports.getByRole('checkbox', { name: /^GitHub/ });
  await expect(project).toBeChecked();
  await press(page, link, 'Space');
  await expect(link).not.toBeChecked();
  await press(page, imports.getByRole('button', { name: /^Take over/ }));
  await expect(imports.locator('[part=status]')).toContainText('in your profile now');
  expect(gitHub.asked.every(({ agent }) => agent === 'Gigsy-Imports/1')).toBe(true);

  await press(page, imports.getByText('Your consent'));
  await expect(imports.locator('[part=record]')).toContainText('Given to: Example University');
  await expect(imports.locator('[part=came]')).toContainText('span-calculator');
  await page.goto(`${hub.addresses.app}/people/priya`);
  await expect(page.locator('gigsy-project-list')).toContainText('span-calculator');

  await page.goto(`${hub.addresses.app}/me/imports`);
  await press(page, imports.getByText('Your consent'));
  await press(page, imports.getByRole('button', withdrawal));
  await expect(imports.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await press(page, imports.getByRole('button', withdrawal));
  await expect(imports.locator('[part=status]')).toContainText('Your consent is withdrawn');
  await expect(imports.locator('[part=status]')).toBeFocused();
  await page.goto(`${hub.addresses.app}/people/priya`);
  await expect(page.locator('gigsy-project-list')).not.toContainText('span-calculator');
  expect(complaints).toEqual([]);
});

test("LinkedIn's archive is opened in the browser, and nothing of other people leaves it", async ({ page }) => {
  const archive = zipSync({
    'Skills.csv': strToU8('Name\nGlass blowing\n'),
    'messages.csv': strToU8('FROM,CONTENT\nSomebody,A secret of others\n'),
  });
  const sent: string[] = [];
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))));
  page.on('request', (request) => sent.push(request.postData() ?? ''));
  const imports = await openImports(page, 'demo_grace');
  await imports.getByRole('button', { name: 'Agree to an import from LinkedIn' }).click();
  const field = imports.getByLabel('LinkedIn archive (zip)');
  await field.setInputFiles({ name: 'photo.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip at all') });
  await expect(imports.getByText('This is no zip file, or it is damaged.')).toBeVisible();
  await field.setInputFiles({ name: 'archive.zip', mimeType: 'application/zip', buffer: Buffer.from(archive) });
  await expect(imports.getByRole('checkbox', { name: /Glass blowing/ })).toBeChecked();
  await imports.getByRole('button', { name: /^Take over/ }).click();
  await expect(imports.locator('[part=status]')).toContainText('in your profile now');
  expect(sent.join()).toContain('Glass blowing');
  expect(sent.join()).not.toContain('A secret of others');
});

test('a person answers a partner who asks to know them, and ends it', async ({ page }) => {
  const { secretKey } = JSON.parse(readFileSync(path.join(folder, 'organisation.json'), 'utf8')) as {
    secretKey: string;
  };
  const server = createGigsyServer({ api: hub.addresses.site, secretKey });
  const { code } = await server.links.offer({ user: 'student-77' });
  await signInAs(page, hub.addresses, 'demo_priya');
  await page.goto(`${hub.addresses.app}/consent?code=${code}`);
  const consent = page.locator('gigsy-partner-consent');
  await expect(consent.getByText(/know who you are on Gigsy\?/)).toBeVisible();
  await press(page, consent.getByRole('button', { name: 'Allow' }));
  await expect(consent.locator('[part=status]')).toContainText('knows you now.');
  await expect(consent.locator('[part=status]')).toBeFocused();
  await expect(consent.locator('[part=link]')).toContainText('student-77');
  await page.reload();
  await expect(consent.getByText('This request is over, or was answered already.')).toBeVisible();
  await press(page, consent.getByRole('button', { name: /^End/ }));
  await expect(consent.getByText('You have allowed no partner.')).toBeVisible();
});
