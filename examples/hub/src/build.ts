/** Makes what the page loads (the embed and the page's own script) when its sources are newer. Output goes to stderr. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { HubError } from './hub-error.ts';

export async function buildEmbeds(root: string): Promise<void> {
  const child = spawn(process.execPath, ['--conditions=convex', join(root, 'scripts', 'build.ts'), '--if-stale'], {
    cwd: root, stdio: ['ignore', 2, 2],
  });
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', resolve);
  });
  if (code !== 0) throw new HubError('build_failed', 'The embed could not be built; what the build said stands above.');
}
