/** A question to the person at the terminal. Standard output stays free for the outcome. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** True if somebody can be asked. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** True for "y" and "yes"; anything else, the end of the input and Ctrl-C are a no. */
export async function confirm(
  question: string,
  input: Readable = process.stdin,
  output: Writable = process.stderr,
): Promise<boolean> {
  const lines = createInterface({ input, output });
  const answer = await new Promise<string>((resolve) => {
    lines.once('close', () => resolve(''));
    lines.question(`${question} [y/N] `, resolve);
  });
  lines.close();
  return /^\s*y(es)?\s*$/i.test(answer);
}
