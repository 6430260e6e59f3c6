/** Loads bundled functions: default-runtime modules into a vm context, "use node" modules into Node itself. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createContext, runInContext, runInThisContext } from 'node:vm';
import { LocalDeploymentError, errorText } from '../errors.ts';
import { BOOTSTRAP } from './bootstrap.ts';
import { currentFrame } from './frame.ts';
import { hostErrors, runtimeGlobals } from './globals.ts';

/** The `Convex` global through which convex/server reaches the deployment. */
export interface SyscallHost {
  syscall(op: string, args: string): string;
  asyncSyscall(op: string, args: string): Promise<string>;
  jsSyscall(op: string, args: Record<string, unknown>): unknown;
}

export type ModuleExports = Record<string, Record<string, unknown>>;

export interface LoadedIsolate {
  modules: ModuleExports;
  schema: { export(): string } | null;
}

/** Outside of a function, while modules load, the clock stands still and randomness is refused, as on Convex. */
const clock = {
  now: () => currentFrame.getStore()?.now() ?? 0,
  random: () => {
    const frame = currentFrame.getStore();
    if (!frame) throw new Error('Math.random() can not be used at import time.');
    return frame.random();
  },
};

function newContext(env: Record<string, string>, convex: SyscallHost | undefined): object {
  const context = createContext({}, { codeGeneration: { strings: false, wasm: true } });
  const globals = { ...runtimeGlobals(env), ...(convex ? { Convex: convex } : {}) };
  const bootstrap = runInContext(BOOTSTRAP, context) as (host: object) => void;
  bootstrap({ ...clock, errors: hostErrors(), globals });
  return context;
}

export function loadIsolate(source: string, name: string, env: Record<string, string>, convex: SyscallHost): LoadedIsolate {
  const context = newContext(env, convex);
  try {
    runInContext(source, context, { filename: `${name || 'convex'}.js` });
  } catch (error) {
    throw new LocalDeploymentError('functions_invalid', `The functions of ${name || 'the project'} failed to load: ${errorText(error)}.`, { cause: error });
  }
  return (context as { __bundle: LoadedIsolate }).__bundle;
}

/** Evaluates auth.config.ts, which sees environment variables and nothing of the database. */
export function evaluateConfig(source: string, env: Record<string, string>): unknown {
  const context = newContext(env, undefined);
  runInContext(source, context, { filename: 'auth.config.js' });
  return (context as { __bundle: { config: unknown } }).__bundle.config;
}

export function loadNodeModules(source: string, dir: string, env: Record<string, string>, convex: SyscallHost): ModuleExports {
  const wrapper = runInThisContext(`(function (module, exports, require, process, Convex) { ${source}\n})`, { filename: 'convex-node.js' }) as (
    ...parts: unknown[]
  ) => void;
  const module = { exports: {} as { modules: ModuleExports } };
  const nodeProcess = Object.create(process, { env: { value: { ...env } } }) as object;
  try {
    wrapper(module, module.exports, createRequire(join(dir, 'convex-node.js')), nodeProcess, convex);
  } catch (error) {
    throw new LocalDeploymentError('functions_invalid', `The "use node" functions failed to load: ${errorText(error)}.`, { cause: error });
  }
  return module.exports.modules;
}
