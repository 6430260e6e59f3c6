/** The public route: entity tags, caching, cross-origin reads, problem documents. */
import { expect, test } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { deployment, key, person } from './deployment.ts';

test('answers the public view with a strong tag, and 304 to a client that has it', async () => {
  const d = deployment();
  await person(d, 'ada');
  const response = await d.t.fetch('/v1/profiles/ada');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    handle: 'ada',
    role: 'student',
    identity: { displayName: 'Person ada', headline: 'Builds things' },
  });
  const etag = response.headers.get('etag')!;
  expect(etag).toMatch(/^"[\w-]{43}"$/);
  expect(response.headers.get('cache-control')).toBe('no-cache');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await d.t.fetch('/v1/profiles/ada', { headers: { 'If-None-Match': known } });
    expect([known, again.status, await again.text()]).toEqual([known, 304, '']);
  }
});

test('the tag changes with the view and only with it', async () => {
  const d = deployment();
  const ada = await person(d, 'ada');
  const tag = async () => (await d.t.fetch('/v1/profiles/ada')).headers.get('etag');
  const first = await tag();
  await ada.mutation(api.profile.update, {
    changes: { contact: { email: 'a@example.org' } },
    expected: { contact: 1 },
    idempotencyKey: key(),
  });
  expect(await tag()).toBe(first);
  await ada.mutation(api.profile.update, {
    changes: { identity: { headline: 'Other' } },
    expected: { identity: 1 },
    idempotencyKey: key(),
  });
  expect(await tag()).not.toBe(first);
});

test.each([
  ['/v1/profiles/nobody', 'GET', 404, 'not_found'],
  ['/v1/profiles/', 'GET', 400, 'invalid_argument'],
  ['/v1/profiles/%ff', 'GET', 400, 'invalid_argument'],
  ['/v1/profiles/ada/../..%2f', 'GET', 400, 'invalid_argument'],
  [`/v1/profiles/${'x'.repeat(5000)}`, 'GET', 400, 'invalid_argument'],
  ['/v1/profiles/%00', 'GET', 400, 'invalid_argument'],
  ['/v1/nothing', 'GET', 404, 'not_found'],
  ['/v1/embed/', 'GET', 400, 'invalid_argument'],
  ['/v1/embed/A', 'GET', 400, 'invalid_argument'],
  ['/v1/embed/ada"><script>', 'GET', 400, 'invalid_argument'],
  ['/v1/embed/ada/', 'GET', 400, 'invalid_argument'],
  ['/v1/embed/ada?lang=x', 'GET', 400, 'invalid_argument'],
  ['/v1/embed/ada?lang="><script>', 'GET', 400, 'invalid_argument'],
  ['/v1/embed/ada?theme=pink', 'GET', 400, 'invalid_argument'],
  ['/v1/embed/ada', 'POST', 405, 'method_not_allowed'],
  ['/v1/oembed', 'GET', 400, 'invalid_argument'],
  ['/v1/oembed?url=', 'GET', 400, 'invalid_argument'],
  [`/v1/oembed?url=${'x'.repeat(2001)}`, 'GET', 400, 'invalid_argument'],
  ['/v1/oembed?url=x&maxwidth=0', 'GET', 400, 'invalid_argument'],
  ['/v1/oembed?url=x&maxheight=1e3', 'GET', 400, 'invalid_argument'],
  ['/v1/oembed?url=x&maxwidth=10001', 'GET', 400, 'invalid_argument'],
  ['/v1/oembed?url=x&format=xml', 'GET', 501, 'not_implemented'],
  ['/v1/oembed?url=no-address', 'GET', 404, 'not_found'],
  ['/v1/oembed?url=https://elsewhere.example/v1/embed/ada', 'GET', 404, 'not_found'],
  ['/v1/oembed?url=https://example.convex.site/v1/embed/nobody', 'GET', 404, 'not_found'],
  ['/v1/oembed?url=https://example.convex.site/v1/embed/A', 'GET', 404, 'not_found'],
  ['/v1/profiles/ada', 'POST', 405, 'method_not_allowed'],
  ['/v1/profiles/ada', 'DELETE', 405, 'method_not_allowed'],
])('%s %s is a problem document with status %i and code %s', async (path, method, status, code) => {
  const { t } = deployment();
  const response = await t.fetch(path, { method });
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(await response.json()).toMatchObject({
    type: `urn:gigsy:problem:${code}`,
    status,
    code,
    title: expect.any(String),
    detail: expect.any(String),
  });
});

test.each([
  ['/v1/profiles/ada', 'POST', 'GET, HEAD, OPTIONS'],
  ['/v1', 'DELETE', 'GET, HEAD, OPTIONS'],
  ['/v1/oembed', 'PUT', 'GET, HEAD, OPTIONS'],
  ['/v1/embed-sessions', 'GET', 'POST, OPTIONS'],
  ['/v1/embed-sessions', 'HEAD', 'POST, OPTIONS'],
  ['/v1/embed-sessions', 'PUT', 'POST, OPTIONS'],
  ['/v1/embed-links', 'GET', 'POST, OPTIONS'],
  ['/v1/embed-links', 'PATCH', 'POST, OPTIONS'],
  ['/v1/embed-links', 'DELETE', 'POST, OPTIONS'],
])('%s refuses %s and says which methods it takes', async (path, method, allowed) => {
  const { t } = deployment();
  const response = await t.fetch(path, { method });
  expect([response.status, response.headers.get('allow')]).toEqual([405, allowed]);
  const preflight = await t.fetch(path, { method: 'OPTIONS' });
  expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, allowed]);
});

test('preflight allows conditional reads from any page', async () => {
  const { t } = deployment();
  const response = await t.fetch('/v1/profiles/ada', { method: 'OPTIONS' });
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-headers')).toContain('If-None-Match');
});
