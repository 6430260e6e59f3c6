/** Runs split modules (see bundle/split.ts): a chunk runs once, when it is first asked for, after those that it imports. */
import { posix } from 'node:path';
import type { ScriptOptions } from 'node:vm';
import { Script } from 'node:vm';
import type { SplitModules } from '../bundle/split.ts';

/** `given` are the names that chunks find in their scope, beside those of a CommonJS module. */
export function compileChunks(
  modules: SplitModules,
  given: string[],
  options: (path: string) => ScriptOptions,
): Map<string, Script> {
  const parameters = ['exports', 'require', 'module', '__import', '__url', ...given].join(', ');
  return new Map(
    Object.entries(modules.chunks).map(([path, source]) => [
      path,
      new Script(`(function (${parameters}) {'use strict';${source}\n})`, options(path)),
    ]),
  );
}

type ChunkFunction = (...parts: unknown[]) => void;

export interface ChunkRunner {
  /** The function that a chunk's script evaluates to. */
  run(script: Script): unknown;
  /** Resolves imports other than chunks, such as Node's modules. */
  outside(specifier: string): unknown;
  /** Asked before a chunk is imported by `import()`; may throw. */
  beforeLazy(): void;
  url: string;
  given: unknown[];
}

export class Chunks {
  readonly #scripts: Map<string, Script>;
  readonly #runner: ChunkRunner;
  readonly #loaded = new Map<string, { exports: unknown }>();

  constructor(scripts: Map<string, Script>, runner: ChunkRunner) {
    this.#scripts = scripts;
    this.#runner = runner;
  }

  load(path: string): unknown {
    const earlier = this.#loaded.get(path);
    if (earlier) return earlier.exports;
    const module = { exports: {} as unknown };
    this.#loaded.set(path, module);
    const { run, outside, beforeLazy, url, given } = this.#runner;
    const resolve = (specifier: string) => posix.join(posix.dirname(path), specifier);
    const require = (specifier: string) =>
      this.#scripts.has(resolve(specifier)) ? this.load(resolve(specifier)) : outside(specifier);
    const lazy = async (specifier: string) => {
      beforeLazy();
      return Promise.resolve(require(specifier));
    };
    try {
      (run(this.#scripts.get(path)!) as ChunkFunction)(module.exports, require, module, lazy, url, ...given);
    } catch (error) {
      this.#loaded.delete(path);
      throw error;
    }
    return module.exports;
  }
}
