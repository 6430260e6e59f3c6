/** The reasons why a picture cannot be taken, and those that an error of the deployment leads to. */
import type { ErrorCode } from '@gigsy/sdk/reader';

/**
 * `over`: the deployment waits for this picture no longer. `lost`: the connection was there and went. The choice of the
 * person is kept in all of them.
 */
export type PictureFault =
  'notAPicture' | 'tooHeavy' | 'tooManyPixels' | 'over' | 'offline' | 'lost' | 'tooOften' | 'signedOut' | 'failed';

export class PictureError extends Error {
  readonly fault: PictureFault;

  constructor(fault: PictureFault) {
    super(fault);
    this.fault = fault;
  }
}

export function faultAfter(code: ErrorCode): PictureFault {
  switch (code) {
    case 'offline':
    case 'timeout':
      return 'offline';
    case 'rate_limited':
      return 'tooOften';
    case 'unauthenticated':
      return 'signedOut';
    case 'not_found':
      return 'over';
    default:
      return 'failed';
  }
}
