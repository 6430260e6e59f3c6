/**
 * Pages that list their Trusted Types policies. (strict-host.spec.ts has a page that requires Trusted Types and lists
 * none.)
 */
import type { RunningHub } from '../../cli/running-hub.ts';
import { cardOf, embedTag, expect, expectAda, tag, test } from './fixture.ts';

function policy({ addresses: { cdn, site } }: RunningHub, list: string): Record<string, string> {
  return {
    'content-security-policy':
      `default-src 'none'; script-src ${cdn}; connect-src ${site}; img-src ${site}; style-src 'none'; ` +
      `require-trusted-types-for 'script'; trusted-types ${list}`,
  };
}

for (const list of ['lit-html', "lit-html 'allow-duplicates'"]) {
  test(`a card works on a page that allows the policies "${list}"`, async ({ page, hub, hosts, complaints }) => {
    await page.goto(
      hosts.add({
        headers: policy(hub, list),
        body: embedTag(hub) + tag(hub, 'ada') + tag(hub, 'tomas') + tag(hub, 'ada', { name: 'skill-matrix' }),
      }),
    );
    await expectAda(cardOf(page, 'ada'));
    await expect(cardOf(page, 'tomas')).toHaveAttribute('state', 'unavailable');
    await expect(page.locator('gigsy-skill-matrix')).toContainText('Zephyr RTOS');
    expect(complaints).toEqual([]);
  });
}

test('the content inside the tag stays on a page that does not list the policy', async ({
  page,
  hub,
  hosts,
  complaints,
}) => {
  await page.goto(hosts.add({ headers: policy(hub, "'none'"), body: embedTag(hub) + tag(hub, 'ada') }));
  await expect.poll(() => complaints.join()).toContain('trusted-types');
  await expect(page.getByText('@ada')).toBeVisible();
  expect(complaints.filter((complaint) => complaint.startsWith('thrown'))).toEqual([]);
});
