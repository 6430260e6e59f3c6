/**
 * Writes convex/_generated with no deployment: the Convex CLI's offline code generation, plus the `components` export
 * that it leaves to a deployment. `--check` compares instead of writing.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FOLDER = 'convex/_generated';
const before = mkdtempSync(join(tmpdir(), 'gigsy-codegen-'));
cpSync(FOLDER, before, { recursive: true });

execFileSync('npx', ['convex', 'codegen', '--system-udfs', '--typecheck', 'disable'], { stdio: ['ignore', 'ignore', 'inherit'] });
const used = [...readFileSync('convex/convex.config.ts', 'utf8').matchAll(/import (\w+) from '(.+)\/convex\.config\.js'/g)];
extend('api.js', 'import { anyApi } from', 'import { anyApi, componentsGeneric } from', 'export const components = componentsGeneric();\n');
extend('api.d.ts', '', '', `export declare const components: {\n${used.map(([, name, from]) =>
  `  ${name}: import("${from}/_generated/component.js").ComponentApi<"${name}">;\n`).join('')}};\n`);

let stale = false;
if (process.argv.includes('--check')) {
  const stem = (folder: string) => readdirSync(folder).sort().map((file) => `${file}\n${readFileSync(join(folder, file), 'utf8')}`).join('');
  stale = stem(before) !== stem(FOLDER);
  rmSync(FOLDER, { recursive: true });
  cpSync(before, FOLDER, { recursive: true });
}
rmSync(before, { recursive: true });
if (stale) {
  process.stderr.write('convex/_generated is not what the functions say; run: npm run codegen\n');
  process.exit(1);
}

function extend(file: string, from: string, to: string, appended: string): void {
  const path = join(FOLDER, file);
  writeFileSync(path, `${readFileSync(path, 'utf8').replace(from, to)}\n${appended}`);
}
