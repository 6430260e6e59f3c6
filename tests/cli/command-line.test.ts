/**
 * The command line itself: versions, help, typing errors; and the commands that documents and hints tell people to
 * type.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { fromJsonResume } from '@gigsy/schema';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/build/stamp.ts';
import { gigsy, temporaryFolder } from './running-hub.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);

const { version } = JSON.parse(readFileSync(path.join(root, 'packages/cli/package.json'), 'utf8')) as {
  version: string;
};

describe('gigsy', () => {
  it('and gigsy-local say their version', async () => {
    for (const option of ['--version', '-V'])
      expect(await gigsy([option])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    expect(JSON.parse((await gigsy(['--version', '--json'])).stdout)).toEqual({ ok: true, version });
    const local = await promisify(execFile)(process.execPath, [
      '--conditions=convex',
      path.join(root, 'packages/local/src/cli/main.ts'),
      '--version',
    ]);
    expect(local.stdout).toBe(`${version}\n`);
  });

  it.each([
    ['set', ['clear', 'data', 'help', 'json', 'url']],
    ['show', ['as', 'data', 'help', 'json', 'url']],
    ['privacy', ['data', 'help', 'json', 'url']],
    ['doctor', ['help', 'json']],
    ['conform', ['help', 'json', 'states', 'timeout']],
  ])('%s lists the options that it takes, and takes no other', async (verb, options) => {
    const { stdout } = await gigsy([verb, '--help']);
    expect([...stdout.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name).sort()).toEqual(options);
    if (!options.includes('data'))
      expect((await gigsy([verb, 'http://127.0.0.1:9/', '--data', folder])).stderr).toContain(
        `gigsy ${verb} has no option --data`,
      );
  });

  it.each([
    [['imprt'], /no verb "imprt"; did you mean import\?/],
    [['set', 'ada', 'headline', 'x', '--cleer'], /no option --cleer; did you mean --clear\?/],
    [['set', 'ada', 'hedline', 'x'], /no field "hedline"; did you mean headline\?/],
    [['privacy', 'ada', 'skils', 'public'], /no privacy key "skils"; did you mean skills\?/],
    [['xyzzy'], /no verb "xyzzy"; There are import/],
  ])('answers %j with a suggestion', async (args, message) => {
    const { code, stderr } = await gigsy(args);
    expect([code, stderr.trim().split('\n').length]).toEqual([1, 1]);
    expect(stderr).toMatch(message);
  });

  it.each([
    [['set', 'ada', 'availability.status', 'sleepy'], 'availability.status must be one of open, limited, closed.'],
    [['set', 'ada', 'availability.remote', 'perhaps'], 'availability.remote must be true or false.'],
    [['privacy', 'ada', 'about', 'everyone'], 'about must be one of public, platform, restricted, owner.'],
  ])('explains %j in words for people', async (args, message) => {
    expect((await gigsy(args)).stderr.trim()).toBe(message);
  });
});

/** Commands and hints in documents, as people copy them. */
const documents = ['README.md', ...globSync('{docs,docs/adr,packages/*}/*.md', { cwd: root })].map(
  (file) => [file, readFileSync(path.join(root, file), 'utf8')] as const,
);

it('no document names a package that does not belong to the project', () => {
  expect(documents.filter(([, text]) => /npx (--yes |-y )?gigsy/.test(text)).map(([file]) => file)).toEqual([]);
});

it('the résumé that README imports exists and is imported whole', () => {
  const [, file = ''] = /npm run gigsy -- import (\S+) /.exec(documents[0]![1]) ?? [];
  expect(fromJsonResume(JSON.parse(readFileSync(path.join(root, file), 'utf8')))).toMatchObject({
    ok: true,
    notes: [],
  });
});

it('the hint that the hub prints works as it stands, also for a data folder with a space and a quote in its name', async () => {
  const data = path.join(folder, "Ada's data");
  const hub = spawn(
    process.execPath,
    ['--conditions=convex', 'examples/hub/src/main.ts', '--port', '0', '--data', data],
    { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  try {
    let printed = '';
    hub.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
    });
    await expect.poll(() => printed, { timeout: 60_000 }).toContain('Ctrl+C');
    const [, hint = ''] = /then: {2}(npm run gigsy .*)/.exec(printed) ?? [];
    const { stdout } = await promisify(execFile)('sh', ['-c', hint], { cwd: root });
    expect(stdout).toContain('identity.headline of ada is now: Looking for my next gig');
  } finally {
    hub.kill('SIGTERM');
    await once(hub, 'exit');
  }
}, 120_000);
