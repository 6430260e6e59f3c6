/** The page of a portfolio: a signed event of another system shows on it while somebody watches, and it reads without script. */
import { type Page, expect, test } from '@playwright/test';
import { CloudEvent, HTTP } from 'cloudevents';
import { Webhook } from 'standardwebhooks';
import { type RunningHub, startHub, temporaryFolder } from '../../cli/running-hub.ts';
import { sentData } from '../../sent-events.ts';
import { clientAs, complaintsOn, signInAs } from './app-page.ts';

const { folder, remove } = temporaryFolder();
let hub: RunningHub;
let sender: { source: string; secret: string };

const ADDRESS = 'https://courses.example';

test.beforeAll(async () => {
  hub = await startHub(folder);
  const { source, secret } = await clientAs(hub.addresses, 'demo_noor').events.sources.register({
    label: 'Open Courses',
    address: ADDRESS,
  });
  sender = { source: source.source, secret: secret! };
});
test.afterAll(async () => {
  await hub?.end('SIGTERM');
  remove();
});

/** Sends an event about a person as the system's server does. */
async function deliver(handle: string, type: keyof typeof sentData, data: object): Promise<void> {
  const id = `${handle} ${type} ${JSON.stringify(data).length}`;
  const event = new CloudEvent({ id, type, source: ADDRESS, subject: `handle:${handle}`, data });
  const body = HTTP.structured(event).body as string;
  const at = new Date();
  const answer = await fetch(`${hub.addresses.site}/v1/events?source=${sender.source}`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/cloudevents+json',
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(sender.secret).sign('msg_1', at, body),
    },
  });
  expect([answer.status, await answer.json()]).toMatchObject([202, { outcomes: [{ outcome: 'accepted' }] }]);
}

const shelf = (page: Page) => page.locator('gigsy-badge-shelf');
const portfolio = (page: Page) => page.locator('gigsy-portfolio');
const open = (page: Page, handle: string) => page.goto(`${hub.addresses.app}/people/${handle}/portfolio`);

test('a badge that another system awards shows on the page of a visitor who watches, and leads to its document', async ({
  page,
}) => {
  const complaints = await complaintsOn(page);
  await open(page, 'priya');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Priya Raman');
  await expect(portfolio(page)).toHaveAttribute('state', 'ready');
  await expect(shelf(page)).toBeHidden();
  await page.evaluate(() => document.body.setAttribute('data-first', ''));
  await deliver('priya', 'badge.awarded', sentData['badge.awarded']);
  await expect(shelf(page)).toContainText('First lamp');
  await expect(portfolio(page).getByRole('heading', { name: 'First lamp' })).toBeVisible();
  await expect(shelf(page).getByRole('status')).toHaveText('New badge: First lamp');
  const link = shelf(page).getByRole('link', { name: 'First lamp' });
  await expect(link).toHaveAttribute('href', new RegExp(`^${hub.addresses.site}/v1/badges/priya/`));
  expect(await page.locator('body[data-first]').count()).toBe(1);

  await portfolio(page).getByRole('button', { name: 'Details: First lamp' }).press('Enter');
  await expect(portfolio(page).getByRole('dialog', { name: 'First lamp' })).toContainText('courses.example/badges/1');
  await page.keyboard.press('Escape');
  await expect(portfolio(page).getByRole('button', { name: 'Details: First lamp' })).toBeFocused();
  await deliver('priya', 'badge.revoked', { record: 'award-1' });
  await expect(portfolio(page)).not.toContainText('First lamp');
  await expect(shelf(page)).toBeHidden();
  expect(complaints).toEqual([]);
});

test('the page reads whole without script, in the language of the visitor', async ({ browser }) => {
  await deliver('grace', 'course.completed', sentData['course.completed']);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await expect(async () => {
    await page.goto(`${hub.addresses.app}/people/grace/portfolio?lang=es`);
    await expect(portfolio(page)).toContainText('Glass blowing', { timeout: 1 });
  }).toPass();
  await expect(portfolio(page).getByRole('heading', { name: 'Certificados' })).toBeVisible();
  await portfolio(page).getByText('Detalles').click();
  await expect(portfolio(page).getByText('courses.example/results/1')).toBeVisible();
  await context.close();
});

test('a person who is hidden or unknown has no portfolio either, and one with a portfolio is led to it', async ({
  page,
}) => {
  await page.goto(`${hub.addresses.app}/people/priya`);
  await page.getByRole('link', { name: 'Portfolio' }).click();
  await expect(page).toHaveURL(`${hub.addresses.app}/people/priya/portfolio`);
  await page.getByRole('link', { name: 'Back to the profile' }).click();
  await expect(page).toHaveURL(`${hub.addresses.app}/people/priya`);
  for (const handle of ['tomas', 'nobody-at-all', 'NOT-A-HANDLE']) {
    const answer = await open(page, handle);
    expect(answer!.status(), handle).toBe(404);
  }
});

test('the owner sees a portfolio without entries, and no question for a purpose', async ({ page }) => {
  await signInAs(page, hub.addresses, 'demo_ada');
  await open(page, 'ada');
  await expect(portfolio(page)).toContainText('There is nothing to show here.');
  await expect(page.locator('gigsy-access-request')).toHaveCount(0);
});
