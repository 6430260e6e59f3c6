/** A page that makes and removes elements for as long as it is open: no trace of them stays. */
import type { Page } from '@playwright/test';
import { TAGS, leakOf } from '../browser/leaks.ts';
import { embedTag, expect, test } from './hosts/fixture.ts';

/** Elements that gigsy.js has not come from the package: pages of the hub have them. */
const PAGES: Record<string, [person: string, path: string]> = {
  'gigsy-case-view': ['demo_noor', '/moderation'],
  'gigsy-contacts': ['demo_ada', '/me/contacts'],
  'gigsy-imports': ['demo_ada', '/me/imports'],
  'gigsy-partner-consent': ['demo_ada', '/consent'],
  'gigsy-portfolio-editor': ['demo_ada', '/me/portfolio'],
  'gigsy-profile-editor': ['demo_ada', '/me'],
  'gigsy-profile-strength': ['demo_ada', '/me'],
  'gigsy-profile-baselines': ['demo_noor', '/operations/baselines'],
  'gigsy-delivery-monitor': ['demo_noor', '/operations/events'],
  'gigsy-cutover-status': ['demo_noor', '/operations/cutover'],
  'gigsy-privacy-settings': ['demo_ada', '/me/privacy'],
  'gigsy-view-as': ['demo_ada', '/me/privacy'],
  'gigsy-privacy-matrix': ['demo_ada', '/privacy'],
  'gigsy-access-log': ['demo_ada', '/me/data'],
  'gigsy-access-request': ['demo_ada', '/people/grace'],
  'gigsy-data-requests': ['demo_ada', '/me/data'],
  'gigsy-endorse-dialog': ['demo_ada', '/people/grace'],
  'gigsy-endorsements': ['demo_ada', '/people/grace'],
  'gigsy-endorsements-panel': ['demo_ada', '/me/endorsements'],
  'gigsy-moderation-notices': ['demo_ada', '/me/decisions'],
  'gigsy-moderation-queue': ['demo_noor', '/moderation'],
  'gigsy-report-dialog': ['demo_ada', '/people/grace'],
  'gigsy-reputation': ['demo_ada', '/people/grace'],
  'gigsy-reputation-panel': ['demo_ada', '/me/reputation'],
  'gigsy-review-panel': ['demo_ada', '/me/reviews'],
  'gigsy-reviews': ['demo_ada', '/people/grace'],
  'gigsy-verification-panel': ['demo_ada', '/me/verifications'],
};

async function openApp(page: Page, app: string, [person, path]: [string, string]): Promise<void> {
  await page.goto(`${app}/`);
  await page.locator(`button[name=person][value="${person}"]`).click();
  await page.goto(app + path, { waitUntil: 'networkidle' });
}

/** Removes the elements of the page, which would be counted as they arrive. */
function emptied(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const element of document.querySelectorAll('*')) if (element.localName.startsWith('gigsy-')) element.remove();
  });
}

for (const tag of TAGS) {
  test(`a thousand <${tag}> are removed and leave no node, no listener and no element`, async ({
    page,
    hub,
    hosts,
  }) => {
    const own = () => hosts.add({ body: `${embedTag(hub)}<${tag}></${tag}>` });
    const at = PAGES[tag];
    if (at) await openApp(page, hub.addresses.app, at);
    else await page.goto(tag.endsWith('-form') ? hub.addresses.partner : own(), { waitUntil: 'networkidle' });
    // Some pages hold an element only where it has something to show; its code is there all the same.
    if (at && (await page.locator(tag).count()) > 0)
      await expect(page.locator(tag)).not.toHaveJSProperty('state', 'loading');
    await page.evaluate((name) => customElements.whenDefined(name).then(() => {}), tag);
    await emptied(page);
    expect(await leakOf(page, tag, 1000)).toEqual({ nodes: 0, listeners: 0, elements: 0 });
  });
}
