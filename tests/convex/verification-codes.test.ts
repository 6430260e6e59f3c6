/** The derivation of codes, and the forms of subjects. */
import { normalSubject, readerOfSubject } from '@gigsy/schema';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Id } from '../../convex/_generated/dataModel.js';
import { codeOf } from '../../convex/model/trust/derive.js';

beforeEach(() => {
  vi.stubEnv('GIGSY_VERIFICATION_SECRET', 's'.repeat(32));
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const source = {
  accountId: 'account' as Id<'accounts'>,
  method: 'email' as const,
  subject: 'ada@example.org',
  salt: '0'.repeat(32),
};

test('a code is bound to its person, method, subject, salt and secret', async () => {
  const code = await codeOf(source);
  expect(await codeOf(source)).toBe(code);
  const others = [
    { ...source, accountId: 'other' as Id<'accounts'> },
    { ...source, method: 'phone' as const },
    { ...source, subject: 'ben@example.org' },
    { ...source, salt: '1'.repeat(32) },
  ];
  const codes = await Promise.all(others.map(codeOf));
  vi.stubEnv('GIGSY_VERIFICATION_SECRET', 't'.repeat(32));
  expect(new Set([code, ...codes, await codeOf(source)]).size).toBe(6);
});

test('codes are spread evenly: chi-square over the last two digits of 20,000 stays below its 0.999 quantile', async () => {
  const counts = new Array<number>(100).fill(0);
  for (let n = 0; n < 20_000; n += 1) {
    const last = Number((await codeOf({ ...source, salt: String(n) })).slice(-2));
    counts[last]! += 1;
  }
  // 99 degrees of freedom.
  expect(counts.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0)).toBeLessThan(148.23);
});

test('a subject in its stored form is its own stored form', () => {
  const digits = fc.stringMatching(/^[1-9][0-9]{6,14}$/);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.emailAddress(),
        digits.map((each) => `+${each}`),
      ),
      (given) => {
        const method = given.startsWith('+') && !given.includes('@') ? 'phone' : 'email';
        const normal = normalSubject(method, given);
        if (normal === undefined) return;
        expect(normalSubject(method, normal)).toBe(normal);
        expect(readerOfSubject(method, readerOfSubject(method, normal))).toBe(readerOfSubject(method, normal));
      },
    ),
  );
});

test.each(['', '+', '+0123456789', '+123456', '+1234567890123456', '0664 1234567', '+43 664 12345x', '٣٤٥٦٧٨٩٠'])(
  '%j is no phone number',
  (given) => {
    expect(normalSubject('phone', given)).toBeUndefined();
  },
);
