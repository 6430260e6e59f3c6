/** The public reader: the meaning of each answer of the HTTP API. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isGigsyError } from '@gigsy/sdk';
import { publicReader } from '@gigsy/sdk/reader';
import { Deployment, hangup, json, silence } from './deployment.ts';

let site: Deployment;
beforeAll(async () => {
  site = await Deployment.start();
});
afterAll(() => site.stop());

function read(handle = 'ada', options: { timeoutMs?: number; signal?: AbortSignal } = {}) {
  return publicReader({ api: `${site.url}/`, ...options }).get(handle, options);
}

async function code(reading: Promise<unknown>): Promise<string> {
  const error: unknown = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return isGigsyError(error) ? error.code : `not a GigsyError: ${String(error)}`;
}

describe('a reading', () => {
  it('gives the profile', async () => {
    site.answer(json(200, { handle: 'ada', role: 'mentor' }));
    expect(await read()).toEqual({ handle: 'ada', role: 'mentor' });
    expect(site.received[0]).toMatchObject({ method: 'GET', url: '/v1/profiles/ada' });
  });

  it('carries the publishable key, escaped', async () => {
    site.answer(json(200, { handle: 'ada', role: 'mentor' }));
    for (const [key, url] of [
      ['pk_1', '/v1/profiles/ada?key=pk_1'],
      ['a&b=#', '/v1/profiles/ada?key=a%26b%3D%23'],
      ['', '/v1/profiles/ada'],
      [undefined, '/v1/profiles/ada'],
    ]) {
      await publicReader({ api: site.url, key }).get('ada');
      expect(site.received.at(-1)!.url).toBe(url);
    }
  });

  it('reports the fault of the key', async () => {
    for (const [status, refused] of [
      [401, 'invalid_key'],
      [403, 'origin_not_allowed'],
    ] as const) {
      site.answer(json(status, { title: 'x', status, detail: 'What to do.', code: refused }));
      expect(await read().catch((reason: unknown) => reason)).toMatchObject({ code: refused, message: 'What to do.' });
    }
  });

  it('gives null for a hidden or unknown profile', async () => {
    site.answer(
      json(
        404,
        { type: 'about:blank', title: 'Not found', status: 404, code: 'not_found' },
        { 'content-type': 'application/problem+json' },
      ),
    );
    expect(await read()).toBeNull();
  });

  it('does not ask for an invalid handle', async () => {
    site.answer(json(200, {}));
    for (const handle of ['..', 'a/b', 'a?b', '', '\ud800', 'ada%2f', 'Ada']) expect(await read(handle)).toBeNull();
    expect(site.received).toHaveLength(0);
  });

  it('is bad_response for anything except a profile of that handle', async () => {
    for (const body of ['<html>', '', '[]', 'null', '7', '{}', '{"handle":7}', '{"handle":"eve"}', '{"handle":"ada"']) {
      site.answer((response) => response.writeHead(200).end(body));
      expect(await code(read()), body).toBe('bad_response');
    }
    site.answer((response) => response.writeHead(404).end('<html>no such site</html>'));
    expect(await code(read())).toBe('bad_response');
  });

  it('follows a former handle to the profile under its new one', async () => {
    for (const [handle, outcome] of [
      ['ada-lovelace', 'ada-lovelace'],
      ['Not A Handle', 'bad_response'],
    ]) {
      const later = json(200, { handle, role: 'student' });
      site.answer((response) => {
        site.answer(later);
        response.writeHead(308, { location: '/v1/profiles/ada-lovelace' }).end();
      });
      const profile = await read().catch((error: unknown) => error);
      expect(profile).toMatchObject(outcome === 'bad_response' ? { code: outcome } : { handle: outcome });
    }
  });

  it('takes the code of a problem document', async () => {
    for (const [status, known] of [
      [429, 'rate_limited'],
      [500, 'internal'],
      [400, 'invalid_argument'],
    ] as const) {
      site.answer(
        json(status, {
          title: 'x',
          status,
          detail: 'In words.',
          code: known,
          fields: [{ path: 'handle', message: 'x' }],
        }),
      );
      const error: unknown = await read().catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: known, message: 'In words.', fields: [{ path: 'handle', message: 'x' }] });
    }
    site.answer(json(500, { code: 'unheard_of' }));
    expect(await code(read())).toBe('bad_response');
  });

  it('distinguishes no connection, no answer and an abort', async () => {
    site.answer(hangup);
    expect(await code(read())).toBe('offline');
    site.answer(silence);
    expect(await code(read('ada', { timeoutMs: 60 }))).toBe('timeout');
    site.answer((response) => response.writeHead(200).write('{'));
    expect(await code(read('ada', { timeoutMs: 60 }))).toBe('timeout');
    const ended = new AbortController();
    setTimeout(() => ended.abort(), 40);
    expect(await code(read('ada', { signal: ended.signal }))).toBe('aborted');
  });
});
