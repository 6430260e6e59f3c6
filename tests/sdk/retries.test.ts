/** Calls that are repeated: their idempotency key, their number, and the host that hears of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGigsy, type FailedAttempt, type GigsyError, type GigsyOptions, isGigsyError } from '@gigsy/sdk';
import { Deployment, hangup, json, thrown, value } from './deployment.ts';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start();
});
afterAll(() => deployment.stop());

function client(options: Partial<GigsyOptions> = {}) {
  return createGigsy({ url: deployment.url, random: () => 0, ...options });
}

async function failure(call: Promise<unknown>): Promise<GigsyError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(isGigsyError(error)).toBe(true);
  return error as GigsyError;
}

const change = { changes: { identity: { headline: 'Countess' } }, expected: { identity: 1 } };

describe('an idempotency key', () => {
  it('is made for each call if none is given', async () => {
    deployment.answer(value({ handle: 'ada', versions: {} }));
    await client().profile.update(change);
    await client().profile.update(change);
    const keys = deployment.received.map(({ body }) => body.args?.[0]?.['idempotencyKey']);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).not.toBe(keys[0]);
  });

  it('stays the same over retries, both made and given', async () => {
    for (const idempotencyKey of [undefined, 'my-own-key-1']) {
      deployment.answer(hangup, json(503, {}), value({ handle: 'ada', versions: {} }));
      await client().profile.update({ ...change, ...(idempotencyKey && { idempotencyKey }) });
      const keys = deployment.received.map(({ body }) => body.args?.[0]?.['idempotencyKey']);
      expect(keys).toHaveLength(3);
      expect(new Set(keys).size).toBe(1);
      if (idempotencyKey) expect(keys[0]).toBe(idempotencyKey);
    }
  });
});

describe('a retry', () => {
  it('bridges a dropped connection', async () => {
    deployment.answer(hangup, value(null));
    expect(await client().profile.get({ handle: 'ada' })).toBeNull();
    expect(deployment.received).toHaveLength(2);
  });

  it('is bounded', async () => {
    deployment.answer(hangup);
    expect((await failure(client().profile.update(change))).code).toBe('offline');
    expect(deployment.received).toHaveLength(3);
    deployment.answer(hangup);
    await failure(client({ retries: 0 }).profile.update(change));
    expect(deployment.received).toHaveLength(1);
  });

  it('is told to the host, with the name of the function and no content, and so is the last failure', async () => {
    deployment.answer(hangup, json(503, {}));
    const told: unknown[] = [];
    const onFailedAttempt = ({ error, retryInMs, ...attempt }: FailedAttempt) =>
      told.push({ ...attempt, code: error.code, isLast: retryInMs === null });
    await failure(client({ onFailedAttempt }).profile.update(change));
    expect(told).toEqual([
      { function: 'profile:update', attempt: 1, code: 'offline', isLast: false },
      { function: 'profile:update', attempt: 2, code: 'internal', isLast: false },
      { function: 'profile:update', attempt: 3, code: 'internal', isLast: true },
    ]);
  });

  it('waits as long as the server says, or gives up if that is too long', async () => {
    deployment.answer(json(429, {}, { 'retry-after': '600' }));
    expect(await failure(client().profile.get({ handle: 'ada' }))).toMatchObject({
      code: 'rate_limited',
      retryAfterMs: 600_000,
    });
    expect(deployment.received).toHaveLength(1);
  });

  it('is not made after a refusal by the backend', async () => {
    deployment.answer(
      thrown({
        code: 'version_conflict',
        message: 'Changed meanwhile.',
        fields: [{ path: 'expected.identity', code: 'stale', message: 'is 2' }],
        conflicts: [{ section: 'identity', version: 2, fields: ['headline'] }],
      }),
    );
    const error = await failure(client().profile.update(change));
    expect(error).toMatchObject({ code: 'version_conflict', message: 'Changed meanwhile.', requestId: 'abc123' });
    expect(error.fields).toEqual([{ path: 'expected.identity', code: 'stale', message: 'is 2' }]);
    expect(error.conflicts).toEqual([{ section: 'identity', version: 2, fields: ['headline'] }]);
    expect(deployment.received).toHaveLength(1);
  });

  it('is not made after a refusal in an answer, which is thrown like any refusal', async () => {
    deployment.answer(
      value({
        refused: {
          code: 'version_conflict',
          message: 'Changed meanwhile.',
          fields: [{ path: 'expected.identity', code: 'stale', message: 'is 2' }],
          conflicts: [{ section: 'identity', version: 2, fields: ['headline'] }],
        },
      }),
    );
    const error = await failure(client().profile.update(change));
    expect(error).toMatchObject({
      code: 'version_conflict',
      message: 'Changed meanwhile.',
      fields: [{ path: 'expected.identity', code: 'stale', message: 'is 2' }],
      conflicts: [{ section: 'identity', version: 2, fields: ['headline'] }],
    });
    expect(deployment.received).toHaveLength(1);
    deployment.answer(value({ refused: { code: 'of_tomorrow', message: 'New.' } }));
    expect((await failure(client().profile.update(change))).code).toBe('bad_response');
  });

  it('is never made after an abort', async () => {
    const ended = new AbortController();
    deployment.answer((response) => {
      ended.abort();
      response.destroy();
    });
    expect((await failure(client().profile.update(change, { signal: ended.signal }))).code).toBe('aborted');
    expect(deployment.received).toHaveLength(1);
  });
});
