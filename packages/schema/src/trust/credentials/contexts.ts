/** The JSON-LD contexts of credentials, and a loader that knows those that it is given and asks no network. */

/** W3C Verifiable Credentials Data Model 2.0, section 4.3. */
export const CREDENTIALS_CONTEXT = 'https://www.w3.org/ns/credentials/v2';
/** 1EdTech Open Badges 3.0.3. */
export const OPEN_BADGES_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** The answer of a loader of JSON-LD documents (JSON-LD API, `RemoteDocument`). */
export interface LoadedDocument {
  readonly contextUrl: null;
  readonly documentUrl: string;
  readonly document: unknown;
}
export type DocumentLoader = (address: string) => Promise<LoadedDocument>;

/** An address that the loader does not know. */
export class UnknownDocument extends Error {
  override readonly name = 'UnknownDocument';
  readonly address: string;

  constructor(address: string) {
    super(`No document is known at ${address}.`);
    this.address = address;
  }
}

/** Loads these documents alone, by address. Rejects with `UnknownDocument`. */
export function offlineLoader(documents: ReadonlyMap<string, unknown>): DocumentLoader {
  return async (address) => {
    const document = documents.get(address);
    if (document === undefined) throw new UnknownDocument(address);
    return { contextUrl: null, documentUrl: address, document };
  };
}
