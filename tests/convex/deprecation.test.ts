/** The end of an API version is announced by standard headers on every answer, readable from any page. */
import { afterEach, expect, test } from 'vitest';
import { deployment, person } from './deployment.ts';

afterEach(() => {
  for (const name of Object.keys(process.env).filter((name) => name.startsWith('GIGSY_V1_'))) delete process.env[name];
});

async function announced(path: string, options: RequestInit = {}, d = deployment()) {
  const { headers } = await d.t.fetch(path, options);
  return [headers.get('deprecation'), headers.get('sunset'), headers.get('link')];
}

test('nothing is announced until the operator does', async () => {
  expect(await announced('/v1')).toEqual([null, null, null]);
  process.env.GIGSY_V1_SUNSET = '2028-01-31';
  process.env.GIGSY_V1_DEPRECATION_LINK = 'https://gigsy.example/v2';
  expect(await announced('/v1')).toEqual([null, null, null]);
});

test('every kind of answer carries the announcement, and lets pages read it', async () => {
  Object.assign(process.env, {
    GIGSY_V1_DEPRECATED: '2027-01-31',
    GIGSY_V1_SUNSET: '2028-01-31',
    GIGSY_V1_DEPRECATION_LINK: 'https://gigsy.example/v2?a=>',
  });
  const d = deployment();
  await person(d, 'ada');
  for (const [path, options] of [
    ['/v1', {}],
    ['/v1/profiles/ada', {}],
    ['/v1/profiles/ada', { headers: { 'If-None-Match': '*' } }],
    ['/v1/profiles/nobody', {}],
    ['/v1/read/profile.get?handle=ada', {}],
    ['/v1/profiles/A', {}],
  ] as const) {
    expect(await announced(path, options, d)).toEqual([
      '@1801353600',
      'Mon, 31 Jan 2028 00:00:00 GMT',
      '<https://gigsy.example/v2?a=%3E>; rel="deprecation"; type="text/html"',
    ]);
    const { headers } = await d.t.fetch(path, options);
    expect(headers.get('access-control-expose-headers')!.split(', ')).toEqual(
      expect.arrayContaining(['Deprecation', 'Sunset', 'Link']),
    );
  }
});

test('values that are not dates or addresses are not sent, and no sunset before the deprecation', async () => {
  Object.assign(process.env, {
    GIGSY_V1_DEPRECATED: '2027-01-31',
    GIGSY_V1_SUNSET: 'soon\r\nX: y',
    GIGSY_V1_DEPRECATION_LINK: 'javascript:alert(1)',
  });
  expect(await announced('/v1')).toEqual(['@1801353600', null, null]);
  process.env.GIGSY_V1_SUNSET = '2026-01-31';
  expect(await announced('/v1')).toEqual(['@1801353600', null, null]);
  process.env.GIGSY_V1_DEPRECATED = 'yes';
  expect(await announced('/v1')).toEqual([null, null, null]);
});
