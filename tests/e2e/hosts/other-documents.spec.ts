/** Cards that the page moves into a frame or a window, or makes for one, under a policy that allows almost nothing. */
import type { Page } from '@playwright/test';
import { embedTag, expect, expectAda, cardOf, tag, test } from './fixture.ts';
import type { HostPage } from './host-pages.ts';
import type { RunningHub } from '../../cli/running-hub.ts';

function strict(hub: RunningHub): HostPage {
  const { cdn, site } = hub.addresses;
  return {
    headers: {
      'content-security-policy': `default-src 'none'; script-src ${cdn}; connect-src ${site}; img-src ${site}; style-src 'none'; require-trusted-types-for 'script'`,
    },
    head: `<meta name="gigsy-api" content="${site}">`,
    body: `${embedTag(hub)}<div id="here">${tag(hub, 'ada')}${tag(hub, 'ada', { name: 'skill-matrix' })}</div><iframe width="480" height="600"></iframe>`,
  };
}

/** Border, portrait and height of each element in `place` (a frame, a window or the page), once all are ready. */
function looks(page: Page, place: 'frame' | 'window' | 'here', tags: string[]) {
  return page.evaluate(
    async ([where, names]) => {
      const documents = {
        frame: document.querySelector('iframe')!.contentDocument,
        window: (globalThis as { opened?: Window }).opened?.document,
        here: document,
      };
      const view = documents[where]!.defaultView!;
      const found = [];
      for (const name of names) {
        const element = [...documents[where]!.querySelectorAll<HTMLElement & { state: string }>(name)].at(-1)!;
        while (element.state !== 'ready')
          await new Promise((resolve) => {
            setTimeout(resolve, 20);
          });
        element.style.inlineSize = '460px';
        const article = element.shadowRoot!.querySelector('article')!;
        const inner = article.querySelector('.avatar, .section')!;
        found.push([
          view.getComputedStyle(article).borderTopWidth,
          view.getComputedStyle(inner).inlineSize,
          Math.round(element.getBoundingClientRect().height),
        ]);
      }
      return found;
    },
    [place, tags] as const,
  );
}

const TAGS = ['gigsy-profile-card', 'gigsy-skill-matrix'];

test('look the same before, there and back, and when they are made there', async ({ page, hub, hosts, complaints }) => {
  await page.goto(hosts.add(strict(hub)));
  await expectAda(cardOf(page, 'ada'));
  await expect(page.locator('gigsy-skill-matrix')).toHaveAttribute('state', 'ready');
  await page.evaluate(() => void Object.assign(globalThis, { opened: open('', '_blank', 'width=700,height=700') }));
  const before = await looks(page, 'here', TAGS);
  for (const place of ['frame', 'here', 'window', 'frame', 'here'] as const) {
    await page.evaluate((where) => {
      const { opened } = globalThis as unknown as { opened: Window };
      const to = {
        frame: document.querySelector('iframe')!.contentDocument!.body,
        window: opened.document.body,
        here: document.querySelector('#here')!,
      }[where];
      for (const from of [document, document.querySelector('iframe')!.contentDocument!, opened.document])
        to.append(...from.querySelectorAll('[handle]'));
    }, place);
    expect(await looks(page, place, TAGS), place).toEqual(before);
  }
  await page.evaluate(() => {
    const { opened } = globalThis as unknown as { opened: Window };
    for (const { body } of [document.querySelector('iframe')!.contentDocument!, opened.document]) {
      body.append(Object.assign(document.createElement('gigsy-profile-card'), { handle: 'grace' }));
    }
  });
  for (const place of ['frame', 'window'] as const)
    expect((await looks(page, place, ['gigsy-profile-card']))[0]!.slice(0, 2)).toEqual(before[0]!.slice(0, 2));
  expect(complaints).toEqual([]);
});
