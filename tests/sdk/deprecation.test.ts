/** The announced end of an API: the page's developer is told once, on any page. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { publicReader } from '@gigsy/sdk/reader';
import { Deployment, json } from './deployment.ts';

const REGISTRY = Symbol.for('gigsy.deprecations');
let site: Deployment;
let warn: ReturnType<typeof vi.spyOn>;

beforeAll(async () => {
  site = await Deployment.start();
});
afterAll(() => site.stop());
beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  warn.mockRestore();
  delete (globalThis as Record<symbol, unknown>)[REGISTRY];
});

const ADA = { handle: 'ada', role: 'mentor' };

/** Reads, and waits until the code that warns has loaded and run. */
async function read(headers: Record<string, string>, times = 1): Promise<void> {
  site.answer(json(200, ADA, headers));
  await Promise.all(
    Array.from({ length: times }, (_, at) => publicReader({ api: site.url + '/'.repeat(at % 2) }).get('ada')),
  );
  await import('../../packages/sdk/src/deprecation.ts');
  await new Promise((resolve) => setTimeout(resolve));
}

it('is told once for a hundred readings, with both dates and what to do', async () => {
  const headers = {
    Deprecation: '@1801353600',
    Sunset: 'Mon, 31 Jan 2028 00:00:00 GMT',
    Link: '<https://gigsy.example/v1>; rel="canonical", <https://gigsy.example/v2>; rel="deprecation"; type="text/html"',
  };
  await read(headers, 100);
  await read(headers);
  expect(warn.mock.calls).toEqual([
    [
      `Gigsy: the API at ${site.url}/v1 is deprecated since 2027-01-31 and ends on 2028-01-31. What to do: https://gigsy.example/v2`,
    ],
  ]);
});

it('is told once for two copies of the SDK', async () => {
  await read({ Deprecation: '@1801353600' });
  const copy = '../../packages/sdk/src/deprecation.ts?another-copy';
  const { warnOnce } = (await import(
    /* @vite-ignore */ copy
  )) as typeof import('../../packages/sdk/src/deprecation.ts');
  expect(warnOnce).not.toBe((await import('../../packages/sdk/src/deprecation.ts')).warnOnce);
  warnOnce(site.url, new Headers({ Deprecation: '@1801353600' }));
  expect(warn).toHaveBeenCalledTimes(1);
  warnOnce('https://other.example', new Headers({ Deprecation: '@1801353600' }));
  expect(warn).toHaveBeenCalledTimes(2);
});

it('is reported as far as it can be read', async () => {
  await read({ Deprecation: 'true', Sunset: 'soon', Link: '<javascript:alert(1)>; rel="deprecation"' });
  expect(warn.mock.calls).toEqual([[`Gigsy: the API at ${site.url}/v1 is deprecated.`]]);
});

it('is not reported if nothing is announced', async () => {
  await read({ Sunset: 'Mon, 31 Jan 2028 00:00:00 GMT' });
  expect(warn).not.toHaveBeenCalled();
});
