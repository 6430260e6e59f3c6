/** `node.externalPackages` of convex.json: packages that "use node" modules import as they are installed, unbundled. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LocalDeploymentError, errorText } from '../errors.ts';

/** The names as esbuild takes them; `*` stands for all packages. */
export function externalPackages(functionsDir: string): string[] {
  const file = projectFile(functionsDir);
  if (file === null) return [];
  let named: unknown;
  try {
    named =
      (JSON.parse(readFileSync(file, 'utf8')) as { node?: { externalPackages?: unknown } }).node?.externalPackages ??
      [];
  } catch (error) {
    throw new LocalDeploymentError('functions_invalid', `${file} is not JSON: ${errorText(error)}.`, { cause: error });
  }
  if (!Array.isArray(named) || !named.every((name) => typeof name === 'string')) {
    throw new LocalDeploymentError(
      'functions_invalid',
      `\`node.externalPackages\` in ${file} must be an array of package names.`,
    );
  }
  return named;
}

/** The project's convex.json: next to the functions folder, or above it. */
function projectFile(functionsDir: string): string | null {
  const file = join(functionsDir, '..', 'convex.json');
  if (existsSync(file)) return file;
  const above = dirname(functionsDir);
  return above === functionsDir || existsSync(join(above, 'package.json')) ? null : projectFile(above);
}
