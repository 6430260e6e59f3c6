/** Edits of a profile for the non-interference test. */
import { pictures } from './deployment.ts';
import { png } from './png.ts';

/** One edit to each field that the matrix governs, as [matrix path, changes]. */
export const edits: [string, (mark: string) => Record<string, unknown>][] = [
  ['identity.headline', (m) => ({ identity: { headline: m } })],
  ['identity.pronouns', (m) => ({ identity: { pronouns: m.slice(0, 30) } })],
  ['identity.avatarUrl', (m) => ({ identity: { avatarUrl: picture(m) } })],
  ['identity.location', (m) => ({ identity: { location: { city: m } } })],
  ['about.text', (m) => ({ about: { text: m } })],
  ['contact.email', (m) => ({ contact: { email: `${m}@example.org` } })],
  ['contact.phone', (m) => ({ contact: { phone: `+1 ${m.length}` } })],
  ['contact.website', (m) => ({ contact: { website: `https://${m}.example` } })],
  ['skills.name', (m) => ({ skills: [{ id: 'one', name: m }] })],
  ['education.institution', (m) => ({ education: [{ id: 'one', institution: m, score: '1' }] })],
  ['education.score', (m) => ({ education: [{ id: 'one', institution: 'Same', score: m.slice(0, 30) }] })],
  [
    'education.gpa',
    (m) => ({ education: [{ id: 'one', institution: 'Same', gpa: { value: m.length, scale: 1000 } }] }),
  ],
  ['workExperience.organisation', (m) => ({ workExperience: [{ id: 'one', organisation: m }] })],
  ['projects.name', (m) => ({ projects: [{ id: 'one', name: m }] })],
  ['certificates.name', (m) => ({ certificates: [{ id: 'one', name: m }] })],
  ['awards.title', (m) => ({ awards: [{ id: 'one', title: m }] })],
  ['publications.name', (m) => ({ publications: [{ id: 'one', name: m }] })],
  ['volunteering.organisation', (m) => ({ volunteering: [{ id: 'one', organisation: m }] })],
  ['languages.name', (m) => ({ languages: [{ id: 'one', name: m }] })],
  ['links.url', (m) => ({ links: [{ id: 'one', label: 'x', url: `https://${m}.example` }] })],
  ['availability.hoursPerWeek', (m) => ({ availability: { hoursPerWeek: 1 + (m.length % 80) } })],
  ['availability.rate', (m) => ({ availability: { rate: { amount: m.length, currency: 'EUR', per: 'day' } } })],
  ['organisation.name', (m) => ({ organisation: { name: m } })],
  ['organisation.openingsEmail', (m) => ({ organisation: { openingsEmail: `${m}@example.org` } })],
  ['mentoring.capacity', (m) => ({ mentoring: { capacity: 1 + (m.length % 100) } })],
];

/** The address of a picture that can be fetched. */
export function picture(mark: string): string {
  const address = `https://media.example/${mark}`;
  pictures.set(address, { bytes: png(1 + mark.length, 1) });
  return address;
}
