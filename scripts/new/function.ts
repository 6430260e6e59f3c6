/** The parts of a new function: entry of the contract, sample, handler and test. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../build/stamp.ts';
import type { Change, Insertion } from './change.ts';
import { type FunctionName, NameError } from './names.ts';

export function newFunction({ domain, name }: FunctionName): Change {
  const folder = `packages/schema/src/${domain}`;
  const [contract, samples, handlers] = [`${folder}/contract.ts`, `${folder}/samples.ts`, `convex/${domain}.ts`];
  if (!existsSync(path.join(root, contract)))
    throw new NameError(`${contract} is not there: make the domain first, npm run new -- domain ${domain}.`);
  if (new RegExp(`^  ${name}: `, 'm').test(textOf(contract)))
    throw new NameError(`${domain}.${name} exists in ${contract}: choose another name.`);
  const made: Change = {
    files: { [`tests/convex/${domain}-${kebabCase(name)}.test.ts`]: test(domain, name) },
    insertions: [
      ...imports(contract, [
        ["import { query } from '../contract/define.ts';", 'query'],
        ["import { members } from '../contract/principals.ts';", 'members'],
      ]),
      { file: contract, before: within(`${domain}Contract`), lines: entry(name) },
      { file: samples, before: within(`${domain}Samples`), lines: `\n  ${name}: () => ({}),` },
    ],
  };
  if (!existsSync(path.join(root, handlers)))
    return { ...made, files: { ...made.files, [handlers]: handlersFile(domain, name) } };
  const needed = imports(handlers, [["import { isMember } from './model/contract/principal.js';", 'isMember']]);
  const end: Insertion = { file: handlers, before: /$(?![^])/, lines: `\n${handler(domain, name)}` };
  return { ...made, insertions: [...made.insertions, ...needed, end] };
}

/** The end of the object that `constant` is. */
function within(constant: string): RegExp {
  return new RegExp(`(?<=export const ${constant}\\b[^]*?)\\n\\}`);
}

/** Import lines for those names that the file does not import yet. */
function imports(file: string, wanted: [line: string, name: string][]): Insertion[] {
  const text = textOf(file);
  return wanted
    .filter(([, name]) => !new RegExp(`^import [^;]*\\b${name}\\b[^;]*;`, 'm').test(text))
    .map(([line]) => ({ file, before: /^import /m, lines: `${line}\n` }));
}

function entry(name: string): string {
  return `
  ${name}: query({
    summary: "The handle of the caller's own profile; null before there is one.",
    args: z.strictObject({}),
    result: z.strictObject({ handle: z.string().nullable() }),
    callers: members,
    reveals: 'Nothing about others.',
  }),`;
}

function handler(domain: string, name: string): string {
  return `export const ${name} = implementQuery(contract.${domain}.${name}, async (_, { principal }) => ({
  handle: isMember(principal) ? (principal.account.handle ?? null) : null,
}));
`;
}

function handlersFile(domain: string, name: string): string {
  return `/** Public functions of the ${domain} domain. */
import { contract } from '@gigsy/schema';
import { isMember } from './model/contract/principal.js';
import { implementQuery } from './model/door/implement.js';

${handler(domain, name)}`;
}

function test(domain: string, name: string): string {
  return `/** ${domain}.${name}: its answers, and its callers. */
import { expect, test } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { deployment, person, refusalOf } from './deployment.ts';

test('${domain}.${name} answers a member, and refuses anyone who is not signed in', async () => {
  const d = deployment();
  const ada = await person(d, 'ada', { role: 'mentor' });
  expect(await ada.query(api.${domain}.${name}, {})).toEqual({ handle: 'ada' });
  expect((await refusalOf(d.t.query(api.${domain}.${name}, {}))).code).toBe('unauthenticated');
});
`;
}

function textOf(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
