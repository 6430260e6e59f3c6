/** German. */
import type { ProfileNames } from './terms.ts';

export const names: ProfileNames = {
  section: {
    identity: 'Name und Ort',
    about: 'Über mich',
    contact: 'Kontakt',
    availability: 'Verfügbarkeit',
    organisation: 'Organisation',
    mentoring: 'Mentoring',
    skills: 'Fähigkeiten',
    education: 'Ausbildung',
    workExperience: 'Berufserfahrung',
    projects: 'Projekte',
    certificates: 'Zertifikate',
    awards: 'Preise',
    publications: 'Veröffentlichungen',
    volunteering: 'Ehrenamt',
    languages: 'Sprachen',
    links: 'Links',
  },
  role: {
    student: 'Studierende',
    employer: 'Arbeitgeber',
    mentor: 'Mentoren',
    moderator: 'Moderation',
    admin: 'Administration',
  },
};
