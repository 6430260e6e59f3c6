/** The reason that the hub did not start: a stable code, and one sentence for the person at the terminal. */
export type HubErrorCode =
  'usage' | 'port_taken' | 'data_unwritable' | 'data_damaged' | 'data_in_use' | 'not_ours' | 'build_failed';

export class HubError extends Error {
  override readonly name = 'HubError';
  readonly code: HubErrorCode;

  constructor(code: HubErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The system's short code of a file or network error, such as EADDRINUSE. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
