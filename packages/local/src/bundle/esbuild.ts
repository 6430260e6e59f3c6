/** Runs esbuild with the Convex CLI's settings, over an entry made of a list of modules. */
import { build } from 'esbuild';
import type { BuildOptions, BuildResult, Message, Plugin } from 'esbuild';
import { relative } from 'node:path';
import { LocalDeploymentError, errorText } from '../errors.ts';

export const CONDITIONS = ['convex', 'module'];

/** Next.js' marker package and async_hooks are stubbed in the default runtime, as the CLI does. */
const runtimeShims: Plugin = {
  name: 'runtime-shims',
  setup(setup) {
    setup.onResolve({ filter: /^server-only$/ }, (args) => ({ path: args.path, namespace: 'empty' }));
    setup.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: '', loader: 'js' }));
    if (setup.initialOptions.platform !== 'browser') return;
    setup.onResolve({ filter: /^(node:)?async_hooks$/ }, (args) => ({ path: args.path, namespace: 'async-hooks' }));
    setup.onLoad({ filter: /.*/, namespace: 'async-hooks' }, () => ({
      contents:
        'export const AsyncLocalStorage = globalThis.AsyncLocalStorage; export const AsyncResource = globalThis.AsyncResource; export default { AsyncLocalStorage, AsyncResource };',
      loader: 'js',
    }));
  },
};

export interface BundleRequest {
  dir: string;
  contents: string;
  plugins?: Plugin[];
}

/** The options that the CLI gives esbuild for every bundle. */
function settings(platform: 'browser' | 'node', plugins: Plugin[] = []): BuildOptions {
  return {
    bundle: true,
    write: false,
    platform,
    target: 'esnext',
    jsx: 'automatic',
    conditions: CONDITIONS,
    keepNames: true,
    treeShaking: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [runtimeShims, ...plugins],
    logLevel: 'silent',
  };
}

/** The bundled source: a script that leaves its exports in `__bundle`. */
export async function bundleSource(request: BundleRequest): Promise<string> {
  const options: BuildOptions = {
    ...settings('browser', request.plugins),
    stdin: { contents: request.contents, resolveDir: request.dir, sourcefile: 'deployment-entry.js', loader: 'js' },
    format: 'iife',
    globalName: '__bundle',
  };
  try {
    const result = await build(options);
    return result.outputFiles?.[0]?.text ?? '';
  } catch (error) {
    throw explain(error, request.dir);
  }
}

/** A folder's modules with the chunks they share, in modern JavaScript modules. */
export async function bundleChunks(
  dir: string,
  files: string[],
  platform: 'browser' | 'node',
  external: string[] = [],
): Promise<BuildResult<{ metafile: true; write: false }>> {
  const externals = external.includes('*') ? ({ packages: 'external' } as const) : { external };
  const shape = {
    format: 'esm',
    outdir: 'out',
    outbase: dir,
    absWorkingDir: dir,
    splitting: true,
    chunkNames: '_deps/[hash]',
    ...externals,
    metafile: true,
    write: false,
  } as const;
  try {
    return await build({ ...settings(platform), ...shape, entryPoints: files });
  } catch (error) {
    throw explain(error, dir);
  }
}

/** The modules as the CLI uploads them, with shared chunks; says how many bytes they are. */
export async function bundleModules(dir: string, files: string[], platform: 'browser' | 'node'): Promise<number> {
  if (files.length === 0) return 0;
  const shape: BuildOptions = {
    format: 'esm',
    outdir: 'out',
    outbase: dir,
    splitting: true,
    chunkNames: '_deps/[hash]',
    minifySyntax: true,
    minifyIdentifiers: true,
  };
  try {
    const { outputFiles } = await build({ ...settings(platform), ...shape, entryPoints: files });
    return (outputFiles ?? []).reduce((bytes, { contents }) => bytes + contents.length, 0);
  } catch (error) {
    throw explain(error, dir);
  }
}

function explain(error: unknown, dir: string): Error {
  if (error instanceof LocalDeploymentError) return error;
  const first = (error as { errors?: Message[] }).errors?.[0];
  if (!first)
    return new LocalDeploymentError(
      'functions_invalid',
      `The functions in ${dir} could not be bundled: ${errorText(error)}.`,
      { cause: error },
    );
  const at = first.location
    ? `${relative(dir, first.location.file) || first.location.file}:${first.location.line}: `
    : '';
  const hint = first.notes.some((note) => note.text.includes('bundle for node'))
    ? ' Node.js APIs need a file of their own that starts with "use node".'
    : '';
  return new LocalDeploymentError(
    'functions_invalid',
    `The functions could not be bundled: ${at}${first.text}.${hint}`,
    { cause: error },
  );
}
