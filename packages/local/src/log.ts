/** Structured log lines. They carry paths, codes and durations; never arguments, documents, tokens or console output. */
import type { FunctionFailure } from './functions/failure.ts';

export interface LogLine {
  at: string;
  level: 'debug' | 'info' | 'warn' | 'error';
  event: string;
  [detail: string]: string | number | boolean | null;
}

export type LogDetails = Record<string, string | number | boolean | null>;

export class Logger {
  readonly #sink: ((line: LogLine) => void) | undefined;
  readonly #withMessages: boolean;

  constructor(sink: ((line: LogLine) => void) | undefined, withMessages: boolean) {
    this.#sink = sink;
    this.#withMessages = withMessages;
  }

  /** The kind of error always; its message, which may quote a person's data, only where the owner asked for messages. */
  failure(event: string, details: LogDetails, failure: FunctionFailure): void {
    const [, kind = 'Error'] = /^(?:Uncaught )?(\w+)/.exec(failure.message) ?? [];
    const message: LogDetails = this.#withMessages
      ? { message: [failure.message.slice(0, 2_000), ...failure.frames].join('\n    ') }
      : {};
    this.write('warn', event, { ...details, error: kind, ...message });
  }

  write(level: LogLine['level'], event: string, details: LogDetails = {}): void {
    try {
      this.#sink?.({ ...details, at: new Date().toISOString(), level, event });
    } catch {
      // A log that cannot be written must not stop the work that it describes.
    }
  }
}
