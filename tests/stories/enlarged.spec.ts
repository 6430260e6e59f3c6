/**
 * An enlarged card keeps its content (WCAG 1.4.4, 1.4.10): by the browser's zoom, by text size only, in a sidebar. A
 * compact card in a sidebar has a button that shows the rest.
 */
import { type Catalogue, expect, test } from './catalogue.ts';
import { cutBoxes, losses } from './losses.ts';

/** The card's text about Ada: her facts, skills and links. */
const whole = [
  'Ada Lovelace',
  'Analyst of engines, translator, and first programmer',
  'London, United Kingdom',
  'Available',
  'Mathematics',
  'Website',
  'Notes',
];

/**
 * `percent`: size of the root's text. `viewport`, `box`: widths of the viewport and of the card's container in pixels.
 */
const enlarged = [
  { what: '1280 px at 400 %', viewport: 320, percent: 100, box: 320 },
  { what: '1280 px at 200 %', viewport: 640, percent: 100, box: 640 },
  { what: 'a sidebar at 400 %', viewport: 320, percent: 100, box: 280 },
  { what: 'text at 200 % in a column', viewport: 1280, percent: 200, box: 480 },
  { what: 'text at 200 % in a band', viewport: 1280, percent: 200, box: 900 },
  { what: 'text at 200 % in a sidebar', viewport: 1280, percent: 200, box: 280 },
  { what: 'text at 150 % in a column', viewport: 1280, percent: 150, box: 400 },
  { what: 'both', viewport: 640, percent: 200, box: 640 },
];

async function place(
  catalogue: Catalogue,
  { viewport, percent, box }: { viewport: number; percent: number; box: number },
): Promise<void> {
  const { page } = catalogue;
  await page.setViewportSize({ width: viewport, height: 900 });
  await catalogue.show('profile-profile-card--default', { width: String(box) });
  await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), `${percent}%`);
  await catalogue.settle();
}

test.afterEach(async ({ catalogue }) => {
  await catalogue.page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
});

for (const condition of enlarged) {
  test(`the card keeps what it holds: ${condition.what}`, async ({ catalogue }) => {
    await place(catalogue, condition);
    const card = catalogue.page.locator('gigsy-profile-card');
    for (const words of whole)
      await expect(card.getByText(words).filter({ visible: true }).first(), words).toBeVisible();
    const told = await catalogue.root.ariaSnapshot();
    for (const words of whole) expect(told).toContain(words);
    const cut = await card.evaluate((element) =>
      [...element.shadowRoot!.querySelectorAll('.title, .name, .headline, .meta, .chips, .chips li, .links, .links a')]
        .filter(
          (box) =>
            box.checkVisibility() &&
            box.scrollHeight > box.clientHeight + 1 &&
            getComputedStyle(box).overflow !== 'visible',
        )
        .map(({ className }) => className),
    );
    expect(cut).toEqual([]);
  });
}

/** Chromium's own zoom: fewer and larger CSS pixels. Media queries and rounding depend on both. */
test("the card keeps what it holds: 1280 px at the browser's 400 %", async ({ catalogue }) => {
  const { page } = catalogue;
  await place(catalogue, { viewport: 320, percent: 100, box: 320 });
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('Emulation.setDeviceMetricsOverride', {
      width: 320,
      height: 225,
      deviceScaleFactor: 4,
      mobile: false,
    });
    await catalogue.settle();
    expect(await page.evaluate(() => [innerWidth, devicePixelRatio])).toEqual([320, 4]);
    const card = page.locator('gigsy-profile-card');
    for (const words of whole)
      await expect(card.getByText(words).filter({ visible: true }).first(), words).toBeVisible();
    expect([...(await losses(catalogue)), ...(await cutBoxes(catalogue))]).toEqual([]);
  } finally {
    await session.send('Emulation.clearDeviceMetricsOverride');
    await session.detach();
  }
});

test('compact, a button leads to the rest by keyboard', async ({ catalogue }) => {
  await place(catalogue, { viewport: 1280, percent: 100, box: 280 });
  const card = catalogue.page.locator('gigsy-profile-card');
  await expect(card.getByText('London')).toBeHidden();
  await catalogue.page.keyboard.press('Tab');
  await expect(card.getByText('More', { exact: true })).toBeFocused();
  await catalogue.page.keyboard.press('Enter');
  for (const words of [...whole, 'I write programs'])
    await expect(card.getByText(words).filter({ visible: true }).first(), words).toBeVisible();
  await expect(card.getByText('More', { exact: true })).toBeFocused();
});

test('a host’s line height in pixels cuts no large text', async ({ catalogue }) => {
  const { page } = catalogue;
  await page.setViewportSize({ width: 640, height: 720 });
  for (const id of [
    'profile-profile-card--default',
    'profile-profile-header--default',
    'profile-skill-matrix--default',
  ]) {
    await catalogue.show(id);
    const style = await page.addStyleTag({ content: 'html { font-size: 200% } body * { line-height: 24px }' });
    expect([...(await cutBoxes(catalogue)), ...(await losses(catalogue))], id).toEqual([]);
    const heights = await page.evaluate(() =>
      [...document.querySelectorAll('#storybook-root *')]
        .flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('a, button, summary') ?? [])])
        .filter((control) => control.checkVisibility())
        .map((control) => control.getBoundingClientRect().height / parseFloat(getComputedStyle(control).fontSize)),
    );
    expect(Math.min(2, ...heights), id).toBeGreaterThanOrEqual(1.1);
    await style.evaluate((node) => (node as HTMLStyleElement).remove());
  }
});
