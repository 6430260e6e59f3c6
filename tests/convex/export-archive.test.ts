/** Files of a large export: each is bounded and whole, and together they hold every row once. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type ExportSource, writeFile } from '../../convex/model/privacy/exportArchive.js';
import type { ExportPlace } from '../../convex/model/privacy/exports.js';

/** Text that hardly gets smaller in an archive. */
const noise = () => Array.from(crypto.getRandomValues(new Uint8Array(1_024)), (byte) => byte.toString(36)).join('');
const PAGES = 8;
const ROWS = 100;
const LIMIT = 400_000;

test('more than one file holds is cut between pages', async () => {
  const written: string[] = [];
  const told: number[] = [];
  const source: ExportSource = {
    stores: [
      { table: 'small', about: 'Small.', without: null, schema: { type: 'array' } },
      { table: 'left', about: 'Left out.', without: 'a copy', schema: null },
      { table: 'large', about: 'Large.', without: null, schema: null },
    ],
    read: async ({ store, cursor }) => {
      if (store === 0) return { rows: [{ name: 'one' }], cursor: null, files: [] };
      const at = Number(cursor ?? 0);
      const rows = Array.from({ length: ROWS }, (_, n) => ({ id: `row-${at * ROWS + n}`, noise: noise() }));
      written.push(...rows.map(({ id }) => id));
      return { rows, cursor: at + 1 < PAGES ? String(at + 1) : null, files: [] };
    },
    file: async () => null,
    resume: async () => '{}',
    progress: async (done) => {
      told.push(done);
      return true;
    },
  };
  const [sizes, ids]: [number[], string[]] = [[], []];
  let next: ExportPlace | null = { store: 0, cursor: null };
  for (let number = 1; next; number += 1) {
    const made: Awaited<ReturnType<typeof writeFile>> = await writeFile(source, { number, next, handle: 'ada' }, LIMIT);
    const zip = unzipSync(new Uint8Array(await made!.blob.arrayBuffer()));
    sizes.push(made!.size);
    const name = number === 1 ? 'large.json' : `large-${number}.json`;
    ids.push(...(JSON.parse(strFromU8(zip[name]!)) as { id: string }[]).map(({ id }) => id));
    expect(Object.keys(zip)).toContain('index.html');
    next = made!.next;
  }
  expect(sizes.length).toBeGreaterThan(1);
  // One page above the bound at most.
  for (const size of sizes) expect(size).toBeLessThan(LIMIT + 250_000);
  expect(ids).toEqual(written);
  expect(told).toEqual([1, 2, 3]);
});

test('names of media are file names and no paths, and the schema of a list stands beside it', async () => {
  const names = ['../../etc/passwd', '..', '/root', 'C:\\x', 'a\u0000b.png', '\u202egnp.exe', 'picture.png'];
  const source: ExportSource = {
    stores: [{ table: 'profilePhotos', about: 'Pictures.', without: null, schema: { type: 'array' } }],
    read: async () => ({ rows: [{}], cursor: null, files: names.map((name) => ({ id: 'file' as never, name })) }),
    file: async () => new Blob(['x']),
    resume: async () => null,
    progress: async () => true,
  };
  const made = await writeFile(source, { number: 1, next: { store: 0, cursor: null }, handle: 'ada' });
  const zip = unzipSync(new Uint8Array(await made!.blob.arrayBuffer()));
  const media = Object.keys(zip).filter((name) => name.startsWith('media/'));
  for (const name of media) expect(name).toMatch(/^media\/[A-Za-z0-9][A-Za-z0-9-]*(\.[A-Za-z0-9-]+)*$/);
  expect(media).toContain('media/picture.png');
  expect(JSON.parse(strFromU8(zip['schemas/profilePhotos.schema.json']!))).toEqual({ type: 'array' });
});
