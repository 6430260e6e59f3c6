/** Brazilian Portuguese; the other Portuguese reads it too. */
import type { ProfileFormTerms } from '../terms.ts';

export const words: ProfileFormTerms = {
  empty: 'Você ainda não tem um perfil.',
  identity: {
    title: 'Nome e lugar',
    fields: {
      displayName: { label: 'Nome', help: 'Como os outros devem ler.' },
      headline: { label: 'Título', help: 'O que você faz, em uma linha.' },
      pronouns: { label: 'Pronomes', help: 'Por exemplo, ela ou elu.' },
      'location.city': { label: 'Cidade' },
      'location.region': { label: 'Estado ou região' },
      'location.countryCode': { label: 'País' },
      avatarUrl: {
        label: 'Endereço da sua foto',
        help: 'Começa com https://. A foto é baixada uma vez e exibida pelo Gigsy.',
      },
    },
  },
};
