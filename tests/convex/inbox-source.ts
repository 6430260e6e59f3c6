/** A registered source, and events of it as its requests give them to the inbox. */
import { eventText, inboundCatalog, readEvent } from '@gigsy/schema';
import { api, internal } from '../../convex/_generated/api.js';
import { keyOf } from '../../convex/model/events/inbox.js';
import type { JudgedEvent } from '../../convex/tables/events/inbox.js';
import { sentData } from '../sent-events.ts';
import { type Caller, type Deployment, key, scheduledRun } from './deployment.ts';

export const COURSES = 'https://courses.example';

export interface TestSource {
  admin: Caller;
  name: string;
  secret: string;
}

export async function sourceOf(
  d: Deployment,
  more: { partner?: string; address?: string; perMinute?: number } = {},
): Promise<TestSource> {
  await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_root', role: 'admin' });
  const admin = d.as('user_root');
  const registration = { label: 'Open Courses', address: COURSES, ...more, idempotencyKey: key() };
  const { source, secret } = await admin.mutation(api.events.sources.register, registration);
  return { admin, name: source.source, secret: secret! };
}

interface Sent {
  id: string;
  subject?: string;
  /** A text among the data. */
  note?: string;
  address?: string;
  type?: string;
}

export function eventOf({
  id,
  subject = 'handle:ada',
  note = 'Glass',
  address = COURSES,
  type = 'course.completed',
}: Sent) {
  const data = { ...sentData['course.completed'], skills: [note] };
  return { specversion: '1.0', id, source: address, type, subject, data };
}

export async function judgedGood(sent: Sent): Promise<JudgedEvent> {
  const event = readEvent(eventOf(sent), { address: sent.address ?? COURSES, ofPartner: true }, inboundCatalog);
  if ('fault' in event) throw new Error(event.fault);
  return { key: await keyOf(sent.id, ''), id: sent.id, event };
}

/** Without the course that was completed. */
export async function judgedFaulty(sent: Sent): Promise<JudgedEvent> {
  const { course: _, ...data } = eventOf(sent).data as Record<string, unknown>;
  const given = { ...eventOf(sent), data };
  const faulty = readEvent(given, { address: COURSES, ofPartner: true }, inboundCatalog);
  if (!('fault' in faulty)) throw new Error('The event is not faulty.');
  const { fault, faults, type, subject } = faulty;
  return {
    key: await keyOf(sent.id, ''),
    id: sent.id,
    text: eventText(given)!,
    faulty: { fault, faults, type: type!, subject: subject! },
  };
}

let sources = 0;
/** Events about the person in every state: two that a domain may take, one that is faulty, and one that just came. */
export async function newsOf(d: Deployment, partner: string, handle: string): Promise<void> {
  sources += 1;
  const address = `https://courses-${sources}.example`;
  const { name } = await sourceOf(d, { partner, address });
  const good = (subject: string, n: number) => judgedGood({ id: `${handle}-${n}`, subject, note: handle, address });
  const faulty = judgedFaulty({ id: `${handle}-faulty`, subject: `handle:${handle}`, note: handle });
  const events = [good(`handle:${handle}`, 1), good(`user:u-${handle}`, 2), faulty];
  await d.t.mutation(internal.events.inbox.take, { name, events: await Promise.all(events) });
  await scheduledRun(d);
  await d.t.mutation(internal.events.inbox.take, { name, events: [await good(`handle:${handle}`, 3)] });
}
