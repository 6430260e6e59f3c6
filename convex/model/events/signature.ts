/** Signatures of requests by Standard Webhooks: an HMAC over id, time and body, five minutes to either side of now. */
import { Webhook } from 'standardwebhooks';
import type { Source } from './sources.js';

/** Whether one of the valid secrets made the signature, in time that does not depend on where signatures differ. */
export function isSigned(headers: Headers, text: string, secrets: Source['secrets']): boolean {
  const given = Object.fromEntries(
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, headers.get(name) ?? '']),
  );
  return secrets
    .filter(({ endsAt = Infinity }) => endsAt > Date.now())
    .some(({ secret }) => {
      try {
        new Webhook(secret).verify(text, given, { jsonParse: false });
        return true;
      } catch {
        return false;
      }
    });
}
