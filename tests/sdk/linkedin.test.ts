/** LinkedIn's archive, as it is and as nobody should make it. */
import { MAX_ARCHIVE, readLinkedInArchive } from '@gigsy/sdk/linkedin';
import { type Zippable, strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';

const zip = (files: Zippable, level: 0 | 9 = 9) => new Blob([zipSync(files, { level })]);
const skills = strToU8('Name\nGlass\n');

test('only the files that an import can use are read, in whatever folder they are', async () => {
  const read = await readLinkedInArchive(
    zip({
      'Basic_LinkedInDataExport/Skills.csv': skills,
      'Positions_123456.csv': strToU8('Company Name\nGlassworks\n'),
      'messages.csv': strToU8('FROM,CONTENT\nSomebody,Secret\n'),
      'Connections.csv': strToU8('First Name\nOther\n'),
      'Email Addresses.csv': strToU8('Email Address\na@b.example\n'),
      'folder/': new Uint8Array(),
    }),
  );
  expect(read).toEqual({
    ok: true,
    files: { 'Skills.csv': 'Name\nGlass\n', 'Positions.csv': 'Company Name\nGlassworks\n' },
  });
});

test.each([
  ['UTF-8 with its mark', new Uint8Array([0xef, 0xbb, 0xbf, ...strToU8('Zoë')])],
  ['UTF-16, low byte first', new Uint8Array([0xff, 0xfe, 0x5a, 0, 0x6f, 0, 0xeb, 0])],
  ['UTF-16, high byte first', new Uint8Array([0xfe, 0xff, 0, 0x5a, 0, 0x6f, 0, 0xeb])],
  ['Windows-1252', new Uint8Array([0x5a, 0x6f, 0xeb])],
])('text in %s is read', async (_, bytes) => {
  expect(await readLinkedInArchive(zip({ 'Skills.csv': bytes }))).toEqual({ ok: true, files: { 'Skills.csv': 'Zoë' } });
});

test('a file that is not a zip, is cut off or is empty is told apart from a zip without the files', async () => {
  const whole = new Uint8Array(await zip({ 'Skills.csv': skills }).arrayBuffer());
  for (const bytes of [new Uint8Array(), strToU8('PK'), strToU8('x'.repeat(100_000)), whole.subarray(0, -30)])
    expect(await readLinkedInArchive(new Blob([bytes]))).toEqual({ ok: false, fault: 'not_an_archive' });
  expect(await readLinkedInArchive(zip({ 'notes.txt': skills }))).toEqual({ ok: false, fault: 'nothing_found' });
});

test.each([0, 9] as const)('a file beyond the bounds is refused, at level %i of compression', async (level) => {
  const zeros = new Uint8Array(8_000_000).fill(120);
  expect(await readLinkedInArchive(zip({ 'Skills.csv': zeros }, level))).toEqual({ ok: false, fault: 'too_large' });
  // The same beside the files that are read is not unpacked.
  const beside = zip({ 'messages.csv': zeros, 'Skills.csv': skills }, level);
  expect(await readLinkedInArchive(beside)).toMatchObject({ ok: true });
});

test('a file that would unpack to more than it claims is unpacked to its claim alone', async () => {
  const bytes = zipSync({ 'Skills.csv': new Uint8Array(8_000_000).fill(120) }, { level: 9 });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The size in the directory, at the end of the archive, which is what is read.
  const directory = view.getUint32(bytes.length - 6, true);
  view.setUint32(directory + 24, 10, true);
  expect(await readLinkedInArchive(new Blob([bytes]))).toEqual({
    ok: true,
    files: { 'Skills.csv': 'x'.repeat(10) },
  });
});

test('files that are too long together, and archives with too many entries, are refused', async () => {
  const long = strToU8('x'.repeat(390_000));
  const together = zip({ 'Skills.csv': long, 'Profile.csv': long, 'Positions.csv': long });
  expect(await readLinkedInArchive(together)).toEqual({ ok: false, fault: 'too_large' });
  const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`${at}.txt`, new Uint8Array()]));
  expect(await readLinkedInArchive(zip(many, 0))).toEqual({ ok: false, fault: 'too_large' });
});

test('an archive beyond the bound is refused before it is read', async () => {
  const archive = { size: MAX_ARCHIVE + 1, arrayBuffer: () => Promise.reject(new Error('was read')) };
  expect(await readLinkedInArchive(archive as unknown as Blob)).toEqual({ ok: false, fault: 'too_large' });
});
