/** Loads bundled functions: default-runtime modules into a vm context, "use node" modules into Node itself. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { constants, createContext, runInContext, runInThisContext } from 'node:vm';
import { LocalDeploymentError, errorText } from '../errors.ts';
import { guardLoops } from '../bundle/loopGuard.ts';
import { BOOTSTRAP } from './bootstrap.ts';
import { currentFrame } from './frame.ts';
import { hostErrors, runtimeGlobals } from './globals.ts';
import { checkUserTime, loopState } from './userTime.ts';

/** The `Convex` global through which convex/server reaches the deployment. */
export interface SyscallHost {
  syscall(op: string, args: string): string;
  /** Awaited where it is called; a promise of this realm costs a function's context several turns, so a known answer comes as it is. */
  asyncSyscall(op: string, args: string): string | Promise<string>;
  jsSyscall(op: string, args: Record<string, unknown>): unknown;
}

function refuse(op: string): never {
  throw new Error(`"${op}" can not be called while modules load.`);
}

/** For modules that are only looked at: no database stands behind them. */
export const noSyscalls: SyscallHost = { syscall: refuse, asyncSyscall: async (op) => refuse(op), jsSyscall: refuse };

/** What stands outside of functions runs once, at start. */
const LOAD_MS = 15_000;

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
  // An ordinary global object: every look at a global of a contextified one would leave JavaScript.
  const context = createContext(constants.DONT_CONTEXTIFY, { codeGeneration: { strings: false, wasm: true } });
  const globals = { ...runtimeGlobals(env), ...(convex ? { Convex: convex } : {}) };
  const bootstrap = runInContext(BOOTSTRAP, context) as (host: object) => void;
  bootstrap({ ...clock, errors: hostErrors(), globals, loopState: loopState(), checkUserTime });
  return context;
}

export function loadIsolate(source: string, name: string, env: Record<string, string>, convex: SyscallHost): LoadedIsolate {
  const context = newContext(env, convex);
  try {
    runInContext(guardLoops(source), context, { filename: `${name || 'convex'}.js`, timeout: LOAD_MS });
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
