/**
 * Pages with greedy styles: none of their rules changes the inside of a card, except for text that inherits by design.
 */
import type { Page } from '@playwright/test';
import type { RunningHub } from '../../cli/running-hub.ts';
import type { HostPages } from './host-pages.ts';
import { cardOf, embedTag, expect, expectAda, tag, test } from './fixture.ts';

/** The same page without a reset, except for the margin that every reset removes. */
const PLAIN = 'body { margin: 0 }';

const RESETS = {
  unset: '* { all: unset }',
  'unset with !important': '*, *::before, *::after { all: unset !important }',
  'a border-box reset with tables, lists, images and buttons': `
    *, *::before, *::after { box-sizing: content-box !important; margin: 0 !important; padding: 0 !important; border: 3px solid red !important; float: left !important }
    html, body, gigsy-profile-card { border: 0 !important; float: none !important }
    ul { list-style: square inside !important } img, svg { max-width: 8px !important; display: block !important } button { all: revert !important }`,
};

/**
 * Every computed property of every node and pseudo-element in the card's shadow root, without those that the host's own
 * box decides.
 */
async function styles(page: Page): Promise<Record<string, string>> {
  return cardOf(page, 'ada').evaluate((card) =>
    Object.fromEntries(
      [...card.shadowRoot!.querySelectorAll('*')].flatMap((element, index) =>
        [null, '::before', '::after'].flatMap((pseudo) =>
          [...getComputedStyle(element, pseudo)].map((property) => [
            `${index} ${element.localName}.${element.getAttribute('class')}${pseudo ?? ''} ${property}`,
            getComputedStyle(element, pseudo).getPropertyValue(property),
          ]),
        ),
      ),
    ),
  );
}

async function open(page: Page, hub: RunningHub, hosts: HostPages, css: string): Promise<Record<string, string>> {
  await page.goto(hosts.add({ head: `<style>${css}</style>`, body: embedTag(hub) + tag(hub, 'ada') }));
  await expectAda(cardOf(page, 'ada'));
  await expect(cardOf(page, 'ada').locator('img')).toHaveClass('seen');
  return styles(page);
}

for (const [name, css] of Object.entries(RESETS)) {
  test(`a card looks the same under a reset: ${name}`, async ({ page, hub, hosts, complaints }) => {
    await page.setViewportSize({ width: 480, height: 600 });
    const plain = await open(page, hub, hosts, PLAIN);
    const reset = await open(page, hub, hosts, css);
    const changed = Object.keys(plain)
      .filter((key) => plain[key] !== reset[key])
      .map((key) => `${key}: ${plain[key]} -> ${reset[key]}`);
    expect(Object.keys(plain).length).toBeGreaterThan(1000);
    expect(changed).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

test('text styles of the page that would break the layout do not reach the card', async ({ page, hub, hosts }) => {
  await page.setViewportSize({ width: 480, height: 600 });
  const plain = await open(page, hub, hosts, PLAIN);
  const hostile = await open(
    page,
    hub,
    hosts,
    `${PLAIN} * { line-height: 0 !important; text-indent: 9em !important; text-align: end !important; white-space: nowrap !important }`,
  );
  const broken = Object.keys(plain)
    .filter((key) => plain[key] !== hostile[key])
    .map((key) => `${key}: ${plain[key]} -> ${hostile[key]}`);
  expect(broken).toEqual([]);
});

test('hidden hides a card under any reset of display', async ({ page, hub, hosts }) => {
  await page.goto(
    hosts.add({
      head: '<style>* { all: unset }</style>',
      body: embedTag(hub) + tag(hub, 'ada', { attributes: 'hidden' }) + tag(hub, 'grace'),
    }),
  );
  await expect(cardOf(page, 'grace')).toHaveAttribute('state', 'ready');
  await expect(cardOf(page, 'ada')).toHaveAttribute('state', 'ready');
  await expect(cardOf(page, 'ada')).toBeHidden();
});
