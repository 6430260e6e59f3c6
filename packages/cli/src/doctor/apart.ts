/** Runs an examination in a thread that can be ended, so that no page or answer hangs or crashes the command. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { CliError, type Failure } from '../failure.ts';
import type { Report } from './examine.ts';

/** A message of the thread: progress, or the report or failure at its end. */
export type Message = { told: string } | { report: Report } | { failure: Failure };

/** Reading ends after 45 seconds; the rest is for examining. */
const LIMITS = { ms: 60_000, megabytes: 512 };

/** As `examine`. Also throws a CliError for a page that cannot be examined within the limits. */
export async function examineApart(url: string, tell: (line: string) => void, limits = LIMITS): Promise<Report> {
  // The thread's file is beside this one, as TypeScript or as published JavaScript.
  const file = path.join(import.meta.dirname, `thread${path.extname(import.meta.filename)}`);
  const thread = new Worker(file, {
    workerData: { url },
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Report>((resolve, reject) => {
      const tooMuch = (why: string) =>
        reject(new CliError('page_too_complex', `The page can not be examined: ${why}.`));
      timer = setTimeout(() => tooMuch(`it takes longer than ${limits.ms / 1000} seconds`), limits.ms);
      thread.on('message', (message: Message) => {
        if ('told' in message) tell(message.told);
        else if ('report' in message) resolve(message.report);
        else reject(new CliError(message.failure.code, message.failure.message, message.failure.fields));
      });
      thread.once('error', (error: Error & { code?: string }) =>
        tooMuch(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? 'it takes more memory than there is'
            : 'its markup is too deep or too large',
        ),
      );
      thread.once('exit', () => tooMuch('the examination ended early'));
    });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}
