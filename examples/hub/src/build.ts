/** Builds the scripts of the page (the embed and the page's own) if their sources are newer. Output goes to stderr. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { HubError } from './hub-error.ts';

export interface EmbedBuild {
  /** Rejects if the build fails or was ended. */
  done: Promise<void>;
  /** Ends the build; the next start builds again. */
  end(): void;
}

/** Builds while the hub starts, and says so at once if there is something to build. */
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
  // Awaited where the page is served. If another part fails first, that failure is reported.
  done.catch(() => undefined);
  return { done, end: () => void child.kill() };
}
