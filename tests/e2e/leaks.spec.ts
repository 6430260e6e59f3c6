/** A page that makes and removes elements for as long as it is open: no trace of them stays. */
import { TAGS, leakOf } from '../browser/leaks.ts';
import { embedTag, expect, test } from './hosts/fixture.ts';

/** Forms come from the package: gigsy.js has none. */
for (const tag of TAGS.filter((name) => !name.endsWith('-form'))) {
  test(`a thousand <${tag}> are removed and leave no node, no listener and no element`, async ({
    page,
    hub,
    hosts,
  }) => {
    await page.goto(hosts.add({ body: `${embedTag(hub)}<${tag}></${tag}>` }));
    await page.evaluate((name) => customElements.whenDefined(name).then(() => {}), tag);
    expect(await leakOf(page, tag, 1000)).toEqual({ nodes: 0, listeners: 0, elements: 0 });
  });
}
