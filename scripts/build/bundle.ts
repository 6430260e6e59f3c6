/** Runs rollup.config.mjs in this process, so that no child goes on writing after a build is ended. */
import path from 'node:path';
import { type RollupOptions, rollup } from 'rollup';

const CONFIG = '../../rollup.config.mjs' as string;

/**
 * Makes the bundles that are served, or those that are only measured. Returns the written files, relative to the repository's
 * root. Must run in that folder.
 */
export async function bundle(which: 'default' | 'measured' = 'default'): Promise<string[]> {
  const configurations = (await import(CONFIG)) as Record<typeof which, RollupOptions[]>;
  const written: string[] = [];
  for (const { output, ...input } of configurations[which]) {
    const bundled = await rollup({ ...input, logLevel: 'silent' });
    for (const options of [output ?? []].flat()) {
      const { output: files } = await bundled.write(options);
      written.push(...files.map(({ fileName }) => path.join(options.dir!, fileName)));
    }
    await bundled.close();
  }
  return written;
}
