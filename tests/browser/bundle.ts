/** A script for a test's page, bundled as a partner would: published entry points, minified, in one file. */
import path from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser, { type Options } from '@rollup/plugin-terser';
import { type Plugin, rollup } from 'rollup';
import { minifyTemplates } from '../../scripts/build/minify-templates.ts';
import { stripTypes } from '../../scripts/build/strip-types.mjs';

/** Its types describe a CommonJS module, but here it is an ES module. */
const minify = terser as unknown as (options: Options) => Plugin;

/** The module at the absolute path `file` with all its imports. The packages must have been built. */
export async function bundle(file: string): Promise<string> {
  const made = await rollup({
    input: file,
    // Faults of other packages: mixed import and require of a module, missing modules.
    onwarn: () => {},
    plugins: [
      stripTypes(),
      nodeResolve({ browser: true, exportConditions: ['browser', 'import', 'default'], rootDir: path.dirname(file) }),
      minifyTemplates(),
      minify({ module: true, ecma: 2020, compress: { passes: 2 }, format: { comments: false } }),
    ],
  });
  try {
    const { output } = await made.generate({ format: 'es', inlineDynamicImports: true });
    return output[0].code;
  } finally {
    await made.close();
  }
}
