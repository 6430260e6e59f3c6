/** Makes what the page loads (the embed and the page's own script) when its sources are newer. Output goes to stderr. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { HubError } from './hub-error.ts';

export interface EmbedBuild {
  /** Rejects if the build refuses, or was ended. */
  done: Promise<void>;
  /** Ends it; the next start builds anew. */
  end(): void;
}

/** Runs beside the start of the hub, and says at once that it does if there is something to build. */
export function buildEmbeds(root: string): EmbedBuild {
  const child = spawn(
    process.execPath,
    ['--conditions=convex', join(root, 'scripts', 'build.ts'), '--if-stale', '--scripts'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
    },
  );
  const done = new Promise<void>((resolve, reject) => {
    const fail = () =>
      reject(new HubError('build_failed', 'The embed could not be built; what the build said stands above.'));
    child.once('error', fail);
    child.once('exit', (code) => (code === 0 ? resolve() : fail()));
  });
  // Awaited where the page is served; should another part fail first, that is the failure to tell.
  done.catch(() => undefined);
  return { done, end: () => void child.kill() };
}
