/** Brazilian Portuguese. */
import type { ProfileNames } from './terms.ts';

export const names: ProfileNames = {
  section: {
    identity: 'Nome e lugar',
    about: 'Sobre mim',
    contact: 'Contato',
    availability: 'Disponibilidade',
    organisation: 'Organização',
    mentoring: 'Mentoria',
    skills: 'Habilidades',
    education: 'Formação',
    workExperience: 'Experiência',
    projects: 'Projetos',
    certificates: 'Certificados',
    awards: 'Prêmios',
    publications: 'Publicações',
    volunteering: 'Voluntariado',
    languages: 'Idiomas',
    links: 'Links',
  },
  role: {
    student: 'Estudantes',
    employer: 'Empregadores',
    mentor: 'Mentores',
    moderator: 'Moderadores',
    admin: 'Administradores',
  },
};
