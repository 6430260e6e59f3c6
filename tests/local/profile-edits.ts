/** Edits of a profile, one to each field that its owner can hide. */
import type { SettingKey } from '@gigsy/schema';
import type { profileMatrix } from '../../packages/schema/src/profile/matrix.ts';

/** One edit to each field of a profile that has a setting; the mark makes it another value each time. */
export const edits: Readonly<
  Record<
    Exclude<SettingKey & keyof typeof profileMatrix, 'profile' | 'identity.avatarUrl'>,
    (mark: string) => Record<string, unknown>
  >
> = {
  'identity.headline': (m) => ({ identity: { headline: m } }),
  'identity.pronouns': (m) => ({ identity: { pronouns: m } }),
  'identity.location': (m) => ({ identity: { location: { city: m } } }),
  about: (m) => ({ about: { text: m } }),
  'contact.email': (m) => ({ contact: { email: `${m}@example.org` } }),
  'contact.phone': (m) => ({ contact: { phone: `+1 ${m.replace(/\D/g, '')}` } }),
  'contact.website': (m) => ({ contact: { website: `https://${m}.example` } }),
  skills: (m) => ({ skills: [{ id: 'one', name: m }] }),
  education: (m) => ({ education: [{ id: 'one', institution: m }] }),
  'education.score': (m) => ({ education: [{ id: 'one', institution: 'Same', score: m }] }),
  'education.gpa': (m) => ({
    education: [{ id: 'one', institution: 'Same', gpa: { value: Number(m.replace(/\D/g, '')) % 99, scale: 100 } }],
  }),
  workExperience: (m) => ({ workExperience: [{ id: 'one', organisation: m }] }),
  projects: (m) => ({ projects: [{ id: 'one', name: m }] }),
  certificates: (m) => ({ certificates: [{ id: 'one', name: m }] }),
  awards: (m) => ({ awards: [{ id: 'one', title: m }] }),
  publications: (m) => ({ publications: [{ id: 'one', name: m }] }),
  volunteering: (m) => ({ volunteering: [{ id: 'one', organisation: m }] }),
  languages: (m) => ({ languages: [{ id: 'one', name: m }] }),
  links: (m) => ({ links: [{ id: 'one', label: m, url: 'https://a.example' }] }),
  availability: (m) => ({ availability: { hoursPerWeek: 1 + (Number(m.replace(/\D/g, '')) % 72) } }),
  'availability.rate': (m) => ({
    availability: { rate: { amount: Number(m.replace(/\D/g, '')), currency: 'EUR', per: 'day' } },
  }),
  organisation: (m) => ({ organisation: { name: m } }),
  'organisation.openingsEmail': (m) => ({ organisation: { openingsEmail: `${m}@example.org` } }),
  mentoring: (m) => ({ mentoring: { expertise: [m] } }),
};
