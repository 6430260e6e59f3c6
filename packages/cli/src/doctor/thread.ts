/** The thread that apart.ts starts: one examination, reported as messages. */
import { parentPort, workerData } from 'node:worker_threads';
import { describe } from '../failure.ts';
import type { Message } from './apart.ts';
import { examine } from './examine.ts';

const { url } = workerData as { url: string };
const post = (message: Message) => parentPort?.postMessage(message);

try {
  post({ report: await examine(url, (told) => post({ told })) });
} catch (error) {
  const { code, message, fields } = describe(error);
  post({ failure: { code, message, fields } });
}
