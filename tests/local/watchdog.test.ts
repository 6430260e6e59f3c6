/** Functions that compute too long: they fail with Convex's words, and everything else goes on. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConvexHttpClient } from 'convex/browser';
import { currentFrame } from '../../packages/local/src/runtime/frame.ts';
import type { Frame } from '../../packages/local/src/runtime/frame.ts';
import { checkUserTime } from '../../packages/local/src/runtime/user-time.ts';
import { guardLoops } from '../../packages/local/src/bundle/loop-guard.ts';
import { api, startServices } from './services/start.ts';
import type { Fixture } from './services/start.ts';

let fixture: Fixture;
let client: ConvexHttpClient;
beforeAll(async () => {
  fixture = await startServices();
  client = fixture.http();
});
afterAll(() => fixture.close());

/** A second of a function's own loops, and the deployment's work beside them. */
const MOST_COMPUTED_MS = 1_700;
const TOO_LONG = 'Function execution timed out (maximum duration: 1s)';

describe('a loop without end', () => {
  test.each(['while', 'for', 'do', 'after await', 'microtasks', 'caught'])('fails after a second: %s', async (how) => {
    await expect(client.query(api.loops.spin, { how })).rejects.toThrow(TOO_LONG);
    expect(await client.query(api.loops.spin, { how: 'not at all' })).toBe('ended');
  });

  test('in a mutation writes nothing and frees the writer', async () => {
    await expect(client.mutation(api.loops.spinThenWrite, {})).rejects.toThrow(TOO_LONG);
    expect(await client.query(api.rows.texts, { group: 'spun' })).toEqual([]);
    await client.mutation(api.rows.fill, { group: 'after', count: 1, bytes: 1 });
    expect(await client.query(api.rows.texts, { group: 'after' })).toEqual(['x']);
  });

  test('several at once all end, each within about a second of computation, and the others answer', async () => {
    const before = process.threadCpuUsage();
    const spinning = ['microtasks', 'microtasks', 'while'].map((how) =>
      client.query(api.loops.spin, { how }).catch((error: Error) => error.message),
    );
    expect(await client.query(api.loops.shapes, {})).toMatchObject({ n: 5 });
    for (const message of await Promise.all(spinning)) expect(message).toContain('Function execution timed out');
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(spinning.length * MOST_COMPUTED_MS);
  }, 40_000);

  test('an action may compute for longer', async () => {
    expect(await client.action(api.loops.busyAction, { ms: 1_300 })).toBe('done');
  });
});

test('time in which the machine does something else does not count as computation', () => {
  const wait = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  const frame = {
    kind: 'query',
    startedAt: performance.now(),
    userMs: 0,
    timedOut: null,
    transaction: null,
  } as unknown as Frame;
  currentFrame.run(frame, () => {
    // The first two questions only begin the measurement.
    for (const ms of [0, 5, 1_200]) {
      wait(ms);
      checkUserTime();
    }
  });
  expect(frame.timedOut).toBeNull();
  expect(frame.userMs).toBeLessThan(600);
});

describe('guarding loops', () => {
  test('keeps the meaning of every shape', async () => {
    expect(await client.query(api.loops.shapes, {})).toEqual({
      out: [0, 1, '10', '11', '20', '21', '22'],
      n: 5,
      regex: "'",
      half: 1,
      tricky: "while (true) {for (;1;)|for (;;) 'for (;1;)|do {} while (x)",
    });
  });

  test.each([
    ['while (a) b();', 'while (a) { __loop(); b(); }'],
    ['while (a);', 'while (a){ __loop(); ; }'],
    ['while (a) while (b) c();', 'while (a) { __loop(); while (b) { __loop(); c(); } }'],
    ['do { a++ / 2 } while (a)', 'do { __loop(); a++ / 2 } while (a)'],
    ['do a(); while (b)', 'do { __loop(); a(); } while (b)'],
    ['for (;;) a();', 'for (;;) { __loop(); a(); }'],
    ['for (let i = 0; i < 3; i++) a(";)");', 'for (let i = 0; i < 3; i++) { __loop(); a(";)"); }'],
    ['a: for (;;) { continue a }', 'a: for (;;) { __loop(); continue a }'],
    ['for (const a of b) c();', 'for (const a of b) c();'],
    ['for (const a in b) c();', 'for (const a in b) c();'],
    ['a.while(1); a?.for(2);', 'a.while(1); a?.for(2);'],
    ['x = { for(a) { return /while (x)/ } };', 'x = { for(a) { return /while (x)/ } };'],
    [
      'x = `while (${(() => { while (y) return 1 })()}) for (;;)`;',
      'x = `while (${(() => { while (y) { __loop(); return 1 } })()}) for (;;)`;',
    ],
    ['if (a) /["\']while \\(/.test(b);', 'if (a) /["\']while \\(/.test(b);'],
    ['a = b / c; while (d / e) f();', 'a = b / c; while (d / e) { __loop(); f(); }'],
    ['// while (x)\n/* for (;;) */ a = "while (x)";', '// while (x)\n/* for (;;) */ a = "while (x)";'],
    [
      'for (var f = function () { for (;;) { break; } }, i = 0; i < 1; i++) f();',
      'for (var f = function () { for (;;) { __loop(); break; } }, i = 0; i < 1; i++) { __loop(); f(); }',
    ],
    ['class A { while(x) { return x } }', 'class A { while(x) { return x } }'],
    ['no such syntax while (a) b();', 'no such syntax while (a) b();'],
  ])('%s', (source, guarded) => {
    expect(guardLoops(source)).toBe(guarded);
  });
});
