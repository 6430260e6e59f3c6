/** Rules on the files of a functions folder, and the Convex CLI's own bundling of them. */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { bundleModules } from '../bundle/esbuild.ts';
import { findEntryPoints } from '../bundle/entry-points.ts';
import { LocalDeploymentError, errorText } from '../errors.ts';
import type { Breach } from './breach.ts';

/** Of one folder or file in a module's path, its `.js` included (convex-backend, sync_types/path.rs). */
const LONGEST_PART = 64;

export function moduleBreaches(functionsDir: string): Breach[] {
  if (!existsSync(functionsDir))
    throw new LocalDeploymentError('functions_invalid', `There is no functions folder at ${functionsDir}.`);
  let entries: ReturnType<typeof findEntryPoints>;
  try {
    entries = findEntryPoints(functionsDir);
  } catch (error) {
    return [{ rule: 'runtime', message: errorText(error) }];
  }
  const breaches: Breach[] = [];
  const seen = new Map<string, string>();
  for (const { file, module } of [...entries.isolate, ...entries.node]) {
    const path = relative(functionsDir, file).split(sep).join('/');
    const twin = seen.get(module);
    if (twin !== undefined) breaches.push({ rule: 'module', message: `${twin} and ${path} are the same module.` });
    seen.set(module, path);
    breaches.push(...pathBreaches(path));
    if (path.startsWith('actions/') && entries.isolate.some((entry) => entry.file === file)) {
      breaches.push({
        rule: 'runtime',
        message: `${path} is in the actions folder and does not start with "use node".`,
      });
    }
  }
  if (['ts', 'js'].every((extension) => existsSync(join(functionsDir, `auth.config.${extension}`)))) {
    breaches.push({ rule: 'module', message: 'There is both an auth.config.ts and an auth.config.js.' });
  }
  if (readdirSync(functionsDir).includes('_deps'))
    breaches.push({ rule: 'module', message: 'The folder _deps is reserved for what the CLI bundles.' });
  return breaches;
}

function pathBreaches(path: string): Breach[] {
  const parts = path.replace(/\.[jt]sx?$/, '.js').split('/');
  const wrong = parts.find((part) => !/^[A-Za-z0-9_.]+$/.test(part) || !/[A-Za-z0-9]/.test(part));
  if (wrong !== undefined)
    return [
      {
        rule: 'module',
        message: `${path} is no valid module path: "${wrong}" must be letters, digits, underscores and periods.`,
      },
    ];
  const long = parts.find((part) => part.length > LONGEST_PART);
  return long === undefined
    ? []
    : [
        {
          rule: 'module',
          message: `${path} is no valid module path: "${long}" is longer than ${LONGEST_PART} characters.`,
        },
      ];
}

/** How many bytes of code would be uploaded. */
export async function bundleAsCli(functionsDir: string): Promise<number> {
  const { isolate, node } = findEntryPoints(functionsDir);
  const schema = ['schema.ts', 'schema.js'].map((name) => join(functionsDir, name)).filter((file) => existsSync(file));
  const sizes = await Promise.all([
    bundleModules(functionsDir, [...isolate.map(({ file }) => file), ...schema], 'browser'),
    bundleModules(
      functionsDir,
      node.map(({ file }) => file),
      'node',
    ),
  ]);
  return sizes[0] + sizes[1];
}
