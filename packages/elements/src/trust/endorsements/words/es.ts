/** Spanish. */
import type { EndorsementsWords } from '../words.ts';

export const words: EndorsementsWords = {
  title: 'Avales',
  nothing: 'No hay nada que mostrar aquí.',
  skills: 'Aptitudes avaladas y cuántas veces',
  forSkills: (skills) => `Por ${skills}`,
  writtenOn: (date) => `Escrito el ${date}`,
  levels: {
    email: 'Correo electrónico confirmado',
    phone: 'Teléfono confirmado',
    organisation: 'Organización confirmada',
    government: 'Identidad confirmada',
  },
  more: 'Mostrar todo',
};
