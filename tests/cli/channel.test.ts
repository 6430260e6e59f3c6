/** The embed host of `npm start`: the channel and the pinned builds as a CDN serves them, and their caching. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningHub, startHub, temporaryFolder } from './running-hub.ts';

interface Manifest {
  version: string;
  entry: string;
  files: Record<string, { integrity: string }>;
}

interface Builds {
  channels: { v1: { version: string; entry: string; manifest: string } };
  newest: string;
  oldestSupported: string;
  deprecated: string[];
  builds: { version: string; status: string; entry: string; integrity: string; manifest: string }[];
}

const { folder, remove } = temporaryFolder();
let hub: RunningHub;
let builds: Builds;

beforeAll(async () => {
  hub = await startHub(folder);
  builds = await json<Builds>('builds.json');
}, 120_000);
afterAll(async () => {
  await hub?.end('SIGTERM');
  remove();
});

const get = (file: string, headers: Record<string, string> = {}) => fetch(`${hub.addresses.cdn}/${file}`, { headers });
const json = async <T>(file: string) => (await get(file)).json() as Promise<T>;
const FOREVER = 'public, max-age=31536000, immutable';

/** The hash that a browser checks before it runs the file. */
async function served(file: string) {
  const response = await get(file);
  const { headers } = response;
  return {
    status: response.status,
    type: headers.get('content-type'),
    open: headers.get('access-control-allow-origin'),
    caching: headers.get('cache-control'),
    integrity: `sha384-${createHash('sha384')
      .update(Buffer.from(await response.arrayBuffer()))
      .digest('base64')}`,
  };
}

it('serves every file of the channel as its manifest says: chunks are kept for ever, changing files are revalidated', async () => {
  const { entry, files } = await json<Manifest>('v1/manifest.json');
  expect(entry).toBe('gigsy.js');
  expect(Object.keys(files).length).toBeGreaterThan(5);
  for (const [file, { integrity }] of Object.entries(files)) {
    expect({ file, ...(await served(`v1/${file}`)) }).toEqual({
      file,
      status: 200,
      type: 'text/javascript; charset=utf-8',
      open: '*',
      integrity,
      caching: file === entry ? 'public, no-cache' : FOREVER,
    });
  }
  for (const file of ['v1/manifest.json', 'builds.json'])
    expect(await served(file)).toMatchObject({ status: 200, open: '*', caching: 'public, no-cache' });
});

it('serves pinned builds that never change, as the list of builds says', async () => {
  expect(builds.builds.map(({ version }) => version)).toContain('0.1.0');
  expect(builds.newest).toBe(builds.builds[0]!.version);
  for (const { version, entry, integrity, manifest } of builds.builds) {
    expect(await served(entry)).toMatchObject({ status: 200, integrity, caching: FOREVER });
    const { files, ...described } = await json<Manifest>(manifest);
    expect(described.version).toBe(version);
    for (const [file, described] of Object.entries(files)) {
      expect({ file, ...(await served(`${version}/${file}`)) }).toMatchObject({
        file,
        status: 200,
        integrity: described.integrity,
        caching: FOREVER,
      });
    }
  }
});

it('keeps the chunks of earlier builds in the channel, for pages that were opened before a release', async () => {
  for (const { version } of builds.builds) {
    const { files } = await json<Manifest>(`${version}/manifest.json`);
    for (const file of Object.keys(files).filter((name) => name.startsWith('chunks/'))) {
      expect(`${file} ${(await get(`v1/${file}`)).status}`).toBe(`${file} 200`);
    }
  }
});

it('answers 304 to a page that has the entry, and 404 for versions that never existed', async () => {
  const etag = (await get('v1/gigsy.js')).headers.get('etag')!;
  expect((await get('v1/gigsy.js', { 'If-None-Match': etag })).status).toBe(304);
  for (const file of ['9.9.9/gigsy.js', 'v2/gigsy.js', 'v1/', '0.1.0/', '0.1.0/..%2fbuilds.json', '']) {
    expect(`${file} ${(await get(file)).status}`).toBe(`${file} 404`);
  }
});
