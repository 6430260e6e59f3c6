/** Events of a registered source about portfolios, given to the inbox as its route does, with the jobs behind it. */
import { inboundCatalog, readEvent, type InboundType } from '@gigsy/schema';
import { vi } from 'vitest';
import { internal } from '../../convex/_generated/api.js';
import { keyOf } from '../../convex/model/events/inbox.js';
import { sentData } from '../sent-events.ts';
import type { Deployment } from './deployment.ts';
import { COURSES, type TestSource } from './inbox-source.ts';

export interface SentEvent {
  id: string;
  /** The record of the data; that of `sentData` unless it is given. */
  record?: string;
  subject?: string;
  /** As in an envelope. */
  time?: string;
  data?: object;
  address?: string;
}

/** `send` for the deployment and the source of the test that runs. */
export function sending(world: () => [Deployment, TestSource]) {
  return (type: InboundType, sent: SentEvent) => send(...world(), type, sent);
}

/** Sends one event and runs the source's job. Answers the outcome that the source is told. Needs a clock that `vi` moves. */
export async function send(d: Deployment, source: TestSource, type: InboundType, sent: SentEvent): Promise<string> {
  const outcome = await accept(d, source, type, sent);
  await drained(d);
  return outcome;
}

export async function accept(
  d: Deployment,
  source: TestSource,
  type: InboundType,
  { id, record, subject = 'handle:ada', time = '2031-01-01T00:00:00Z', data = {}, address = COURSES }: SentEvent,
): Promise<string> {
  const given = { ...sentData[type], ...(record !== undefined && { record }), ...data };
  const envelope = { specversion: '1.0', id, source: address, type, subject, time, data: given };
  const event = readEvent(envelope, { address, ofPartner: false }, inboundCatalog);
  if ('fault' in event) throw new Error(JSON.stringify(event));
  const events = [{ key: await keyOf(id, ''), id, event }];
  const [answer] = await d.t.mutation(internal.events.inbox.take, { name: source.name, events });
  return answer!.outcome;
}

/** Runs the jobs of the inbox, and what they schedule at once. */
export async function drained(d: Deployment): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await vi.advanceTimersByTimeAsync(1);
    await d.t.finishInProgressScheduledFunctions();
  }
}
