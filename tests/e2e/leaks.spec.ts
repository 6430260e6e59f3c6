/** A page that makes and removes elements for as long as it is open: no trace of them stays. */
import { TAGS, leakOf } from '../browser/leaks.ts';
import { embedTag, expect, test } from './hosts/fixture.ts';

for (const tag of TAGS) {
  test(`a thousand <${tag}> are removed and leave no node, no listener and no element`, async ({
    page,
    hub,
    hosts,
  }) => {
    // Forms come from the package: the partner's page has one, and gigsy.js has none.
    const own = () => hosts.add({ body: `${embedTag(hub)}<${tag}></${tag}>` });
    await page.goto(tag.endsWith('-form') ? hub.addresses.partner : own());
    await page.evaluate((name) => customElements.whenDefined(name).then(() => {}), tag);
    expect(await leakOf(page, tag, 1000)).toEqual({ nodes: 0, listeners: 0, elements: 0 });
  });
}
