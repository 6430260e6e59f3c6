/** Errors as clients and the log see them, and the request and values that HTTP actions see. */
import { request as httpRequest } from 'node:http';
import { ConvexError } from 'convex/values';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LogLine } from '../../packages/local/src/index.ts';
import { api, startParity, until } from './parity/start.ts';
import type { Fixture } from './parity/start.ts';

let fixture: Fixture;
const lines: LogLine[] = [];
beforeAll(async () => {
  fixture = await startParity({ log: (line) => lines.push(line), logMessages: true });
});
afterAll(() => fixture.close());

async function failure(how: string): Promise<{ status: string; errorMessage: string; errorData?: unknown }> {
  const body = JSON.stringify({ path: 'refusals:fails', format: 'convex_encoded_json', args: [{ how }] });
  const response = await fetch(`${fixture.deployment.url}/api/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return (await response.json()) as { status: string; errorMessage: string };
}

describe('an error', () => {
  test.each([
    ['error', 'Uncaught Error: thrown inside'],
    ['range', 'Uncaught RangeError: out of range'],
    ['subclass', 'Uncaught Refused: {"code":"NO"}'],
  ])('reaches a client with its name and without a stack: %s', async (how, message) => {
    const { errorMessage } = await failure(how);
    expect(errorMessage.split('\n')).toEqual([
      expect.stringMatching(/^\[Request ID: [0-9a-f]{16}\] Server Error$/),
      message,
    ]);
  });
  test('of a class made of ConvexError has its data', async () => {
    expect((await failure('subclass')).errorData).toEqual({ code: 'NO' });
    await expect(fixture.http().query(api.refusals.fails, { how: 'subclass' })).rejects.toBeInstanceOf(ConvexError);
  });
  test('is in the log with the places in the functions, but no places in Node or in the deployment', async () => {
    lines.length = 0;
    await failure('error');
    const [first, ...places] = String(lines.find(({ event }) => event === 'function.failed')!.message)
      .split('\n')
      .map((line) => line.trim());
    expect(first).toBe('Uncaught Error: thrown inside');
    expect(places[0]).toMatch(/^at handler \(refusals\.js:\d+:\d+\)$/);
    expect(places.join()).not.toMatch(/node:|file:|packages\/local|evalmachine/);
  });
  test('is in the log without message and places unless the owner asks for messages', async () => {
    const quiet: LogLine[] = [];
    const other = await startParity({ log: (line) => quiet.push(line) });
    await expect(other.http().query(api.refusals.fails, { how: 'error' })).rejects.toThrow('thrown inside');
    await other.close();
    expect(JSON.stringify(quiet)).not.toMatch(/thrown inside|refusals\.js/);
  });
});

describe('an HTTP action', () => {
  const get = (path: string) => fetch(`${fixture.deployment.siteUrl}${path}`);
  test('learns from its request’s signal that the client went away', async () => {
    const asked = httpRequest(`${fixture.deployment.siteUrl}/waiting`).on('error', () => undefined);
    asked.end();
    setTimeout(() => asked.destroy(), 100);
    await until(
      () => fixture.http().query(api.strays.rows, { by: 'aborted: true' }),
      (count) => count === 1,
    );
  });
  test('sees values of its own classes', async () => {
    const response = await fetch(`${fixture.deployment.siteUrl}/kinds`, {
      method: 'POST',
      body: JSON.stringify({ list: [1] }),
    });
    expect(await response.json()).toBe(true);
  });
  test('answers with at most 20 MiB', async () => {
    const received = async (path: string) => (await (await get(path)).arrayBuffer()).byteLength;
    expect(await received('/large?mib=20&more=0')).toBe(20 << 20);
    expect(await received('/large?mib=20&more=1').catch(() => 'cut off')).toBe('cut off');
    await until(
      () => lines,
      (all) => all.some(({ message }) => String(message).includes('HTTP actions support responses up to 20 MiB')),
    );
  });
});
