/** Brazilian Portuguese. */
import type { TrustRoomWords } from '../words.ts';

export const words: TrustRoomWords = {
  confirmed: {
    email: 'E-mail confirmado',
    phone: 'Telefone confirmado',
    domain: 'Domínio de uma organização confirmado',
    link: 'Página confirmada',
    document: 'Documento de identidade verificado',
  },
  checkedBy: (provider, date) => `Verificado por ${provider} em ${date}`,
  until: (date) => `Válido até ${date}`,
  nothing: 'Não há nada para mostrar aqui.',
};
