/** Finds the modules of a functions folder by the Convex CLI's rules. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { LocalDeploymentError } from '../errors.ts';

const EXTENSIONS = ['.js', '.mjs', '.cjs', '.ts', '.tsx', '.mts', '.cts', '.jsx'];
/** These always run in the default runtime, so "use node" is refused in them. */
const DEFAULT_RUNTIME_ONLY = new Set(['http', 'crons', 'schema', 'auth.config']);

export interface EntryPoint {
  file: string;
  /** The module's path as functions are addressed, for instance "messages" or "profile/accounts". */
  module: string;
}

export interface EntryPoints {
  isolate: EntryPoint[];
  node: EntryPoint[];
}

export function findEntryPoints(dir: string): EntryPoints {
  const found: EntryPoints = { isolate: [], node: [] };
  for (const file of walk(dir)) {
    const path = relative(dir, file).split(sep).join('/');
    if (!isEntryPoint(path)) continue;
    const source = readFileSync(file, 'utf8');
    if (/\.tsx?$/.test(file) && !/^\s{0,100}(import|export)/m.test(source)) continue;
    const module = path.replace(/\.[^.]+$/, '');
    const runtime = hasUseNode(source) ? 'node' : 'isolate';
    if (runtime === 'node' && DEFAULT_RUNTIME_ONLY.has(module))
      throw new LocalDeploymentError('functions_invalid', `"use node" directive is not allowed for ${path}.`);
    found[runtime].push({ file, module });
  }
  return found;
}

function* walk(dir: string): Generator<string> {
  const entries = readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(dir, entry.name);
    // A folder with its own convex.config.ts is a component, bundled on its own.
    if (entry.isDirectory() && !existsSync(join(path, 'convex.config.ts'))) yield* walk(path);
    else if (entry.isFile()) yield path;
  }
}

function isEntryPoint(path: string): boolean {
  const base = path.slice(path.lastIndexOf('/') + 1);
  return (
    EXTENSIONS.some((extension) => path.endsWith(extension)) &&
    !path.startsWith('_generated/') &&
    !base.startsWith('.') &&
    !base.startsWith('#') &&
    base !== 'schema.ts' &&
    base !== 'schema.js' &&
    base.split('.').length <= 2 &&
    !path.includes(' ')
  );
}

/** The directive must come before all statements; comments may precede it. */
function hasUseNode(source: string): boolean {
  if (!source.includes('use node')) return false;
  const start = source.replace(/^(\s|\/\/[^\n]*(\n|$)|\/\*[\s\S]*?\*\/|(['"])use (?!node)[^'"]*\3;?)*/, '');
  return /^(['"])use node\1/.test(start);
}
