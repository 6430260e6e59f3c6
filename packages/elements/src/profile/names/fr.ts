/** French. */
import type { ProfileNames } from './terms.ts';

export const names: ProfileNames = {
  section: {
    identity: 'Nom et lieu',
    about: 'À propos',
    contact: 'Contact',
    availability: 'Disponibilité',
    organisation: 'Organisation',
    mentoring: 'Mentorat',
    skills: 'Compétences',
    education: 'Formation',
    workExperience: 'Expérience',
    projects: 'Projets',
    certificates: 'Certificats',
    awards: 'Prix',
    publications: 'Publications',
    volunteering: 'Bénévolat',
    languages: 'Langues',
    links: 'Liens',
  },
  role: {
    student: 'Étudiants',
    employer: 'Employeurs',
    mentor: 'Mentors',
    moderator: 'Modérateurs',
    admin: 'Administrateurs',
  },
};
