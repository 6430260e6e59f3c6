/** The records of the demo's sources: courses, gigs and badges, each with the events that tell of it. */
import type { DemoEvent } from './demo-source.ts';

/** `sent`: it happened. `corrected`: it was recorded wrongly. `revoked`: it counts no longer. */
export const demoSteps = ['sent', 'corrected', 'revoked'] as const;
export type DemoStep = (typeof demoSteps)[number];

export interface DemoRecord {
  /** In forms, and in the sender's id of the record. */
  name: string;
  kind: 'course' | 'gig' | 'badge';
  title: string;
  /** The title after a correction. */
  corrected: string;
  issuer: string;
}

export const demoRecords: readonly DemoRecord[] = [
  {
    name: 'soil',
    kind: 'course',
    title: 'Sensors for soil and water',
    corrected: 'Sensors for soil and water, with distinction',
    issuer: 'Open Field Courses',
  },
  {
    name: 'radio',
    kind: 'course',
    title: 'Radio for small devices',
    corrected: 'Radio for small devices II',
    issuer: 'Open Field Courses',
  },
  {
    name: 'greenhouse',
    kind: 'gig',
    title: 'Greenhouse controller',
    corrected: 'Greenhouse controller and dashboard',
    issuer: 'Northside Gigs',
  },
  {
    name: 'mentor',
    kind: 'badge',
    title: 'Helped five newcomers',
    corrected: 'Helped six newcomers',
    issuer: 'Makers of Lagos',
  },
];

/** In these words the inbox names the events of each kind. */
const TYPES = {
  course: { sent: 'course.completed', corrected: 'course.corrected', revoked: 'course.revoked' },
  gig: { sent: 'gig.completed', corrected: 'gig.corrected', revoked: 'gig.revoked' },
  badge: { sent: 'badge.awarded', corrected: 'badge.corrected', revoked: 'badge.revoked' },
} as const;

/** A person as the sources know them: `subject` stays when the handle changes. */
export interface Told {
  subject: string;
  handle: string;
}

/** The event that tells this of a person, as of `today` (YYYY-MM-DD). */
export function eventOf(record: DemoRecord, step: DemoStep, { subject, handle }: Told, today: string): DemoEvent {
  const id = `${record.kind}-${record.name}-${subject}`;
  const data =
    step === 'revoked' ? { record: id, reason: 'Taken back in the demo' } : dataOf(record, step, { id, handle, today });
  return { type: TYPES[record.kind][step], subject: `handle:${handle}`, data };
}

/** The client of the gigs: one of the made-up people, so that both can review each other. */
const CLIENT = 'grace';
const OTHER_CLIENT = 'jonas';

function dataOf(
  { name, kind, title, corrected, issuer }: DemoRecord,
  step: DemoStep,
  { id, handle, today }: { id: string; handle: string; today: string },
) {
  const words = step === 'corrected' ? corrected : title;
  const shared = { record: id, issuer: { name: issuer } };
  if (kind === 'course')
    return { ...shared, course: { id: name, name: words }, completedOn: today, skills: ['Sensors'] };
  const client = { name: 'Northside Greenhouses', person: `handle:${handle === CLIENT ? OTHER_CLIENT : CLIENT}` };
  if (kind === 'gig')
    return { ...shared, gig: { id: name, title: words }, client, completedOn: today, skills: ['Embedded C'] };
  return { ...shared, badge: { id: name, name: words }, awardedOn: today };
}
