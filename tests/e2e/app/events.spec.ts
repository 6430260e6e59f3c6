/** The page of events in the hub's app: what operators see of deliveries, and mend, by keyboard and by pointer. */
import { type Page, expect, test } from '@playwright/test';
import { Webhook } from 'standardwebhooks';
import { type RunningHub, gigsy, startHub, temporaryFolder } from '../../cli/running-hub.ts';
import { Receiver } from '../../local/webhooks/receiver.ts';
import { sentData } from '../../sent-events.ts';
import { complaintsOn, signInAs } from './app-page.ts';
import { addDeadLetter } from './dead-letter.ts';
import { tabTo } from './keys.ts';

const { folder, remove } = temporaryFolder();
let hub: RunningHub;

test.beforeAll(async () => {
  const before = await startHub(folder);
  await before.end('SIGTERM');
  await addDeadLetter(folder, 'profile.baselines');
  hub = await startHub(folder);
});
test.afterAll(async () => {
  await hub?.end('SIGTERM');
  remove();
});

async function openEvents(page: Page): Promise<void> {
  await signInAs(page, hub.addresses, 'demo_noor');
  await page.getByRole('link', { name: 'Events' }).click();
  await expect(page.getByRole('row', { name: /^profile\.baselines/ })).toBeVisible();
}

const outcome = (page: Page) => page.locator('gigsy-delivery-monitor').getByRole('status');

test('a dead letter is replayed by keyboard, under the strict policy', async ({ page }) => {
  const complaints = await complaintsOn(page);
  await openEvents(page);
  await tabTo(page, /^Replay: /);
  await page.keyboard.press('Enter');
  await expect(page.getByText('There are no dead letters.')).toBeVisible();
  await expect(outcome(page)).toHaveText('The event was handed over again. It leaves the list if it is taken.');
  expect(complaints).toEqual([]);
});

test('a receiver that fails is seen, and gets its delivery once it is mended', async ({ page }) => {
  const receiver = await Receiver.start((_, response) => void response.writeHead(410).end());
  try {
    await openEvents(page);
    await page.getByText('Add a webhook').click();
    await page.locator('[part=add-webhook]').getByLabel('Address').fill(receiver.url);
    await page.getByRole('button', { name: 'Add: Add a webhook' }).click();
    await expect(page.locator('[part=secret] code')).toHaveText(/^whsec_/);
    await page.getByRole('button', { name: 'I have stored it' }).click();
    await expect(page.locator('[part=secret]')).toHaveCount(0);

    const row = page.locator('[part=webhook]');
    await row.getByRole('button', { name: /^Verify/ }).click();
    await row.getByRole('button', { name: /^Send a test/ }).click();
    await expect(row).toContainText('Ended by the receiver');
    await expect(row).toContainText('Refused');
    await expect(row).toContainText('Dead deliveries');

    await row.getByRole('button', { name: /^Deliveries/ }).click();
    const delivery = page.locator('[part=delivery]');
    await expect(delivery).toContainText('410 · Refused');
    receiver.answer = (_, response) => void response.writeHead(204).end();
    await row.getByRole('button', { name: /^Verify/ }).click();
    await expect(row.getByRole('button', { name: /^Send a test/ })).toBeVisible();
    await delivery.getByRole('button', { name: /^Replay/ }).click();
    await expect(delivery).toContainText('Delivered');
    expect(receiver.types).toEqual(['webhook.test', 'webhook.test']);
  } finally {
    await receiver.stop();
  }
});

test('an event about nobody is in quarantine, and is replayed once the person is here', async ({ page, browser }) => {
  await openEvents(page);
  await page.getByText('Add a source').click();
  const form = page.locator('[part=add-source]');
  await form.getByLabel('Name').fill('Open Courses');
  await form.getByLabel('Address').fill('https://courses.example');
  await page.getByRole('button', { name: 'Add: Add a source' }).click();
  const secret = (await page.locator('[part=secret] code').textContent())!;
  const source = page.locator('[part=source]', { hasText: 'Open Courses' });
  const name = /src_[0-9a-f]{16}/.exec((await source.textContent())!)![0];
  await send(name, secret, 'handle:rosa');

  const row = page.locator('[part=quarantined]');
  await expect(row).toContainText('Nobody is known by this subject');
  const newcomer = await (await browser.newContext()).newPage();
  await newcomer.goto(`${hub.addresses.app}/sign-up`);
  await newcomer.getByLabel('Name', { exact: true }).fill('Rosa Lind');
  await newcomer.getByLabel('Handle').fill('rosa');
  await newcomer.getByRole('button', { name: 'Create profile' }).click();
  await expect(newcomer).toHaveURL(`${hub.addresses.app}/me`);

  await row.getByRole('button', { name: /^Replay/ }).click();
  await expect(outcome(page)).toHaveText('The event was accepted.');
  await expect(page.getByText('There are no events in quarantine.')).toBeVisible();
});

/** Signed and posted as another company's server does it. */
async function send(source: string, secret: string, subject: string): Promise<void> {
  const type = 'course.completed';
  const event = {
    specversion: '1.0',
    id: 'one',
    source: 'https://courses.example',
    type,
    subject,
    data: sentData[type],
  };
  const body = JSON.stringify(event);
  const at = new Date();
  const answer = await fetch(`${hub.addresses.site}/v1/events?source=${source}`, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': 'application/cloudevents+json',
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign('msg_1', at, body),
    },
  });
  expect(await answer.json()).toEqual({ outcomes: [{ id: 'one', outcome: 'accepted' }] });
}

test('a demo source sends events about the person, and the operator sees them come', async ({ page, browser }) => {
  await openEvents(page);
  const source = page.locator('[part=source]', { hasText: 'Demo sources' });
  await expect(source).toContainText('0 of 600');
  const person = await (await browser.newContext()).newPage();
  await signInAs(person, hub.addresses, 'demo_ada');
  await person.getByRole('link', { name: 'Demo sources' }).click();
  const course = person.getByRole('region', { name: 'Sensors for soil and water' });
  for (const [button, message] of [
    ['Complete the course', 'The inbox has accepted that you completed the course: Sensors for soil and water'],
    ['Correct it', 'The inbox has accepted the correction: Sensors for soil and water, with distinction'],
    ['Take it back', 'The inbox has accepted that this counts no longer: Sensors for soil and water'],
  ] as const) {
    await course.getByRole('button', { name: button }).click();
    await expect(person.getByRole('status')).toHaveText(message);
    await expect(source).not.toContainText('0 of 600');
  }
  await expect(page.getByText('There are no events in quarantine.')).toBeVisible();
});

test('the command tells the same', async () => {
  const status = async (...more: string[]) => (await gigsy(['events', 'status', '--data', folder, ...more])).stdout;
  const read =
    /^ {2}events\.webhooks: 0 behind$[^]*^ {2}src_\w{16} Demo sources: \d+ received, 0 waiting, 0 in quarantine/m;
  // Consumers and the inbox may be at work for a moment.
  await expect.poll(() => status()).toMatch(read);
  const json = await status('--json');
  expect(Object.keys(JSON.parse(json) as object)).toEqual(['ok', 'consumers', 'webhooks', 'sources', 'quarantine']);
  expect(json).not.toContain('whsec_');
});

test('nobody else finds the page', async ({ page }) => {
  const unknown = await page.request.get(`${hub.addresses.app}/operations/nothing`);
  await signInAs(page, hub.addresses, 'demo_morgan');
  await expect(page.getByRole('link', { name: 'Events' })).toHaveCount(0);
  expect((await page.goto(`${hub.addresses.app}/operations/events`))!.status()).toBe(unknown.status());
});
