/** Spanish. */
import type { ProfileFormTerms } from '../terms.ts';

export const words: ProfileFormTerms = {
  empty: 'Aún no tienes un perfil.',
  identity: {
    title: 'Nombre y lugar',
    fields: {
      displayName: { label: 'Nombre', help: 'Como lo leerán los demás.' },
      headline: { label: 'Titular', help: 'Lo que haces, en una línea.' },
      pronouns: { label: 'Pronombres', help: 'Por ejemplo, ella o elle.' },
      'location.city': { label: 'Ciudad' },
      'location.region': { label: 'Región' },
      'location.countryCode': { label: 'País' },
      avatarUrl: {
        label: 'Dirección de tu foto',
        help: 'Empieza por https://. La foto se descarga una vez y se muestra desde Gigsy.',
      },
    },
  },
};
