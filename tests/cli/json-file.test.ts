/** JSON files as editors save them and as people break them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readJsonFile } from '../../packages/cli/src/json-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'gigsy-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(content: string | Buffer) {
  const file = path.join(folder, 'file.json');
  writeFileSync(file, content);
  return readJsonFile(file);
}

const text = JSON.stringify({ name: 'Zoë', emoji: '👩‍🔧' });

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
  ['UTF-16 with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['big-endian UTF-16 with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ['UTF-16', Buffer.from(text, 'utf16le')],
  ['big-endian UTF-16', Buffer.from(text, 'utf16le').swap16()],
])('%s is read', (_, bytes) => expect(read(bytes)).toEqual({ value: JSON.parse(text), repeated: [] }));

test.each([
  ['{"a": {} // me\n}', /no comments at line 1, column 10/],
  ['{\n/* me */ "a": 1}', /no comments at line 2, column 1/],
  ["{'a': {}}", /double quotes at line 1, column 2/],
  ['{"a": [1, ]}', /a value is missing at line 1, column 11/],
  ['{"a": NaN}', /a value is missing at line 1, column 7/],
  ['', /line 1, column 1/],
  [Buffer.from([0x7b, 0xe9, 0x7d]), /not UTF-8/],
  [Buffer.from([0xff, 0xfe, 0x00, 0xd8]), /not UTF-16/],
  [`"${'x'.repeat(10_000_000)}"`, /larger than 5 MB/],
])('%j is refused with fault and place', (content, message) => expect(() => read(content)).toThrow(message));

test('names that occur twice in one object are reported with their object', () => {
  const { value, repeated } = read(
    '{"a": {"b": 1, "c": "x, \\"b\\": {", "b": 2}, "list": [{"n": 1}, {"n": 1, "\\u006e": 2}], "b": 3}',
  );
  expect(repeated).toEqual(['a.b', 'list.1.n']);
  expect(value).toMatchObject({ a: { b: 2 }, list: [{ n: 1 }, { n: 2 }] });
});

test('extreme depth and extreme numbers do no harm', () => {
  expect(read(`{"a": ${'['.repeat(200_000)}${']'.repeat(200_000)}, "b": 1, "b": 1e999}`)).toMatchObject({
    value: { b: Infinity },
    repeated: ['b'],
  });
});
