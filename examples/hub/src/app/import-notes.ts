/** Words about a sign-up that the next page tells once: whether a resume was read, and the fields that it left out. */
import type { FieldError } from '@gigsy/sdk';

export interface SignUpNotes {
  imported: boolean;
  lines: readonly FieldError[];
}

const MOST_WAITING = 50;
const MOST_LINES = 40;
const waiting = new Map<string, SignUpNotes>();

export function leaveNotes(subject: string, { imported, lines }: SignUpNotes): void {
  if (waiting.size >= MOST_WAITING) waiting.clear();
  waiting.set(subject, { imported, lines: lines.slice(0, MOST_LINES) });
}

export function takeNotes(subject: string): SignUpNotes | undefined {
  const notes = waiting.get(subject);
  waiting.delete(subject);
  return notes;
}
