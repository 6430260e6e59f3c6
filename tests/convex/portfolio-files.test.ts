/** The check of files: what is stored, what is refused, and why. Nothing but the bytes counts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkedFile } from '../../convex/model/portfolio/files/checkedFile.js';
import { type Bytes, bytes, pngOf, refused, taken } from './files.ts';

const told = (file: Bytes) => {
  const checked = checkedFile(file);
  return 'fault' in checked ? checked.fault : Buffer.from(checked.bytes).toString('latin1');
};

test.each(taken)('%s is stored without what does not belong to it', (_, file, stored) => {
  expect(told(file)).toBe(Buffer.from(stored).toString('latin1'));
  // A stored file is taken again as it is.
  expect(told(stored)).toBe(Buffer.from(stored).toString('latin1'));
});

test.each(refused)('%s is refused', (_, file, fault) => {
  expect(told(file)).toBe(fault);
});

test('the type and size are those of the bytes', () => {
  const facts = taken.map(([name, file]) => {
    const { type, width, height } = checkedFile(file) as { type: string; width?: number; height?: number };
    return [name, type, width, height];
  });
  expect(facts.slice(0, 7)).toEqual([
    ['a PNG', 'image/png', 4, 4],
    ['an interlaced PNG', 'image/png', 8, 8],
    ['a JPEG', 'image/jpeg', 3, 2],
    ['a GIF', 'image/gif', 3, 2],
    ['a WebP', 'image/webp', 3, 2],
    ['an AVIF', 'image/avif', 3, 2],
    ['a PDF', 'application/pdf', undefined, undefined],
  ]);
});

test('no file makes the check fail, and what it takes it takes again', () => {
  const files = [...taken, ...refused].map(([, file]) => file).filter((file) => file.length < 2_000);
  const edit = fc.record({ at: fc.nat(2_000), byte: fc.integer({ min: 0, max: 255 }) });
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.constantFrom(...files, bytes()),
      fc.array(edit, { maxLength: 4 }),
      fc.nat(2_000),
      (first, second, edits, length) => {
        const file = bytes(first, second).slice(0, Math.max(1, length));
        for (const { at, byte } of edits) if (at < file.length) file[at] = byte;
        const checked = checkedFile(file);
        if ('fault' in checked) return;
        expect(checkedFile(checked.bytes)).toEqual(checked);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('a picture of eight thousand pixels a side is taken', () => {
  expect(checkedFile(pngOf({ width: 8_192, height: 8 }))).toMatchObject({ width: 8_192, height: 8 });
});
