/**
 * Answers to a client's mutations: a mutation resent after a reconnect gets the first answer and is not run again. Only
 * the same person in the same session gets it. The database holds an answer sealed, under a key that is made from the
 * session's id, which the client alone keeps: a reader of the file learns no result, and a restart forgets none.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Caller } from '../auth/identity.ts';
import type { SideWrite } from '../execution/writer.ts';
import type { Store } from '../store/store.ts';
import { resolveCommitTsIn } from '../values/json.ts';
import { successResponse } from './protocol.ts';

/** As long as Convex remembers them. */
const KEPT_MS = 14 * 86_400_000;
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export class Answers {
  /** The key of this session and person in the table of answers. It does not reveal the encryption key. */
  readonly #name: Buffer;
  readonly #key: Buffer;

  constructor(sessionId: string, { identity, isAdmin }: Caller) {
    const person = identity === null || identity instanceof Error ? null : identity.tokenIdentifier;
    const derived = createHmac('sha512', sessionId.toLowerCase())
      .update(JSON.stringify(['answers', isAdmin, person]))
      .digest();
    this.#name = derived.subarray(0, 32);
    this.#key = derived.subarray(32);
  }

  find(store: Store, request: number): string | undefined {
    const row = store.writer
      .statement('SELECT sealed FROM answers WHERE session = ? AND request = ?')
      .get(this.#name, request) as { sealed: Uint8Array } | undefined;
    return row && this.#open(Buffer.from(row.sealed));
  }

  /** Written in the mutation's own commit. */
  save(request: number, value: string, logLines: string[]): SideWrite {
    return (store, ts) => {
      const sealed = this.#seal(successResponse(request, resolveCommitTsIn(value, ts), ts, logLines));
      store.writer
        .statement('INSERT INTO answers(session, request, at, sealed) VALUES (?, ?, ?, ?)')
        .run(this.#name, request, store.clock.now(), sealed);
    };
  }

  #seal(text: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  #open(sealed: Buffer): string {
    const decipher = createDecipheriv(CIPHER, this.#key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  }
}

export function forgetOldAnswers(store: Store): void {
  store.begin();
  store.writer.database.prepare('DELETE FROM answers WHERE at < ?').run(store.clock.now() - KEPT_MS);
  store.commit();
}
