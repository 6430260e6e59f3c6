/**
 * Signs a partner's page in by the viewer tokens that its own server mints (`@gigsy/sdk/server`): keeps the one in force
 * and asks for the next before it ends.
 */
import type { Auth } from './auth.ts';

export interface EmbedAuthOptions {
  /** Asks the partner's own server for a fresh token; null for an anonymous visitor. */
  getToken(): Promise<string | null>;
  /** Milliseconds that only go forward: `performance.now` by default, since the page's clock may be wrong. */
  now?: () => number;
}

/** The part of a token's life after which the next one is asked for. */
const FRESH = 0.8;

/** `createGigsy({ url, auth: embedAuth({ getToken }) })`. Calls at the same time share one request for a token. */
export function embedAuth({ getToken, now = () => performance.now() }: EmbedAuthOptions): Auth {
  let held: { token: string | null; freshUntil: number } | undefined;
  let asking: Promise<string | null> | undefined;
  const ask = async (): Promise<string | null> => {
    const asked = now();
    const token = await getToken();
    held = { token, freshUntil: asked + FRESH * lifetimeOf(token) };
    return token;
  };
  return {
    getToken({ forceRefresh = false } = {}) {
      if (!forceRefresh && held && now() < held.freshUntil) return Promise.resolve(held.token);
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return asking;
    },
  };
}

/**
 * Milliseconds from issue to end (`iat`, `exp`) by the token's own claims; 0 for text that is not a token, which is
 * then not kept.
 */
function lifetimeOf(token: string | null): number {
  try {
    const claims = JSON.parse(atob(token!.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/'))) as {
      iat: number;
      exp: number;
    };
    return Math.max(0, claims.exp - claims.iat) * 1000 || 0;
  } catch {
    return 0;
  }
}
