/** The command `gigsy verify` as people and programs call it: exit codes, files that are no credential, and what it never asks. */
import { writeFileSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Unreachable, reaching } from '../../packages/cli/src/verify/reach.ts';
import { issuerAt } from './credentials.ts';
import { gigsy, temporaryFolder } from './running-hub.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);

function file(name: string, content: string | Buffer): string {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
}

/** A local hub's site, with answers by path. */
const answers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url!);
  const answer = answers.get(request.url!);
  if (answer) answer(request, response);
  else response.writeHead(404).end();
});
const json = (body: unknown) => (_: IncomingMessage, response: ServerResponse) =>
  void response.end(JSON.stringify(body));
let site: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

test('a credential of a local hub is verified with --local, and nothing is asked without', async () => {
  const issuer = issuerAt(site);
  const good = await issuer.badge();
  answers.set('/.well-known/did.json', json(issuer.document));
  answers.set(new URL(issuer.list).pathname, json(await issuer.statusList()));
  const at = file('good.json', JSON.stringify(good));

  const found = await gigsy(['verify', at, '--local']);
  expect(found).toEqual({ code: 0, stderr: '', stdout: expect.stringMatching(/^schema {5}ok {11}It has/) });
  expect(found.stdout.trim().split('\n')).toHaveLength(5);
  asked.length = 0;
  const { code, stdout } = await gigsy(['verify', at, '--json']);
  const { ok, checks } = JSON.parse(stdout) as {
    ok: boolean;
    checks: { name: string; outcome: string; message: string }[];
  };
  expect([code, ok, asked]).toEqual([2, false, []]);
  expect(checks.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
    'schema ok',
    'issuer not_checked',
    'signature not_checked',
    'dates ok',
    'status not_checked',
  ]);

  const keys = file('did.json', JSON.stringify(issuer.document));
  const forged = file('forged.json', JSON.stringify({ ...good, name: 'Saint\u202e\u001b[31m' }));
  const refused = await gigsy(['verify', forged, '--offline', '--issuer', keys]);
  expect([refused.code, refused.stdout]).toEqual([1, expect.stringContaining('signature  FAILED')]);
  expect(refused.stdout).not.toMatch(/[\u001b\u202e]/);
}, 60_000);

test.each<[what: string, content: string | Buffer, code: number, message: RegExp]>([
  ['text', 'hello', 2, /is not JSON: .* at line 1, column 1\.\n$/],
  ['nothing', '', 2, /is not JSON/],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]), 2, /is not UTF-8 text\.\n$/],
  ['a huge file', `"${'x'.repeat(1_000_001)}"`, 2, /larger than 1 MB, which no credential is\.\n$/],
  ['a name that is there twice', '{"name": "a", "name": "b"}', 2, /has name twice/],
])('%s is refused in one line, without a stack', async (_, content, code, message) => {
  const ended = await gigsy(['verify', file('other.json', content)]);
  expect([ended.code, ended.stdout, ended.stderr.trim().split('\n').length]).toEqual([code, '', 1]);
  expect(ended.stderr).toMatch(message);
});

test('another document is told from a credential, and help tells how', async () => {
  const other = await gigsy(['verify', file('other.json', `{"a": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`)]);
  expect([other.code, other.stderr]).toEqual([1, '']);
  expect(other.stdout).toMatch(/^schema {5}FAILED/);
  expect(await gigsy(['verify', path.join(folder, 'none.json')])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/There is no file/),
  });
  expect((await gigsy(['verify', '--help'])).stdout).toMatch(/--issuer FILE[\s\S]*--local[\s\S]*--offline/);
  expect((await gigsy(['verify', 'x', '--offline', '--local'])).stderr).toMatch(/not both/);
}, 60_000);

test.each([
  'http://hub.example/.well-known/did.json',
  'https://127.0.0.1/.well-known/did.json',
  'https://[::1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://[2002:0a00:0001::]/',
  'https://[fd00::1]/',
  'https://10.0.0.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://0x7f.1/',
  'https://localhost/',
  'https://hub.localhost/',
  `https://${hostname()}/`,
  'https://name:word@hub.example/',
  'file:///etc/passwd',
  'nonsense',
])('%s is not asked', async (address) => {
  await expect(reaching(false)(address)).rejects.toThrow(Unreachable);
  await expect(reaching(false)(address)).rejects.toThrow(/this machine|inside a network|https without|no address/);
});

test('with --local, only this machine is asked over http, redirects are not followed, and size is bounded', async () => {
  const reach = reaching(true);
  await expect(reach('http://10.0.0.1/')).rejects.toThrow(/https without/);
  answers.set('/away', (_, response) => void response.writeHead(302, { Location: '/.well-known/did.json' }).end());
  answers.set('/huge', (_, response) => void response.end('x'.repeat(1_000_001)));
  answers.set('/text', (_, response) => void response.end('hello'));
  await expect(reach(`${site}/away`)).rejects.toThrow('answers with status 302');
  await expect(reach(`${site}/huge`)).rejects.toThrow('is larger than 1 MB');
  await expect(reach(`${site}/text`)).rejects.toThrow('does not answer with JSON');
});
