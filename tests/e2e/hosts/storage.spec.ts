/** A page without storage: its origin is opaque, and every kind of storage throws. Cards need none, live or not. */
import { cardOf, embedTag, expect, expectAda, tag, test } from './fixture.ts';

test('cards work if storage is refused, and leave nothing in it', async ({ page, hub, hosts, complaints }) => {
  const headers = { 'content-security-policy': 'sandbox allow-scripts' };
  await page.goto(
    hosts.add({
      headers,
      body: embedTag(hub) + tag(hub, 'ada', { attributes: 'live' }) + tag(hub, 'ada', { name: 'skill-matrix' }),
    }),
  );
  const refusals = await page.evaluate(() =>
    ['localStorage', 'sessionStorage', 'cookie'].map((kind) => {
      try {
        void (kind === 'cookie' ? document.cookie : globalThis[kind as 'localStorage']);
        return 'allowed';
      } catch (error) {
        return (error as Error).name;
      }
    }),
  );
  expect(refusals).toEqual(['SecurityError', 'SecurityError', 'SecurityError']);
  await expectAda(cardOf(page, 'ada'));
  await expect(page.locator('gigsy-skill-matrix')).toHaveAttribute('state', 'ready');
  expect(complaints).toEqual([]);
});

test('cards do not touch storage that is allowed', async ({ page, hub, hosts }) => {
  await page.addInitScript(() => {
    const touched: string[] = [];
    Object.assign(globalThis, { touched });
    const watch = (owner: object, names: string[]) => {
      for (const name of names)
        Object.defineProperty(owner, name, {
          configurable: true,
          get: () => void touched.push(name),
          set: () => void touched.push(name),
        });
    };
    watch(globalThis, ['localStorage', 'sessionStorage', 'indexedDB', 'caches']);
    watch(document, ['cookie']);
  });
  const context = page.context();
  const connected = page.waitForEvent('websocket');
  await page.goto(hosts.add({ body: embedTag(hub) + tag(hub, 'ada', { attributes: 'live' }) }));
  await expectAda(cardOf(page, 'ada'));
  // The live connection has delivered too.
  await (await connected).waitForEvent('framereceived');
  expect(await page.evaluate(() => (globalThis as unknown as { touched: string[] }).touched)).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});
