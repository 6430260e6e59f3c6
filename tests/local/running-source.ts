/** A registered source at a running backend: the real packages make and sign its events. */
import { CloudEvent, HTTP } from 'cloudevents';
import { Webhook } from 'standardwebhooks';
import type { EventOutcome } from '@gigsy/schema';
import { type Answer, type RunningBackend } from './running-backend.ts';

export const COURSES = 'https://courses.example';

interface Registered {
  source: { source: string };
  secret: string;
}

/** The event as `cloudevents` makes it. */
export function sent(attributes: { id: string; type: string } & Record<string, unknown>): CloudEvent<object> {
  return new CloudEvent({ source: COURSES, time: '2026-05-17T09:30:00.000Z', ...attributes } as never);
}

export class RunningSource {
  readonly name: string;
  readonly #running: RunningBackend;
  secret: string;

  private constructor(running: RunningBackend, { source, secret }: Registered) {
    this.#running = running;
    this.name = source.source;
    this.secret = secret;
  }

  static async registered(running: RunningBackend, admin: string, more: object = {}): Promise<RunningSource> {
    const registration = { label: 'Open Courses', address: COURSES, ...more };
    return new RunningSource(running, await running.mutate<Registered>(admin, 'events/sources:register', registration));
  }

  async rotate(admin: string, graceMs: number): Promise<void> {
    const answer = await this.#running.mutate<Registered>(admin, 'events/sources:rotate', {
      source: this.name,
      graceMs,
    });
    this.secret = answer.secret;
  }

  /** The headers of Standard Webhooks for a body that is sent at `at`. */
  signed(body: string, { at = new Date(), secret = this.secret } = {}): Record<string, string> {
    return {
      'Content-Type': 'application/cloudevents+json',
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign('msg_1', at, body),
    };
  }

  post(body: string, headers: Record<string, string> = {}, signing?: { at?: Date; secret?: string }): Promise<Answer> {
    const request = {
      path: `/v1/events?source=${this.name}`,
      body,
      headers: { ...this.signed(body, signing), ...headers },
    };
    return this.#running.request('POST', request);
  }

  /** The outcome of one event. */
  async deliver(event: CloudEvent<object>): Promise<EventOutcome> {
    return outcomesOf(await this.post(HTTP.structured(event).body as string))[0]!;
  }

  /** The outcomes of a batch, in its order. */
  async deliverAll(events: readonly unknown[]): Promise<EventOutcome[]> {
    return outcomesOf(
      await this.post(JSON.stringify(events), { 'Content-Type': 'application/cloudevents-batch+json' }),
    );
  }
}

export function outcomesOf({ status, body }: Answer): EventOutcome[] {
  if (status !== 202) throw new Error(`${status} ${body}`);
  return (JSON.parse(body) as { outcomes: EventOutcome[] }).outcomes;
}
