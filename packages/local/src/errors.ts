/** Why a deployment could not start or stopped: a stable code for programs, one clear sentence for a person. */
export type LocalDeploymentErrorCode =
  | 'port_taken'
  | 'disk_full'
  | 'data_unwritable'
  | 'data_damaged'
  | 'data_foreign'
  | 'data_newer'
  | 'data_in_use'
  | 'data_missing'
  | 'data_exists'
  | 'snapshot_invalid'
  | 'functions_invalid'
  | 'schema_violation'
  | 'auth_invalid'
  | 'usage'
  | 'closed';

export class LocalDeploymentError extends Error {
  override readonly name = 'LocalDeploymentError';
  readonly code: LocalDeploymentErrorCode;

  constructor(code: LocalDeploymentErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export function errorText(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}

export function errorCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}
