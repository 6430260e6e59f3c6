/**
 * One page with today's build and the frozen 0.1.0, as a host and a third party's widget load them: the first defines a
 * tag, and both work.
 */
import { cardOf, embedTag, expect, expectAda, tag, test } from './fixture.ts';

const ORDERS = ['old first', 'new first'] as const;

for (const order of ORDERS) {
  for (const policies of ['none', "trusted-types lit-html 'allow-duplicates'; require-trusted-types-for 'script'"]) {
    test(`two versions on a page, ${order}, policy: ${policies}`, async ({ page, hub, hosts, complaints }) => {
      const { cdn } = hub.addresses;
      const old = `<script type="module" crossorigin src="${cdn}/0.1.0/gigsy.js"></script>`;
      const entries = order === 'old first' ? [old, embedTag(hub)] : [embedTag(hub), old];
      await page.goto(
        hosts.add({
          headers: policies === 'none' ? {} : { 'content-security-policy': policies },
          body: `${entries.join('')}${tag(hub, 'ada', { attributes: 'live' })}<div lang="es">${tag(hub, 'tomas')}</div>
          ${tag(hub, 'ada', { name: 'skill-matrix' })}`,
        }),
      );
      await expectAda(cardOf(page, 'ada').first());
      await expect(cardOf(page, 'tomas').locator('[part=message]')).toContainText('disponible');
      await expect(page.locator('gigsy-skill-matrix')).toContainText('Zephyr RTOS');
      const loaded = await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
      );
      expect(loaded).toEqual(expect.arrayContaining(['/0.1.0/gigsy.js', '/v1/gigsy.js']));
      // Data set from script reaches the card of either copy.
      await cardOf(page, 'ada')
        .first()
        .evaluate((card) =>
          Object.assign(card, {
            profile: {
              handle: 'x',
              role: 'student',
              identity: { displayName: 'From script' },
              later: 'a field of a later version',
            },
          }),
        );
      await expect(cardOf(page, 'ada').first()).toContainText('From script');
      expect(complaints).toEqual([]);
    });
  }
}
