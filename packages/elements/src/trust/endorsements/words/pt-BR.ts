/** Brazilian Portuguese. */
import type { EndorsementsWords } from '../words.ts';

export const words: EndorsementsWords = {
  title: 'Recomendações',
  nothing: 'Não há nada para mostrar aqui.',
  skills: 'Habilidades recomendadas e quantas vezes',
  forSkills: (skills) => `Por ${skills}`,
  writtenOn: (date) => `Escrito em ${date}`,
  levels: {
    email: 'E-mail confirmado',
    phone: 'Telefone confirmado',
    organisation: 'Organização confirmada',
    government: 'Identidade confirmada',
  },
  more: 'Mostrar tudo',
};
