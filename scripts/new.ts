/** `npm run new`: makes the files of a new element, function or domain, which compile and pass, and joins them to the rest. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { root } from './build/stamp.ts';
import { make } from './new/change.ts';
import { newDomain } from './new/domain.ts';
import { newElement } from './new/element.ts';
import { newFunction } from './new/function.ts';
import { NameError, checkedDomain, checkedKind, elementName, functionName } from './new/names.ts';

const HELP = `npm run new -- element|function|domain NAME [--help]

  element NAME    profile/badge-list, or badge-list of the profile domain: class, styles, words in every language, story, test
  function NAME   portfolio.archived: entry of the contract, sample, handler, test
  domain NAME     portfolio: documents, rows of the privacy matrix, events, contract, tables, model, functions, an element with
                  story, tests and a page of docs

Then runs npm run codegen and npm run generate, and says what to look at. A new story has no pictures yet:
npm run stories:accept takes them.
`;

const makers = {
  element: (name: string | undefined) => newElement(elementName(name)),
  function: (name: string | undefined) => newFunction(functionName(name)),
  domain: (name: string | undefined) => newDomain(checkedDomain(name)),
};

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [kind, name, ...more] = positionals;
  if (more.length > 0) throw new NameError(`Give one name, not ${more.length + 1}.`);
  const { written, changed } = await make(makers[checkedKind(kind)](name));
  for (const file of written) process.stdout.write(`new      ${file}\n`);
  for (const file of changed) process.stdout.write(`changed  ${file}\n`);
  if (!run('packages/local/src/cli/main.ts', 'codegen', '--functions', 'convex') || !run('scripts/generate.ts'))
    return 1;
  if (written.some((file) => file.includes('/words/')))
    process.stdout.write('The words are English in every language: translate the files in words/.\n');
  return 0;
}

function run(...script: string[]): boolean {
  return (
    spawnSync(process.execPath, ['--conditions=convex', ...script], { cwd: root, stdio: ['ignore', 2, 2] }).status === 0
  );
}

try {
  process.exitCode = await main();
} catch (error) {
  const expected = error instanceof NameError || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(
    expected ? `${(error as Error).message} See npm run new -- --help.\n` : `${(error as Error).stack}\n`,
  );
  process.exitCode = 1;
}
