/** Brazilian Portuguese. */
import type { ViewAsTerms } from '../terms.ts';

export const words: ViewAsTerms = {
  title: 'Como os outros veem você',
  empty: 'Você ainda não tem perfil.',
  viewer: 'Ver como',
  anonymous: 'Qualquer pessoa na web',
  member: 'Um membro conectado',
  named: (name) => `${name} (nomeação sua)`,
  owner: 'Você',
  more: {
    anonymous: 'Buscadores e pessoas sem conta veem isto.',
    member: 'Todos que entraram no Gigsy veem isto.',
    named: 'Alguém que você nomeou só por isto vê isto.',
    owner: 'Ninguém mais vê tudo isto.',
  },
  changing: 'Olhando com os olhos deles …',
  nothing: 'Eles não veem nada. Para eles, sua página não existe.',
};
