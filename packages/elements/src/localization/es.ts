/** Spanish. */
import type { Table } from './terms.ts';

export const table: Table = {
  code: 'es',
  loading: 'Cargando el perfil',
  unavailable: 'Este perfil no está disponible.',
  error: 'No se pudo cargar este perfil.',
  offline: 'Sin conexión por el momento.',
  retry: 'Reintentar',
  more: 'Más',
  open: 'Disponible',
  limited: 'Disponibilidad limitada',
  closed: 'No disponible',
  remote: 'En remoto',
  skills: 'Aptitudes',
  moreSkills: (count, written) => (count === 1 ? 'Otra aptitud' : `Otras ${written} aptitudes`),
  comma: ', ',
  levels: ['Aprendiendo', 'Básico', 'Competente', 'Avanzado', 'Experto'],
  panel: {
    from: (date) => `Desde ${date}`,
  },
  sections: {
    about: 'Acerca de',
    experience: 'Experiencia',
    education: 'Formación',
    languages: 'Idiomas',
    nothing: 'No hay nada que mostrar.',
    present: 'actualidad',
  },
  matrix: {
    skill: 'Aptitud',
    level: 'Nivel',
    years: 'Años',
    evidence: 'Pruebas',
    endorsements: 'Avales',
    filter: 'Filtrar aptitudes',
    group: 'Agrupar por categoría',
    table: 'Ver como tabla',
    other: 'Otras',
    shown: (count, total) => `${count} de ${total} aptitudes`,
    noMatch: 'Ninguna aptitud coincide.',
  },
};
