/** Files with a secret are whole or absent; one that is empty, cut short or changed opens nothing. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { Authenticator } from '../../packages/local/src/auth/authenticator.ts';
import { isAdminKey, loadAdminKey } from '../../packages/local/src/auth/admin-key.ts';
import { identityFrom, identityOf } from '../../packages/local/src/auth/identity.ts';
import { writeDurably } from '../../packages/local/src/durable-file.ts';
import { startDeployment, startIssuer } from '../../packages/local/src/index.ts';
import { Store } from '../../packages/local/src/store/store.ts';
import { StorageAddresses } from '../../packages/local/src/storage/addresses.ts';
import { freshFolder, functionsDir } from './fixture/deployment.ts';

vi.mock('node:fs', { spy: true });

const folders: string[] = [];
const folder = () => folders[folders.push(freshFolder()) - 1]!;
afterEach(() => {
  vi.resetAllMocks();
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
});

const noSpace = () => {
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
};

describe('the key of administrators', () => {
  test.each([
    ['empty', () => ''],
    ['a line break', () => '\n'],
    ['cut short', (key: string) => key.slice(0, 30)],
    ['cut by one', (key: string) => key.slice(0, -1)],
    ['without its beginning', (key: string) => key.slice(6)],
    ['zero bytes', (key: string) => '\0'.repeat(key.length)],
    ['of two lines', (key: string) => `${key}\n${key}`],
  ])('that is %s stops the start, and the file stays', async (_, change) => {
    const dataDir = folder();
    const file = join(dataDir, 'admin-key');
    const text = change(loadAdminKey(dataDir));
    writeFileSync(file, text);
    await expect(startDeployment({ functionsDir, dataDir })).rejects.toMatchObject({
      code: 'data_damaged',
      message: expect.stringContaining('admin-key') as string,
    });
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('on a full disk is made not at all, and whole the next time', () => {
    const dataDir = folder();
    vi.mocked(fs.writeFileSync).mockImplementationOnce(noSpace);
    expect(() => loadAdminKey(dataDir)).toThrow(expect.objectContaining({ code: 'disk_full' }) as Error);
    expect(readdirSync(dataDir)).toEqual([]);
    expect(loadAdminKey(dataDir)).toMatch(/^local\|[0-9a-f]{48}$/);
    expect(statSync(join(dataDir, 'admin-key')).mode & 0o777).toBe(0o600);
  });

  test('opens only with itself, and a damaged key opens nothing, not even with itself', () => {
    const key = loadAdminKey(folder());
    expect(isAdminKey(key, key)).toBe(true);
    for (const given of ['', key.slice(1), `${key} `, key.toUpperCase()]) expect(isAdminKey(given, key)).toBe(false);
    for (const none of ['', 'x', 'local|']) expect(isAdminKey(none, none)).toBe(false);
    expect(() => new Authenticator([], '').admin('')).toThrow('deploy key');
  });
});

test('a file is under its name only when it is on disk', () => {
  const file = join(folder(), 'state.json');
  writeDurably(file, 'first');
  for (const step of ['writeFileSync', 'fsyncSync', 'renameSync'] as const) {
    vi.mocked(fs[step] as () => void).mockImplementationOnce(noSpace);
    expect(() => writeDurably(file, 'second')).toThrow('ENOSPC');
    expect([step, readFileSync(file, 'utf8'), existsSync(`${file}.new`)]).toEqual([step, 'first', false]);
  }
  writeDurably(file, 'second');
  expect(readFileSync(file, 'utf8')).toBe('second');
});

test.each([
  ['empty', ''],
  ['cut short', '-----BEGIN PRIVATE KEY-----\nMIIEvQ'],
  ['of another kind', 'a diary'],
])("an issuer's key that is %s stops it, and the file stays", async (_, text) => {
  const dataDir = folder();
  writeFileSync(join(dataDir, 'issuer-key.pem'), text);
  await expect(startIssuer({ dataDir, people: [], allowedOrigins: [] })).rejects.toMatchObject({
    code: 'data_damaged',
    message: expect.stringContaining('issuer-key.pem') as string,
  });
  expect(readFileSync(join(dataDir, 'issuer-key.pem'), 'utf8')).toBe(text);
});

test.each(['', 'ab', 'x'.repeat(64)])('a malformed secret of file addresses signs nothing: "%s"', (secret) => {
  const store = new Store(folder());
  store.setMeta('storage-secret', secret);
  expect(() => new StorageAddresses(store)).toThrow(expect.objectContaining({ code: 'data_damaged' }) as Error);
  store.close();
});

describe('an identity', () => {
  test('no claim or attribute of the same name says', () => {
    const claims = {
      subject: 'administrator',
      issuer: 'https://other.example',
      tokenIdentifier: 'https://other.example|administrator',
      name: 'Ada',
    };
    const real = { subject: 'ada', issuer: 'https://people.example', tokenIdentifier: 'https://people.example|ada' };
    expect(identityOf(claims, real.issuer, real.subject)).toEqual({ ...real, name: 'Ada' });
    expect(
      identityFrom({ subject: 'ada', issuer: 'https://people.example', tokenIdentifier: 'x|y' } as Parameters<
        typeof identityFrom
      >[0]),
    ).toEqual(real);
  });

  test('a token with custom claims of those names keeps its `sub` and `iss`', async () => {
    const issuer = await startIssuer({ dataDir: folder(), people: [], allowedOrigins: [] });
    const authenticator = new Authenticator([{ kind: 'oidc', issuer: issuer.url, applicationID: 'convex' }], '');
    const forged = { subject: 'administrator', issuer: 'https://other.example', tokenIdentifier: 'administrator' };
    const { identity } = await authenticator.user(await issuer.token('ada', forged as object));
    expect(identity).toEqual({ subject: 'ada', issuer: issuer.url, tokenIdentifier: `${issuer.url}|ada` });
    await issuer.close();
  });
});
