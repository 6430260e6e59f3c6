/** Sites that allow no script: the iframe of oEmbed, on a host whose policy runs no script. */
import { type FrameLocator, type Page, expect, test } from '@playwright/test';
import { type RunningHub, gigsy, startHub, temporaryFolder } from '../cli/running-hub.ts';
import { type Host, complaintsOf, sendPage, startHost } from './host-page.ts';

const { folder, remove } = temporaryFolder();
let hub: RunningHub;
let host: Host;

/** `/?html=` frames the HTML of oEmbed, on a page without script; the frame has no right except script. */
test.beforeAll(async () => {
  hub = await startHub(folder, { through: 'npm', env: { GIGSY_PROFILE_URL: 'https://people.example/{handle}' } });
  host = await startHost((request, response) => {
    sendPage(
      response,
      `<p>No script here.</p>${new URL(request.url ?? '/', 'http://host').searchParams.get('html') ?? ''}`,
      {
        'content-security-policy': `default-src 'none'; frame-src ${hub.addresses.site}`,
      },
    );
  });
});
test.afterAll(async () => {
  host?.close();
  await hub?.end('SIGTERM');
  remove();
});

interface OEmbed {
  html: string;
  width: number;
  height: number;
}

async function oembed(handle: string, more = ''): Promise<OEmbed> {
  const response = await fetch(
    `${hub.addresses.site}/v1/oembed?url=${encodeURIComponent(`${hub.addresses.site}/v1/embed/${handle}`)}${more}`,
  );
  expect(response.status).toBe(200);
  return response.json() as Promise<OEmbed>;
}

async function frameIn(page: Page, html: string): Promise<FrameLocator> {
  await page.goto(`${host.url}/?html=${encodeURIComponent(html)}`);
  return page.frameLocator('iframe');
}

test('the framed card shows the profile and follows it, from an opaque origin', async ({ page }) => {
  const complaints = complaintsOf(page);
  const { html } = await oembed('ada');
  const frame = await frameIn(page, html);
  const card = frame.locator('gigsy-profile-card');
  await expect(card).toHaveAttribute('state', 'ready');
  await expect(card).toContainText('Ada Okafor');
  expect(await card.evaluate(() => globalThis.origin)).toBe('null');
  await expect
    .poll(() => card.evaluate((element) => element.shadowRoot?.querySelector('img')?.naturalWidth ?? 0))
    .toBeGreaterThan(0);
  await expect(card.getByRole('link', { name: 'Ada Okafor' })).toHaveAttribute('href', 'https://people.example/ada');
  for (const headline of ['First change', 'Second change']) {
    expect(await gigsy(['set', 'ada', 'headline', headline, '--data', folder])).toMatchObject({ code: 0 });
    await expect(card).toContainText(headline);
  }
  expect(complaints).toEqual([]);
});

test('a frame with no right except script works too', async ({ page }) => {
  const frame = await frameIn(
    page,
    `<iframe title="x" sandbox="allow-scripts" src="${hub.addresses.site}/v1/embed/haruka?lang=es&theme=dark"></iframe>`,
  );
  const card = frame.locator('gigsy-profile-card');
  await expect(card).toHaveAttribute('state', 'ready');
  await expect
    .poll(() => card.evaluate((element) => element.shadowRoot?.querySelector('[lang]')?.getAttribute('lang')))
    .toBe('es');
});

test('a private and an unknown person look the same in their frames', async ({ page }) => {
  const looks: string[] = [];
  for (const handle of ['tomas', 'nobody']) {
    const frame = await frameIn(
      page,
      `<iframe title="x" sandbox="allow-scripts" src="${hub.addresses.site}/v1/embed/${handle}"></iframe>`,
    );
    const card = frame.locator('gigsy-profile-card');
    await expect(card).toHaveAttribute('state', 'unavailable');
    looks.push(
      (await card.evaluate((element) => element.outerHTML + element.shadowRoot!.innerHTML))
        .replaceAll(handle, '{handle}')
        .replace(/\?lit\$\d+\$/g, ''),
    );
  }
  expect(looks[1]).toBe(looks[0]);
});

test('a frame whose script may not run shows a link to the person', async ({ page }) => {
  const frame = await frameIn(page, `<iframe title="x" sandbox src="${hub.addresses.site}/v1/embed/ada"></iframe>`);
  await expect(frame.getByRole('link', { name: '@ada' })).toBeVisible();
});

for (const width of [480, 440, 368, 352, 320, 319, 288, 240]) {
  test(`the longest card fits the height of oEmbed at ${width} pixels without scrolling`, async ({ page }) => {
    for (const handle of ['maximiliana', 'ada', 'layla', 'haruka']) {
      const described = await oembed(handle, `&maxwidth=${width}`);
      expect(described.width).toBe(width);
      const frame = await frameIn(page, described.html);
      await expect(frame.locator('gigsy-profile-card')).toHaveAttribute('state', 'ready');
      const sizes = await frame.locator('html').evaluate(async (root) => {
        const card = root.querySelector('gigsy-profile-card')!;
        const measured = () => ({ needs: card.getBoundingClientRect().height, wide: root.scrollWidth - innerWidth });
        const online = measured();
        // Without a connection a sentence is added. Measured at once, since live news would remove it.
        card.state = 'offline';
        await card.updateComplete;
        return {
          has: innerHeight,
          typeface: getComputedStyle(card.shadowRoot!.querySelector('[part=name]')!).fontFamily,
          said: card.shadowRoot!.querySelector('[part=message]')!.textContent,
          online,
          offline: measured(),
        };
      });
      expect(sizes.said).not.toBe('');
      expect(sizes.typeface).toContain('system-ui');
      for (const { needs, wide } of [sizes.online, sizes.offline])
        expect({ handle, needs, wide }).toEqual({ handle, needs: sizes.has, wide: 0 });
    }
  });
}

test('the page links to its oEmbed', async ({ page }) => {
  await page.goto(`${hub.addresses.site}/v1/embed/ada?theme=dark`);
  const href = await page.locator('link[type="application/json+oembed"]').getAttribute('href');
  const { html } = (await (await fetch(href!)).json()) as OEmbed;
  expect(html).toContain('/v1/embed/ada?theme=dark');
});
