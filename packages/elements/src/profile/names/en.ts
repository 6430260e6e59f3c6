/** English. */
import type { ProfileNames } from './terms.ts';

export const names: ProfileNames = {
  section: {
    identity: 'Name and place',
    about: 'About',
    contact: 'Contact',
    availability: 'Availability',
    organisation: 'Organisation',
    mentoring: 'Mentoring',
    skills: 'Skills',
    education: 'Education',
    workExperience: 'Experience',
    projects: 'Projects',
    certificates: 'Certificates',
    awards: 'Awards',
    publications: 'Publications',
    volunteering: 'Volunteering',
    languages: 'Languages',
    links: 'Links',
  },
  role: {
    student: 'Students',
    employer: 'Employers',
    mentor: 'Mentors',
    moderator: 'Moderators',
    admin: 'Administrators',
  },
};
