/** The frozen builds are whole, unchanged, and as many as the rule N-2 promises. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { manifestIn, releaseFolder, releasedVersions } from '../../scripts/channel/assemble.ts';
import { answersFolder } from '../../scripts/channel/record.ts';
import { isVersion, minorOf, newestFirst, promisedMinors, standing } from '../../scripts/channel/support.ts';

const version = (JSON.parse(readFileSync('packages/elements/package.json', 'utf8')) as { version: string }).version;

describe.each(releasedVersions())('releases/%s', (released) => {
  const folder = releaseFolder(released);
  const manifest = manifestIn(folder);

  test('holds the files of its manifest, byte for byte, and no others', () => {
    const found = globSync('**/*.*', { cwd: folder })
      .map((file) => file.split(path.sep).join('/'))
      .filter((file) => file !== 'manifest.json');
    const integrity = (file: string) =>
      `sha384-${createHash('sha384')
        .update(readFileSync(path.join(folder, file)))
        .digest('base64')}`;
    expect(Object.fromEntries(found.sort().map((file) => [file, integrity(file)]))).toEqual(
      Object.fromEntries(Object.entries(manifest.files).map(([file, described]) => [file, described.integrity])),
    );
    expect(manifest.version).toBe(released);
  });

  test('comes with the answers of the API of its time', () => {
    expect(existsSync(path.join(answersFolder, `${released}.json`))).toBe(true);
  });
});

test("the packages' version is the newest frozen one, and the builds that the rule promises exist", () => {
  expect(releasedVersions()[0], 'npm run release raises the version and freezes its build').toBe(version);
  expect(releasedVersions().map(minorOf)).toEqual(expect.arrayContaining(promisedMinors(version)));
  expect(readdirSync('releases').filter((name) => !isVersion(name))).toEqual([]);
});

test('the hashes in the documentation are those of a frozen build', () => {
  const documented = readFileSync('docs/channel.md', 'utf8').match(/sha384-[\w+/=]+/g)!;
  const frozen = releasedVersions()
    .flatMap((released) => Object.values(manifestIn(releaseFolder(released)).files))
    .map(({ integrity }) => integrity);
  expect(documented.length).toBeGreaterThan(1);
  expect(documented.filter((hash) => !frozen.includes(hash))).toEqual([]);
});

test('versions are ordered as numbers', () => {
  expect(newestFirst(['0.9.0', '0.10.0', '1.0.0', '0.10.2'])).toEqual(['1.0.0', '0.10.2', '0.10.0', '0.9.0']);
});

test('the newest patches of the newest three minors are supported, across majors', () => {
  expect(standing(['0.8.0', '0.9.0', '0.9.1', '0.10.0', '1.0.0', '1.0.1'])).toEqual([
    { version: '1.0.1', status: 'newest' },
    { version: '1.0.0', status: 'deprecated' },
    { version: '0.10.0', status: 'supported' },
    { version: '0.9.1', status: 'supported' },
    { version: '0.9.0', status: 'deprecated' },
    { version: '0.8.0', status: 'deprecated' },
  ]);
  expect(standing([])).toEqual([]);
});

test('a minor version promises itself and the two before it', () => {
  expect(promisedMinors('0.1.0')).toEqual(['0.1']);
  expect(promisedMinors('0.4.2')).toEqual(['0.4', '0.3', '0.2']);
  expect(promisedMinors('1.0.0')).toEqual(['1.0']);
});
