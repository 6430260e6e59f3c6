/** Spanish. */
import type { ProfileNames } from './terms.ts';

export const names: ProfileNames = {
  section: {
    identity: 'Nombre y lugar',
    about: 'Sobre mí',
    contact: 'Contacto',
    availability: 'Disponibilidad',
    organisation: 'Organización',
    mentoring: 'Mentoría',
    skills: 'Habilidades',
    education: 'Formación',
    workExperience: 'Experiencia',
    projects: 'Proyectos',
    certificates: 'Certificados',
    awards: 'Premios',
    publications: 'Publicaciones',
    volunteering: 'Voluntariado',
    languages: 'Idiomas',
    links: 'Enlaces',
  },
  role: {
    student: 'Estudiantes',
    employer: 'Empleadores',
    mentor: 'Mentores',
    moderator: 'Moderadores',
    admin: 'Administradores',
  },
};
