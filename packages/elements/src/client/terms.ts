/** Words of elements that show answers for signed-in people, in one language. */
export interface ClientWords {
  loading: string;
  signedOut: string;
  /** It is not for this person. */
  unavailable: string;
  error: string;
  /** A step could not be taken. */
  failed: string;
  expired: string;
  /** Too many calls at once. */
  busy: string;
}
