/** A malformed settings file is described in one plain sentence, without its text, which may hold secrets. */
import { afterAll, expect, test } from 'vitest';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../../packages/local/src/cli/settings.ts';
import { freshFolder } from './fixture/deployment.ts';

const folder = freshFolder();
const file = join(folder, 'settings.json');
afterAll(() => rmSync(folder, { recursive: true }));

function outcome(text: string | Buffer): { code?: string; message: string } | ReturnType<typeof readSettings> {
  writeFileSync(file, text);
  try {
    return readSettings({ settings: file });
  } catch (error) {
    return error as { code: string; message: string };
  }
}

test.each([
  ['is empty', '', /is empty; it must hold one JSON object, for instance/],
  ['has white space alone', ' \n\t', /is empty/],
  ['has a byte order mark alone', '\uFEFF', /is empty/],
  ['is cut short', '{"env": {\n"KEY": "sk_secret', /is not JSON/],
  ['has a comma too many', '{\n"port": 1,\n}', /is not JSON \(line 3\)/],
  ['has comments', '// sk_secret\n{}', /is not JSON/],
  ['is a list', '[]', /must hold one JSON object/],
  ['is null', 'null', /must hold one JSON object/],
  ['is a text', '"convex"', /must hold one JSON object/],
  ['has a name that is not known', '{"functoins":"convex"}', /"functoins", which is none of functions, data, port/],
  ['has a folder that is a number', '{"functions":7,"data":"d"}', /"functions" in .* must be a path/],
  ['has a folder without a name', '{"functions":"","data":"d"}', /"functions" in .* must be a path/],
  ['has a port in quotes', '{"functions":"f","data":"d","port":"80"}', /"port" in .* must be a number/],
  ['has a port that is null', '{"functions":"f","data":"d","port":null}', /"port" in .* must be a number/],
  [
    'has a port of a half',
    '{"functions":"f","data":"d","sitePort":1.5}',
    /"sitePort" in .* must be a whole number from 0 to 65535, not 1.5/,
  ],
  [
    'has variables in a list',
    '{"functions":"f","data":"d","env":["A=sk_secret"]}',
    /"env" in .* must be an object of texts/,
  ],
  [
    'has a variable that is a number',
    '{"functions":"f","data":"d","env":{"A":1}}',
    /"env" in .* must be an object of texts/,
  ],
  [
    'has logs of an unknown kind',
    '{"functions":"f","data":"d","logs":"loud"}',
    /"logs" in .* must be one of off, failures, all/,
  ],
  ['names no functions', '{"data":"d"}', /needs --functions DIR/],
])('a file that %s is refused', (_, text, sentence) => {
  const refusal = outcome(text) as { code?: string; message: string };
  expect(refusal).toMatchObject({ code: 'usage', message: expect.stringMatching(sentence) as string });
  expect(refusal.message.split('\n')).toHaveLength(1);
  expect(refusal.message).not.toMatch(/sk_secret|Unexpected|SyntaxError|position/);
});

test('a folder in its place is named as one', () => {
  mkdirSync(join(folder, 'dir'));
  expect(() => readSettings({ settings: join(folder, 'dir') })).toThrow(/can not be read: it is a folder/);
});

test('a byte order mark before sound settings is accepted', () => {
  expect(outcome('\uFEFF{"functions":"convex","data":"data","port":3210,"env":{"A":"b"}}')).toMatchObject({
    functionsDir: join(folder, 'convex'),
    dataDir: join(folder, 'data'),
    port: 3210,
    env: { A: 'b' },
  });
});
