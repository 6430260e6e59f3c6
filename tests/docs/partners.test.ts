/** docs/partners.md agrees with the code: the sandbox's table, the doctor's codes, the commands. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sandboxHandles } from '@gigsy/sdk/sandbox';
import { type Verb, readGiven } from '../../packages/cli/src/command.ts';
import { conform } from '../../packages/cli/src/verbs/conform.ts';
import { doctor } from '../../packages/cli/src/verbs/doctor.ts';
import { root } from './code-blocks.ts';

const page = readFileSync(path.join(root, 'docs/partners.md'), 'utf8');

test("the table of the sandbox lists the sandbox's data", () => {
  const rows = [...page.matchAll(/^\| `(sandbox-[a-z]+)` +\| (.+?) +\|$/gm)].map(([, handle, summary]) => ({
    handle,
    summary,
  }));
  expect(rows).toEqual(sandboxHandles);
});

test('the table of codes lists every code of the doctor, and no other', () => {
  const sources = globSync('packages/cli/src/doctor/*.ts', { cwd: root })
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n');
  const told = [...sources.matchAll(/(?:findings\.(?:error|warning|hint)|\btell)\(\s*'([a-z_]+)'/g)].map(
    (match) => match[1]!,
  );
  const byDirective = ['connect-src', 'img-src'].map((directive) => `csp_${directive.replace('-', '_')}`);
  const rows = page.slice(page.indexOf('| examined part'), page.indexOf('The doctor does not see'));
  expect(rows).not.toBe('');
  const documented = [...rows.matchAll(/`([a-z_]+)`/g)].map((match) => match[1]!);
  expect(documented.sort()).toEqual([...new Set([...told, ...byDirective])].sort());
});

test('every command exists', () => {
  const commands = [...page.matchAll(/^ {4}npx @gigsy\/cli (\S+) (.+)$/gm)];
  const verbs: Record<string, Verb> = { conform, doctor };
  expect(commands.map(([, name]) => name)).toEqual(['doctor', 'conform']);
  for (const [, name, rest] of commands) expect(() => readGiven(verbs[name!]!, rest!.split(' '))).not.toThrow();
  for (const [, flag] of page.matchAll(/`--(states|timeout|json)/g))
    expect(Object.keys({ ...conform.flags, json: 1 })).toContain(flag);
});
