/** The HTTP API and HTTP actions. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api, startFixture } from './fixture/deployment.ts';
import type { Fixture } from './fixture/deployment.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const site = (path: string, init?: RequestInit) => fetch(`${fixture.deployment.siteUrl}${path}`, init);

describe('HTTP actions', () => {
  test('answer exact routes, with query string and headers', async () => {
    const response = await site('/hello?q=ada');
    expect(response.headers.get('x-hello')).toBe('yes');
    expect(await response.json()).toMatchObject({ query: 'ada' });
  });

  test('answer prefix routes with the whole path', async () => {
    const response = await site('/people/ada/skills', { method: 'POST', body: JSON.stringify({ add: 4 }) });
    expect(response.status).toBe(201);
    expect(await response.text()).toBe('/people/ada/skills 4');
  });

  test('HEAD runs the GET route without a body, OPTIONS has a route of its own', async () => {
    const head = await site('/hello', { method: 'HEAD' });
    expect([head.status, head.headers.get('x-hello'), await head.text()]).toEqual([200, 'yes', '']);
    expect((await site('/hello', { method: 'OPTIONS' })).headers.get('access-control-allow-methods')).toBe('GET');
  });

  test('say how long a connection may wait for its next request: longer than a proxy keeps its own', async () => {
    const response = await site('/hello');
    expect(response.headers.get('keep-alive')).toBe('timeout=65');
    await response.text();
  });

  test('stream their body', async () => {
    expect(await (await site('/stream')).text()).toBe('one two three');
  });

  test('unknown routes are 404, errors 500 without a stack', async () => {
    expect((await site('/nowhere')).status).toBe(404);
    expect((await site('/hello', { method: 'DELETE' })).status).toBe(404);
    const broken = await site('/broken');
    expect(broken.status).toBe(500);
    expect(await broken.json()).toEqual({
      code: expect.stringMatching(/^\[Request ID: \w+\] Server Error$/) as string,
      trace: 'Uncaught Error: broken action',
    });
  });
});

describe('the HTTP API', () => {
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${fixture.deployment.url}${path}`, { method: 'POST', body, headers });

  test('answers queries, mutations and actions', async () => {
    const answer = await post(
      '/api/mutation',
      JSON.stringify({ path: 'counters:increment', format: 'convex_encoded_json', args: [{ name: 'api' }] }),
    );
    expect(await answer.json()).toEqual({ status: 'success', value: 1 });
    expect(await fixture.http().consistentQuery(api.counters.read, { name: 'api' })).toBe(1);
  });

  test('mirrors the origin for pages', async () => {
    const preflight = await fetch(`${fixture.deployment.url}/api/query`, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://page.invalid',
        'access-control-request-headers': 'content-type,convex-client',
        'access-control-request-method': 'POST',
      },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe('http://page.invalid');
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type,convex-client');
  });

  test('describes the fault of a request', async () => {
    expect(await (await post('/api/query', '{')).json()).toEqual({
      code: 'BadJsonBody',
      message: 'The request body is not JSON.',
    });
    expect((await post('/api/query', '{}')).status).toBe(400);
    expect((await post('/api/nothing', '{}')).status).toBe(404);
    expect((await post('/api/query', '{}', { authorization: 'Basic abc' })).status).toBe(401);
  });
});
