/**
 * Common mistakes in a tag: a mistake with one possible meaning is understood, and each is reported once in the
 * console.
 */
import type { RunningHub } from '../../cli/running-hub.ts';
import { cardOf, embedTag, expect, test, warningsOf } from './fixture.ts';

/** A page with a live card for each handle. */
function withHandles(hub: RunningHub, handles: string[]) {
  return {
    head: `<meta name="gigsy-api" content="${hub.addresses.site}">`,
    body:
      embedTag(hub) +
      handles.map((handle) => `<gigsy-profile-card handle="${handle}" live></gigsy-profile-card>`).join(''),
  };
}

test('a hundred cards without an API warn once, and not if a script gives the API later', async ({
  page,
  hub,
  hosts,
}) => {
  const warnings = warningsOf(page);
  await page.goto(
    hosts.add({ body: embedTag(hub) + '<gigsy-profile-card handle="ada"></gigsy-profile-card>'.repeat(100) }),
  );
  await expect
    .poll(() => warnings)
    .toEqual(['Gigsy: elements do not know where to read profiles. Set api or <meta name="gigsy-api">.']);
  await expect(cardOf(page, 'ada').last()).toHaveAttribute('state', 'error');
  warnings.length = 0;
  await page.goto(
    hosts.add({
      body: `${embedTag(hub)}<gigsy-provider><gigsy-profile-card handle="ada"></gigsy-profile-card></gigsy-provider>`,
    }),
  );
  await expect(cardOf(page, 'ada')).toHaveAttribute('state', 'error');
  await page
    .locator('gigsy-provider')
    .evaluate((element, site) => element.setAttribute('api', site), hub.addresses.site);
  await expect(cardOf(page, 'ada')).toHaveAttribute('state', 'ready');
  await page.waitForTimeout(2_500);
  expect(warnings).toEqual([]);
});

test('handles in capitals, with a sign or spaces around, and addresses of the site itself are understood', async ({
  page,
  hub,
  hosts,
}) => {
  const { site } = hub.addresses;
  const warnings = warningsOf(page);
  const handles = [
    'Ada',
    'ADA',
    '@ada',
    ' ada ',
    '\n@Ada\t',
    `${site}/ada`,
    `${site}/@Ada/`,
    `${site}/v1/profiles/ada?key=x`,
  ];
  await page.goto(
    hosts.add({
      head: `<meta name="gigsy-api" content="${site}/">`,
      body:
        embedTag(hub) +
        handles.map((handle) => `<gigsy-profile-card handle="${handle}"></gigsy-profile-card>`.repeat(12)).join(''),
    }),
  );
  await expect(page.locator('gigsy-profile-card[state=ready]')).toHaveCount(12 * handles.length);
  expect(
    await page
      .locator('gigsy-profile-card')
      .evaluateAll((cards) => cards.filter((card) => card.shadowRoot!.textContent!.includes('Ada Okafor')).length),
  ).toBe(12 * handles.length);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatch(
    /^Gigsy: .*handle=".*" .*is read as "ada": a handle is written in a-z, 0-9 and hyphens alone\.$/,
  );
});

test('an invalid handle shows no profile, even if its meaning can be guessed, and is reported once', async ({
  page,
  hub,
  hosts,
}) => {
  const warnings = warningsOf(page);
  const invalid = ['ada okafor', 'Zoë', '..'];
  await page.goto(hosts.add(withHandles(hub, invalid)));
  await expect(page.locator('gigsy-profile-card[state=unavailable]')).toHaveCount(invalid.length);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatch(/^Gigsy: .*handle=".*" .*is not a handle, so nobody is shown\./);
});

for (const handle of ['ada@example.com', 'https://elsewhere.example/ada?key=s3cret', `${'a'.repeat(500)}!`]) {
  test(`the report of the invalid handle ${handle.slice(0, 20)} does not repeat it`, async ({ page, hub, hosts }) => {
    const warnings = warningsOf(page);
    await page.goto(hosts.add(withHandles(hub, [handle])));
    await expect(page.locator('gigsy-profile-card[state=unavailable]')).toHaveCount(1);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/is not a handle, so nobody is shown\./);
    expect(warnings[0]).not.toMatch(/example|s3cret|a{60}/);
  });
}

test('an address with more than the origin is read as the origin', async ({ page, hub, hosts }) => {
  const warnings = warningsOf(page);
  const { site } = hub.addresses;
  const addresses = [`${site}/`, `${site}/v1`, `${site}/v1/profiles/`, site.replace('http://', ''), ` ${site} `];
  await page.goto(
    hosts.add({
      body:
        embedTag(hub) +
        addresses.map((api) => `<gigsy-profile-card handle="ada" api="${api}" live></gigsy-profile-card>`).join(''),
    }),
  );
  await expect(page.locator('gigsy-profile-card[state=ready]')).toHaveCount(addresses.length);
  expect(warnings.every((warning) => warning.includes(`is read as ${site}`))).toBe(true);
  expect(new Set(warnings).size).toBe(warnings.length);
  expect(warnings.length).toBe(2);
});
