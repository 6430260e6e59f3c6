/** `@gigsy/sdk/webhooks`: takes what Gigsy signed, as any library for Standard Webhooks signs it, and refuses all else. */
import { WebhookError, type WebhookEvent, verifyWebhook, webhookHandler } from '@gigsy/sdk/webhooks';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';

const secretOf = (byte: number) => `whsec_${Buffer.alloc(32, byte).toString('base64')}`;
const secret = secretOf(1);
const NOW = Date.UTC(2031, 4, 1);
const now = () => NOW;

const event = {
  specversion: '1.0',
  id: 'e1',
  source: 'https://gigsy.example',
  type: 'profile.published',
  subject: 'profile:k57',
  time: '2031-05-01T00:00:00.000Z',
  datacontenttype: 'application/json',
  dataschema: 'https://gigsy.example/v1/schemas/events/profile.published/1',
  data: { sections: ['identity'] },
  handle: 'ada',
};

/** A delivery as its sender signs it. */
function delivered(content: unknown, { by = secret, at = NOW } = {}) {
  const body = typeof content === 'string' ? content : JSON.stringify(content);
  return {
    body,
    headers: {
      'webhook-id': 'e1',
      'webhook-timestamp': String(Math.floor(at / 1000)),
      'webhook-signature': new Webhook(by).sign('e1', new Date(at), body),
    } as Record<string, string | undefined>,
  };
}

const faultOf = async (call: Promise<unknown>) =>
  call.then(
    () => 'taken',
    (thrown: unknown) => (thrown instanceof WebhookError ? thrown.fault : String(thrown)),
  );

describe('a delivery', () => {
  it('is read once its signature fits', async () => {
    expect(await verifyWebhook(delivered(event), { secret, now })).toEqual(event);
  });

  it('may bear several signatures, and be signed by either of two secrets', async () => {
    const { body, headers } = delivered(event, { by: secretOf(2) });
    const signature = `v1a,other ${headers['webhook-signature']}`;
    const both = { secret: [secret, secretOf(2)], now };
    expect(await verifyWebhook({ body, headers: { ...headers, 'webhook-signature': signature } }, both)).toEqual(event);
  });

  it('is taken from Headers as from the headers of Node', async () => {
    const { body, headers } = delivered(event);
    expect(await verifyWebhook({ body, headers: new Headers(headers as never) }, { secret, now })).toEqual(event);
  });

  it.each<[string, string, () => Parameters<typeof verifyWebhook>[0]]>([
    ['another secret', 'wrong_signature', () => delivered(event, { by: secretOf(3) })],
    [
      'a changed body',
      'wrong_signature',
      () => ({ ...delivered(event), body: JSON.stringify({ ...event, id: 'e2' }) }),
    ],
    ['a changed id', 'wrong_signature', () => with_('webhook-id', 'e2')],
    ['no signature', 'wrong_signature', () => with_('webhook-signature', undefined)],
    ['no id', 'unsigned', () => with_('webhook-id', undefined)],
    ['a time that is no number', 'unsigned', () => with_('webhook-timestamp', 'now')],
    ['an old time', 'too_old', () => delivered(event, { at: NOW - 301_000 })],
    ['a time to come', 'too_old', () => delivered(event, { at: NOW + 301_000 })],
    ['a body that is no JSON', 'not_an_event', () => delivered('hello')],
    ['JSON that is no event', 'not_an_event', () => delivered('null')],
    ['a body that is too long', 'too_large', () => delivered('x'.repeat(70_000))],
  ])('is refused with %s: %s', async (_, fault, made) => {
    expect(await faultOf(verifyWebhook(made(), { secret, now }))).toBe(fault);
  });

  it('is not read by text that is no secret', async () => {
    for (const wrong of ['', 'whsec_', 'hello', []])
      await expect(verifyWebhook(delivered(event), { secret: wrong, now })).rejects.toThrow(TypeError);
  });

  const with_ = (name: string, value: string | undefined) => {
    const { body, headers } = delivered(event);
    return { body, headers: { ...headers, [name]: value } };
  };
});

describe('a handler', () => {
  const request = ({ body, headers }: ReturnType<typeof delivered>) =>
    new Request('https://partner.example/gigsy', { method: 'POST', body, headers: headers as never });

  it('gives each event on, answers challenges itself, and refuses the rest', async () => {
    const taken: WebhookEvent[] = [];
    const handle = webhookHandler({ secret, now, take: (each) => void taken.push(each) });
    expect((await handle(request(delivered(event)))).status).toBe(204);
    const challenge = await handle(request(delivered({ type: 'webhook.challenge', challenge: 'abc' })));
    expect([challenge.status, await challenge.json()]).toEqual([200, { challenge: 'abc' }]);
    expect((await handle(request(delivered(event, { by: secretOf(9) })))).status).toBe(400);
    expect((await handle(request(delivered('x'.repeat(100_000))))).status).toBe(413);
    expect(taken).toEqual([event]);
  });

  it('answers 500 when the event could not be taken, so that it comes again', async () => {
    const handle = webhookHandler({ secret, now, take: () => Promise.reject(new Error('database is down')) });
    const answer = await handle(request(delivered(event)));
    expect([answer.status, await answer.text()]).toEqual([500, '']);
  });
});
