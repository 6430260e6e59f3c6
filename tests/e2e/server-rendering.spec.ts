/**
 * Elements that a partner's server rendered: readable without script, and taken over by their code without a flash or a
 * shift.
 */
import { type Page, expect, test } from '@playwright/test';
import { type ProfileTag, type ProfileView, renderElement, renderShadow, styleHashes } from '@gigsy/elements/server';
import { publicReader } from '@gigsy/sdk/reader';
import { type RunningHub, startHub, temporaryFolder } from '../cli/running-hub.ts';
import { hostile } from '../server/people.ts';
import {
  PROFILES,
  type PartnerServer,
  holdProfiles,
  layoutShift,
  partnerServer,
  places,
  tookOver,
} from './served-page.ts';
import { classes } from '../../packages/elements/src/server/classes.generated.ts';

const tags = Object.keys(classes) as ProfileTag[];
const { folder, remove } = temporaryFolder();
let hub: RunningHub;
let partner: PartnerServer;
let ada: ProfileView;

test.beforeAll(async () => {
  hub = await startHub(folder, { through: 'npm' });
  partner = await partnerServer(hub.addresses);
  ada = (await publicReader({ api: hub.addresses.site }).get('ada'))!;
});
test.afterAll(async () => {
  partner?.end();
  await hub?.end('SIGTERM');
  remove();
});

/** Records errors of the page and violations of its policy. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 404|net::ERR/.test(message.text())) complaints.push(message.text());
  });
  return complaints;
}

test('without script every element reads whole', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1024, height: 2400 } });
  const page = await context.newPage();
  const rendered = await Promise.all(tags.map((tag) => renderElement(tag, { profile: ada })));
  await page.goto(partner.page(rendered.join('<hr>')));
  await page.screenshot({ path: test.info().outputPath('without-script.png'), fullPage: true });
  const card = page.locator('gigsy-profile-card');
  for (const words of ['Ada Okafor', ada.identity!.headline!, ada.skills![0]!.name!])
    await expect(card.getByText(words).filter({ visible: true }).first()).toBeVisible();
  await expect(card.locator('[part=about]')).toBeVisible();
  await expect(card.locator('img')).toHaveCSS('opacity', '1');
  await expect(page.locator('gigsy-skill-matrix').getByText(ada.skills!.at(-1)!.name!).first()).toBeVisible();
  // Controls without effect are not shown.
  await expect(page.locator('gigsy-skill-matrix').getByRole('searchbox')).toBeHidden();
  await context.close();
});

/** Every element, the card in its three widths, and languages that load words or read from the right. */
const takeovers: [tag: ProfileTag, lang: string, width: number][] = [
  ...tags.map((tag) => [tag, 'en', 960] as [ProfileTag, string, number]),
  ['gigsy-profile-card', 'de', 480],
  ['gigsy-profile-card', 'ar', 280],
  ['gigsy-profile-card', 'ar', 960],
  ['gigsy-skill-matrix', 'de', 280],
  ['gigsy-experience-list', 'ar', 480],
];

for (const [tag, lang, width] of takeovers) {
  test(`${tag} in ${lang}, ${width} px wide, takes over without moving or repainting anything`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const complaints = complaintsOf(page);
    const letGo = await holdProfiles(page);
    await page.goto(partner.page(await renderElement(tag, { profile: ada, lang }), { lang }));
    await page.waitForFunction((name) => customElements.get(name), tag);
    await seen(page, tag);
    expect(await tookOver(page, tag)).toBe(false);
    const [before, words] = [await places(page, tag), await page.locator(tag).innerText()];
    // The matrix's controls appear; no other element changes in any frame.
    const repaints = tag !== 'gigsy-skill-matrix' && (await screencast(page));
    letGo();
    await expect.poll(() => tookOver(page, tag)).toBe(true);
    await expect(page.locator(tag)).toHaveAttribute('state', 'ready');
    expect(await places(page, tag)).toEqual(before);
    if (repaints) {
      expect(await page.locator(tag).innerText()).toBe(words);
      // The rim of a round picture may be blended again, invisibly.
      expect(await repaints()).toBeLessThan(16);
    }
    expect(await layoutShift(page)).toBe(0);
    expect(complaints).toEqual([]);
  });
}

/** The element's picture, if it has one, has arrived. */
async function seen(page: Page, tag: string): Promise<void> {
  await expect
    .poll(() =>
      page
        .locator(tag)
        .evaluate((element) =>
          [...element.shadowRoot!.querySelectorAll('img')].every(({ naturalWidth }) => naturalWidth),
        ),
    )
    .toBe(true);
}

/**
 * Records frames. The returned function ends the recording and gives the largest change of any pixel's colour, 0 to
 * 255.
 */
async function screencast(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  const pictures: string[] = [];
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    pictures.push(data);
    // A frame may come while the page closes.
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
  });
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  await expect.poll(() => pictures.length).toBeGreaterThan(0);
  return async () => {
    // Two frames later the last picture has been sent, and pictures arrive in order.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await session.send('Page.stopScreencast');
    return page.evaluate(largestChange, [...new Set(pictures)]);
  };
}

/** Runs in the page. */
async function largestChange(pictures: string[]): Promise<number> {
  const [first, ...others] = await Promise.all(
    pictures.map(async (picture) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height).data;
    }),
  );
  return others.reduce(
    (largest, colours) =>
      colours.reduce((most, colour, index) => Math.max(most, Math.abs(colour - first![index]!)), largest),
    0,
  );
}

/** A page whose card waits for its answer, with Ada's card from the server on it. */
async function waitingCard(page: Page, card: string, options: Parameters<PartnerServer['page']>[1] = {}) {
  const letGo = await holdProfiles(page);
  await page.goto(partner.page(card, options));
  await page.waitForFunction(() => customElements.get('gigsy-profile-card'));
  // The element has asked, so it has rendered once; any change would show by now.
  await page.evaluate(
    () =>
      document.querySelector<HTMLElement & { updateComplete?: Promise<unknown> }>('gigsy-profile-card')!.updateComplete,
  );
  return { letGo, card: page.locator('gigsy-profile-card') };
}

const TAG = 'gigsy-profile-card';

test('under a policy with the published hash and trusted types the markup is styled, and taken over, without a violation', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  const { cdn, site } = hub.addresses;
  const policy = `default-src 'none'; script-src ${cdn}; connect-src ${site}; img-src ${site}; style-src ${styleHashes[TAG]}; require-trusted-types-for 'script'`;
  const { letGo, card } = await waitingCard(page, await renderElement(TAG, { profile: ada }), { policy });
  expect(
    await card.evaluate((element) => element.shadowRoot!.querySelector('style')!.sheet!.cssRules.length),
  ).toBeGreaterThan(20);
  letGo();
  await expect.poll(() => tookOver(page, TAG)).toBe(true);
  await expect(card.locator('[part=card]')).toHaveCSS('border-top-width', '1px');
  expect(complaints).toEqual([]);
});

test('the focus stays on the link of the same address', async ({ page }) => {
  const { letGo, card } = await waitingCard(
    page,
    await renderElement(TAG, { profile: ada, attributes: { 'href-template': '/people/{handle}' } }),
  );
  await page.keyboard.press('Tab');
  await expect(card.locator('[part=link]')).toBeFocused();
  letGo();
  await expect.poll(() => tookOver(page, TAG)).toBe(true);
  await expect(card.locator('[part=link]')).toBeFocused();
  expect(
    await card
      .locator('[part=link]')
      .evaluate((link: HTMLAnchorElement) => [link.matches(':focus-visible'), new URL(link.href).pathname]),
  ).toEqual([true, '/people/ada']);
});

test("markup in another language stands until the page's own language has arrived", async ({ page }) => {
  const { letGo, card } = await waitingCard(
    page,
    `<${TAG} handle="ada">${await renderShadow(TAG, { profile: ada, lang: 'de' })}</${TAG}>`,
    { lang: 'ar' },
  );
  await expect(card).toContainText('Verfügbar');
  await expect(card).toHaveAttribute('state', 'loading');
  letGo();
  await expect.poll(() => tookOver(page, TAG)).toBe(true);
  expect(await card.evaluate((element) => element.shadowRoot!.querySelector('.frame')!.getAttribute('lang'))).toBe(
    'ar',
  );
  await expect(card).not.toContainText('Verfügbar');
});

test('markup of another version stays until it is replaced as a whole', async ({ page }) => {
  const complaints = complaintsOf(page);
  const old =
    '<style>h2 { color: red } article { display: none !important }</style><section><h2 part="title">Ada, as of old</h2></section>text<slot></slot>';
  const { letGo, card } = await waitingCard(
    page,
    `<${TAG} handle="ada"><template shadowrootmode="open">${old}</template></${TAG}>`,
  );
  await expect(card.getByText('Ada, as of old')).toBeVisible();
  letGo();
  await expect.poll(() => tookOver(page, TAG)).toBe(true);
  expect(await card.evaluate((element) => element.shadowRoot!.textContent)).not.toContain('text');
  await expect(card.getByText('Ada Okafor')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a profile hidden since the rendering becomes unavailable, and one shown again becomes available', async ({
  page,
}) => {
  const { letGo, card } = await waitingCard(page, await renderElement(TAG, { profile: { ...ada, handle: 'tomas' } }));
  await expect(card).toContainText('Ada Okafor');
  letGo();
  await expect(card).toHaveAttribute('state', 'unavailable');
  await expect(card).toContainText('This profile is not available.');
  expect(await page.content().then(() => card.evaluate((element) => element.shadowRoot!.textContent))).not.toContain(
    'Ada',
  );

  await page.unrouteAll();
  await page.goto(partner.page(await renderElement(TAG, { profile: null, attributes: { handle: 'ada' } })));
  await expect(card).toContainText('Ada Okafor');
  await expect(card).toHaveAttribute('state', 'ready');
});

test('without connection the content stays with a note, and is renewed when it is back', async ({ page }) => {
  await page.route(PROFILES, (route) => route.abort('internetdisconnected'));
  await page.goto(
    partner.page(
      await renderElement(TAG, { profile: { ...ada, identity: { ...ada.identity!, headline: 'As of last week' } } }),
    ),
  );
  const card = page.locator(TAG);
  await expect(card).toHaveAttribute('state', 'offline');
  await expect(card.getByText('No connection at the moment.')).toBeVisible();
  await expect(card).toContainText('As of last week');
  await page.unrouteAll();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(card).toHaveAttribute('state', 'ready');
  await expect(card).not.toContainText('As of last week');
  await expect(card.getByText('No connection at the moment.')).toHaveCount(0);
});

test('an unreadable answer removes no content', async ({ page }) => {
  await page.route(PROFILES, (route) => route.fulfill({ status: 500, body: 'garbage' }));
  await page.goto(partner.page(await renderElement(TAG, { profile: ada })));
  const card = page.locator(TAG);
  await expect(card).toHaveAttribute('state', 'error');
  await expect(card).toContainText('Ada Okafor');
  await expect(card.getByText('This profile could not be loaded.')).toBeVisible();
});

test("another person's handle takes the content away at once", async ({ page }) => {
  const { card } = await waitingCard(page, await renderElement(TAG, { profile: ada }));
  await expect(card).toContainText('Ada Okafor');
  await card.evaluate((element) => element.setAttribute('handle', 'priya'));
  await expect.poll(() => tookOver(page, TAG)).toBe(true);
  await expect(card).not.toContainText('Ada Okafor');
  await expect(card).toHaveAttribute('state', 'loading');
});

test('content stays if the code that replaces it does not arrive', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.route('**/served-*.js', (route) => route.abort());
  await page.goto(partner.page(await renderElement(TAG, { profile: ada })));
  await page.waitForFunction(() => customElements.get('gigsy-profile-card'));
  await page.waitForLoadState('networkidle');
  await expect(page.locator(TAG).getByText('Ada Okafor')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('hostile content of a profile runs no script in a browser', async ({ page }) => {
  const complaints = complaintsOf(page);
  const ran: string[] = [];
  page.on('dialog', (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });
  const rendered = await Promise.all(
    tags.map((tag) =>
      renderElement(tag, { profile: hostile, attributes: { handle: 'ada', 'data-x': '"><script>alert(4)</script>' } }),
    ),
  );
  await page.goto(partner.page(rendered.join(''), { script: false }));
  expect(
    await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
          shadowRoot ? [...shadowRoot.querySelectorAll('script, [onerror], a[href^="javascript"]')] : [],
        ).length + document.scripts.length,
    ),
  ).toBe(0);
  expect(await page.locator('#after').evaluate((after) => after.parentElement === document.body)).toBe(true);
  expect([ran, complaints]).toEqual([[], []]);
});
