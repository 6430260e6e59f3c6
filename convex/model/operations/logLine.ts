/**
 * Structured lines in the deployment's log, for log streams that count them and alert by them. The one place of the backend
 * that writes to the console.
 */

/** Names, surrogates and numbers. Never content and no personal data. */
export type LogFields = Record<string, string | number | readonly string[]>;

/** Writes one line of JSON whose `event` names what happened. */
export function logLine(level: 'info' | 'error', event: string, fields: LogFields): void {
  console[level](JSON.stringify({ event, ...fields }));
}
