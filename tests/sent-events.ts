/** Data that sources send, one for each type of the inbox. */
import type { InboundType, JsonObject } from '@gigsy/schema';

const issuer = { id: 'org-7', name: 'Open Courses', url: 'https://courses.example' };

const course = {
  record: 'completion-1',
  course: { id: 'course-glass', name: 'Glass blowing', url: 'https://courses.example/glass' },
  issuer,
  completedOn: '2026-05-17',
  expiresOn: '2029-05',
  credential: { id: 'cert-1', url: 'https://courses.example/certificates/1' },
  skills: ['Glass', 'Heat'],
  evidence: ['https://courses.example/results/1'],
};
const gig = {
  record: 'gig-1',
  gig: { id: 'g-1', title: 'A lamp for the hall' },
  issuer,
  client: { name: 'City Hall' },
  startedOn: '2026-01',
  completedOn: '2026-03',
  summary: 'Forty lamps of blown glass.',
};
const badge = {
  record: 'award-1',
  badge: {
    id: 'b-1',
    name: 'First lamp',
    criteria: 'https://courses.example/badges/1',
    image: 'https://courses.example/1.png',
  },
  issuer,
  awardedOn: '2026-05-17',
};
const revocation = (record: string) => ({ record, reason: 'Entered for another person' });

const outcome = { check: '0123456789abcdef0123456789abcdef' };

export const sentData: Readonly<Record<InboundType, JsonObject>> = {
  'identity.verified': outcome,
  'identity.failed': outcome,
  'identity.lapsed': outcome,
  'identity.revoked': outcome,
  'course.completed': course,
  'course.corrected': course,
  'course.revoked': revocation('completion-1'),
  'gig.completed': gig,
  'gig.corrected': gig,
  'gig.revoked': revocation('gig-1'),
  'badge.awarded': badge,
  'badge.corrected': badge,
  'badge.revoked': revocation('award-1'),
};
