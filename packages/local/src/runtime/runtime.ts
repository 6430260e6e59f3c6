/** Loads bundled functions: default-runtime modules into realms (see isolate.ts), "use node" modules into Node itself. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants, runInContext } from 'node:vm';
import type { SplitModules } from '../bundle/split.ts';
import { LocalDeploymentError, errorText } from '../errors.ts';
import { Chunks, compileChunks } from './chunks.ts';
import { runtimeConsole } from './globals.ts';
import type { ModuleExports } from './isolate.ts';
import { newContext } from './realm.ts';
import type { ImportTime } from './realm.ts';
import type { SyscallHost } from './syscall-host.ts';

/**
 * Evaluates a script that stands alone (the schema, auth.config.ts), which sees environment variables but not the
 * database.
 */
export function evaluateConfig(source: string, env: Record<string, string>, importTime: ImportTime): unknown {
  const context = newContext({ name: '', env, convex: undefined, importTime }, { loading: true, written: false });
  runInContext(source, context, { filename: 'config.js' });
  return (context as { __bundle: { config: unknown } }).__bundle.config;
}

export function loadNodeModules(
  modules: SplitModules,
  dir: string,
  env: Record<string, string>,
  convex: SyscallHost,
): ModuleExports {
  const file = join(dir, 'convex-node.js');
  const scripts = compileChunks(modules, ['process', 'Convex', 'console'], () => ({
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }));
  const own = Object.create(process, { env: { value: { ...env } } }) as object;
  const outside = createRequire(file);
  const chunks = new Chunks(scripts, {
    run: (script) => script.runInThisContext(),
    outside: (specifier) =>
      specifier === 'process' || specifier === 'node:process' ? own : (outside(specifier) as unknown),
    beforeLazy: () => undefined,
    url: pathToFileURL(file).href,
    given: [own, convex, runtimeConsole()],
  });
  try {
    return Object.fromEntries(
      Object.entries(modules.entries).map(([name, path]) => [name, chunks.load(path) as Record<string, unknown>]),
    );
  } catch (error) {
    throw new LocalDeploymentError(
      'functions_invalid',
      `The "use node" functions failed to load: ${errorText(error)}.`,
      { cause: error },
    );
  }
}
