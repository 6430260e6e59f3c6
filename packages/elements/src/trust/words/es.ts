/** Spanish. */
import type { TrustRoomWords } from '../words.ts';

export const words: TrustRoomWords = {
  confirmed: {
    email: 'Correo electrónico confirmado',
    phone: 'Teléfono confirmado',
    domain: 'Dominio de una organización confirmado',
    link: 'Página confirmada',
    document: 'Documento de identidad comprobado',
  },
  checkedBy: (provider, date) => `Comprobado por ${provider} el ${date}`,
  until: (date) => `Válido hasta el ${date}`,
  nothing: 'Aquí no hay nada que mostrar.',
};
