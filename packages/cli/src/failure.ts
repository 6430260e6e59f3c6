/** The failure of a command: a stable code for programs, one clear sentence and details for people. */
import type { FieldError } from '@gigsy/schema';
import { isGigsyError } from '@gigsy/sdk';

export interface Failure {
  code: string;
  message: string;
  fields: readonly FieldError[];
}

export class CliError extends Error {
  override readonly name = 'CliError';
  readonly code: string;
  readonly fields: readonly FieldError[];

  constructor(code: string, message: string, fields: readonly FieldError[] = []) {
    super(message);
    this.code = code;
    this.fields = fields;
  }
}

/** The failure to report for anything that was thrown. */
export function describe(error: unknown): Failure {
  if (error instanceof CliError) return error;
  if (isGigsyError(error)) return { code: error.code, message: error.message, fields: error.fields ?? [] };
  return { code: 'internal', message: error instanceof Error ? error.message : String(error), fields: [] };
}
