/** A script for a test's page, made as a partner's bundler would: published entry points, minified, in one file. */
import path from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser, { type Options } from '@rollup/plugin-terser';
import { type Plugin, rollup } from 'rollup';
import { minifyTemplates } from '../../scripts/build/minify-templates.ts';
import { stripTypes } from '../../scripts/build/strip-types.mjs';

/** Its types describe a CommonJS module, which it is not here. */
const minify = terser as unknown as (options: Options) => Plugin;

/** The module at `file`, absolute, with all that it imports. The packages must have been built. */
export async function bundle(file: string): Promise<string> {
  const made = await rollup({
    input: file,
    // Packages that mix import and require of a module, or name modules they do not have, are none of our business.
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
