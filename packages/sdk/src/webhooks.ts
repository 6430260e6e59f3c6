/**
 * For a partner's own server: checks that a delivery comes from Gigsy, and reads it. Never for a browser: who has the secret can
 * sign in Gigsy's name. Runs on Node and wherever Web Crypto is.
 */
import type { CloudEvent, EventData, PublicEventType } from '@gigsy/schema';
import { isWebhookSecret, signWebhook } from '@gigsy/schema/rules';

/** Seconds by which a delivery's time may differ from now: older ones may be replayed by somebody who recorded them. */
export const WEBHOOK_TOLERANCE_S = 300;
/** Longest body, in characters. Gigsy's have some hundred. */
export const MAX_WEBHOOK_BODY = 65_536;

/** News of what the public sees of a profile. The subject is `profile:` and a surrogate that stays the same. */
export type PublicEvent = {
  [T in PublicEventType]: CloudEvent<T, EventData<T>> & {
    /** The handle that the public sees; absent once it sees nothing. */
    handle?: string;
  };
}[PublicEventType];

/** A delivery that an administrator asked for, to try the webhook. It is about nobody. */
export type TestEvent = CloudEvent<'webhook.test', Record<string, never>>;

/** Asks whether this address wants deliveries. The answer is the JSON of `{ challenge }`, with the status 200. */
export interface Challenge {
  type: 'webhook.challenge';
  challenge: string;
}

/** Everything that a webhook gets. Later versions of Gigsy may add types: let those that you do not know pass. */
export type WebhookEvent = PublicEvent | TestEvent | Challenge;

/**
 * `unsigned`: headers are missing or malformed. `wrong_signature`: not signed by a secret of yours, or changed since. `too_old`:
 * the time differs by more than five minutes. `not_an_event`: signed, and not JSON with a `type`. `too_large`: not read.
 */
export type WebhookFault = 'unsigned' | 'wrong_signature' | 'too_old' | 'not_an_event' | 'too_large';

/** A refused delivery. The message holds nothing of the request. */
export class WebhookError extends Error {
  override readonly name = 'WebhookError';
  readonly fault: WebhookFault;

  constructor(fault: WebhookFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

export interface Delivered {
  headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body as it came, byte for byte: not parsed and written anew. */
  body: string;
}

export interface WebhookOptions {
  /** The secret, `whsec_...`; while it is being replaced, both. */
  secret: string | readonly string[];
  /** The time now in Unix milliseconds: `Date.now` by default. */
  now?: () => number;
}

/**
 * The event in a delivery. The same event may come more than once: its `id` is the same then. Throws a WebhookError for a
 * delivery that is not Gigsy's, and a TypeError for text that is no secret.
 */
export async function verifyWebhook({ headers, body }: Delivered, options: WebhookOptions): Promise<WebhookEvent> {
  const secrets = [options.secret].flat();
  if (secrets.length === 0 || !secrets.every(isWebhookSecret))
    throw new TypeError('The secret must be that of a webhook: whsec_ and base64.');
  if (body.length > MAX_WEBHOOK_BODY) throw new WebhookError('too_large', 'The body is longer than any of Gigsy.');
  const id = header(headers, 'webhook-id');
  const time = header(headers, 'webhook-timestamp');
  const signatures = header(headers, 'webhook-signature').split(' ');
  if (!id || !/^\d{1,12}$/.test(time)) throw new WebhookError('unsigned', 'The request has no webhook headers.');
  const timestamp = Number(time);
  const age = Math.abs((options.now ?? Date.now)() / 1000 - timestamp);
  if (age > WEBHOOK_TOLERANCE_S) throw new WebhookError('too_old', 'The time of the delivery is too far from now.');
  const expected = await Promise.all(secrets.map((secret) => signWebhook(secret, { id, timestamp, body })));
  if (!signatures.slice(0, 10).some((given) => expected.some((each) => same(each, given))))
    throw new WebhookError('wrong_signature', 'The delivery is not signed by a secret of this webhook.');
  return eventIn(body);
}

/**
 * A handler of requests as servers on web standards take them. `take` gets each event but challenges, which the handler answers.
 * If it rejects, the answer is 500, and Gigsy sends the event again later.
 */
export function webhookHandler(
  options: WebhookOptions & { take: (event: PublicEvent | TestEvent) => Promise<void> | void },
): (request: Request) => Promise<Response> {
  return async (request) => {
    let event: WebhookEvent;
    try {
      event = await verifyWebhook({ headers: request.headers, body: await bounded(request) }, options);
    } catch (refused) {
      if (!(refused instanceof WebhookError)) throw refused;
      return new Response(refused.message, { status: refused.fault === 'too_large' ? 413 : 400 });
    }
    if (event.type === 'webhook.challenge') return Response.json({ challenge: event.challenge });
    try {
      await options.take(event);
    } catch {
      return new Response(null, { status: 500 });
    }
    return new Response(null, { status: 204 });
  };
}

/** The text of the body. Reads no further than the limit. */
async function bounded(request: Request): Promise<string> {
  if (!request.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_WEBHOOK_BODY) break;
  }
  return text + decoder.decode();
}

function header(headers: Delivered['headers'], name: string): string {
  if (typeof (headers as Headers).get === 'function') return (headers as Headers).get(name) ?? '';
  const value = (headers as Record<string, string | readonly string[] | undefined>)[name];
  return (typeof value === 'string' ? value : value?.[0]) ?? '';
}

/** Takes the same time wherever the two differ. */
function same(expected: string, given: string): boolean {
  let difference = expected.length ^ given.length;
  for (let at = 0; at < expected.length; at += 1) difference |= expected.charCodeAt(at) ^ given.charCodeAt(at);
  return difference === 0;
}

function eventIn(body: string): WebhookEvent {
  let event: unknown;
  try {
    event = JSON.parse(body);
  } catch {
    event = undefined;
  }
  if (typeof (event as { type?: unknown } | null | undefined)?.type === 'string') return event as WebhookEvent;
  throw new WebhookError('not_an_event', 'The body is not an event.');
}
