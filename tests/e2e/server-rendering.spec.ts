/** Elements that a partner's server rendered: read without script, and taken over by their code without a flash or a shift. */
import { type Page, expect, test } from '@playwright/test';
import { type ProfileTag, type ProfileView, renderElement, renderShadow, styleHashes } from '@gigsy/elements/server';
import { publicReader } from '@gigsy/sdk/reader';
import { type RunningHub, startHub, temporaryFolder } from '../cli/running-hub.ts';
import { hostile } from '../server/people.ts';
import { type PartnerServer, holdProfiles, layoutShift, partnerServer, places, tookOver } from './served-page.ts';

const tags = Object.keys(styleHashes) as ProfileTag[];
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

/** Notes what the page throws or its policy refuses. */
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
  for (const words of ['Ada Okafor', ada.identity!.headline!, ada.skills![0]!.name]) await expect(card.getByText(words).first()).toBeVisible();
  await expect(card.locator('[part=about]')).toBeVisible();
  await expect(card.locator('img')).toHaveCSS('opacity', '1');
  await expect(page.locator('gigsy-skill-matrix').getByText(ada.skills!.at(-1)!.name).first()).toBeVisible();
  // Controls that would do nothing are not offered.
  await expect(page.locator('gigsy-skill-matrix').getByRole('searchbox')).toBeHidden();
  await context.close();
});

for (const lang of ['en', 'ar', 'de']) {
  for (const [tag, width] of [...tags.map((tag) => [tag, 960] as const), ['gigsy-profile-card', 480] as const, ['gigsy-profile-card', 280] as const]) {
    test(`${tag} in ${lang}, ${width} px wide, takes over without moving or repainting anything`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const complaints = complaintsOf(page);
      const letGo = await holdProfiles(page);
      await page.goto(partner.page(await renderElement(tag, { profile: ada, lang }), { lang }));
      await page.waitForFunction((name) => customElements.get(name), tag);
      await expect.poll(() => page.evaluate(() => [...document.images, ...document.querySelector('[handle]')!.shadowRoot!.querySelectorAll('img')].every((image) => image.complete))).toBe(true);
      expect(await tookOver(page, tag)).toBe(false);
      const [before, words] = [await places(page, tag), await page.locator(tag).innerText()];
      const frames = await screencast(page);
      letGo();
      await expect.poll(() => tookOver(page, tag)).toBe(true);
      await expect(page.locator(tag)).toHaveAttribute('state', 'ready');
      expect(await places(page, tag)).toEqual(before);
      if (tag !== 'gigsy-skill-matrix') {
        // The matrix's controls appear; of all others no pixel changes in any frame.
        expect(await page.locator(tag).innerText()).toBe(words);
        expect((await frames()).size).toBe(1);
      }
      expect(await layoutShift(page)).toBe(0);
      expect(complaints).toEqual([]);
    });
  }
}

/** Records what is painted; the returned function ends that and gives the different pictures. */
async function screencast(page: Page): Promise<() => Promise<Set<string>>> {
  const session = await page.context().newCDPSession(page);
  const pictures = new Set<string>();
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    pictures.add(data);
    void session.send('Page.screencastFrameAck', { sessionId });
  });
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  await expect.poll(() => pictures.size).toBeGreaterThan(0);
  return async () => {
    // Something must be painted for the last frame to be sent.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await session.send('Page.stopScreencast');
    return pictures;
  };
}
