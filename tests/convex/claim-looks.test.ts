/** Signs that count as seen at a domain or on a page, and the outcome of looks at those that lack them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookAtDomain } from '../../convex/model/trust/domainLook.js';
import { lookAtPage } from '../../convex/model/trust/pageLook.js';
import { isRegistered } from '../../convex/model/trust/registered.js';

const LINE = `gigsy-verification=${'t'.repeat(43)}`;
const OTHER = `gigsy-verification=${'o'.repeat(43)}`;
const FILE = 'https://example.org/.well-known/gigsy-verification.txt';

type File = { text: string; url: URL } | { fault: string };
const file = (text: string, address = FILE): File => ({ text, url: new URL(address) });
const missing: File = { fault: 'refused' };

/** A look at example.org, and what was asked. */
async function domain(inNames: string[] | undefined, inFile: File) {
  const asked: string[] = [];
  const answer = <T>(what: string, given: T) => {
    asked.push(what);
    return Promise.resolve(given);
  };
  const found = await lookAtDomain(
    { subject: 'example.org', expected: LINE },
    { records: (name) => answer(name, inNames), text: (address) => answer(address, inFile) },
  );
  return { found, asked };
}

describe('a domain', () => {
  test('shows its line in a record, and then no host is asked', async () => {
    expect(await domain(['v=spf1 -all', ` ${LINE} `], missing)).toEqual({
      found: null,
      asked: ['_gigsy-verification.example.org'],
    });
  });

  test('shows its line in the file, also where no name server answers', async () => {
    expect((await domain([], file(`# ours\r\n${LINE}\r\n`))).found).toBe(null);
    expect(await domain(undefined, file(LINE))).toEqual({
      found: null,
      asked: ['_gigsy-verification.example.org', FILE],
    });
    expect((await domain([], file(LINE, 'https://www.example.org/verify.txt'))).found).toBe(null);
  });

  test.each([
    ['nothing', [], missing, 'not_shown'],
    ['other records', ['v=spf1 -all'], file('hello'), 'not_shown'],
    ['no name server', undefined, missing, 'unreachable'],
    ["somebody else's line in the record", [OTHER], missing, 'other_token'],
    ["somebody else's line in the file", [], file(OTHER), 'other_token'],
    ['a part of the line', [LINE.slice(0, -1)], file(`x${LINE}`), 'other_token'],
    ['the line at another host', [], file(LINE, 'https://attacker.example/x'), 'not_shown'],
    ['the line at a host below', [], file(LINE, 'https://blogs.example.org/x'), 'not_shown'],
    ['the line below many others', [], file(`${'\n'.repeat(50)}${LINE}`), 'not_shown'],
  ] as const)('that shows %s is not seen', async (_, inNames, inFile, fault) => {
    expect((await domain(inNames && [...inNames], inFile)).found).toBe(fault);
  });

  test('tells of no host how it fails', async () => {
    const faults = ['address_not_allowed', 'unreachable', 'refused', 'not_a_page'];
    const outcomes = await Promise.all(faults.map((fault) => domain([], { fault })));
    expect(new Set(outcomes.map(({ found }) => found))).toEqual(new Set(['not_shown']));
  });
});

describe('a page', () => {
  const PROFILE = 'https://people.example/ada';
  const page = (html: string, at = 'https://social.example/@ada') =>
    lookAtPage({ subject: 'https://social.example/@ada', expected: PROFILE }, async () => file(html, at));

  test.each([
    `<a rel="me" href="${PROFILE}">Ada</a>`,
    `<A HREF='${PROFILE}/' REL="nofollow ME noopener">Ada</A>`,
    `<html><head><link rel=me href=${PROFILE}#me></head></html>`,
    `<p>${'<b>'.repeat(500)}<a href="HTTPS://PEOPLE.example/ada" rel="me">x`,
  ])('links back by %s', async (html) => {
    expect(await page(html)).toBe(null);
    expect(await page(html, 'https://www.social.example/@ada')).toBe(null);
    expect(await page(html, 'https://attacker.example/@ada')).toBe('not_shown');
  });

  test.each([
    `<a href="${PROFILE}">Ada</a>`,
    `<a rel="mean" href="${PROFILE}">Ada</a>`,
    `<a rel="me">${PROFILE}</a>`,
    `<a rel="me" href="${PROFILE}2">Ada</a>`,
    `<a rel="me" href="http://people.example/ada">Ada</a>`,
    `<a rel="me" href="https://people.example@attacker.example/ada">Ada</a>`,
    `<a rel="me" href="https://[">Ada</a>`,
    `<!-- <a rel="me" href="${PROFILE}">Ada</a> -->`,
    `<script>"<a rel='me' href='${PROFILE}'>"</script>`,
    `&lt;a rel="me" href="${PROFILE}"&gt;`,
    `<textarea><a rel="me" href="${PROFILE}"></a></textarea>`,
    `${'<b>'.repeat(20_000)}<a rel="me" href="${PROFILE}">`,
    '',
  ])('does not link back by %s', async (html) => {
    expect(await page(html)).toBe('not_shown');
  });

  test('of any content ends in time', async () => {
    const marks = fc.stringMatching(/^[<>a-z="' /!-]{0,400}$/);
    await fc.assert(
      fc.asyncProperty(marks, async (html) => {
        expect(await page(html)).toBe('not_shown');
      }),
      { numRuns: 200, seed: 44 },
    );
  });

  test('that may not be asked looks like one at which nobody answers', async () => {
    const fault = (name: string) =>
      lookAtPage({ subject: 'https://social.example/', expected: PROFILE }, async () => ({ fault: name }));
    expect(await Promise.all(['address_not_allowed', 'unreachable', 'refused', 'not_a_page'].map(fault))).toEqual([
      'unreachable',
      'unreachable',
      'not_shown',
      'not_shown',
    ]);
  });
});

test('a registered domain is directly below a public suffix', () => {
  const all = ['example.org', 'example.co.uk', 'ada.github.io', 'xn--bcher-kva.com', 'example.xn--p1ai'];
  expect(all.map(isRegistered)).toEqual(all.map(() => true));
  const none = ['org', 'co.uk', 'github.io', 'www.example.org', 'printer.local', 'host.internal', 'localhost'];
  expect(none.filter(isRegistered)).toEqual([]);
});
