/** Spanish. */
import type { ViewAsTerms } from '../terms.ts';

export const words: ViewAsTerms = {
  title: 'Cómo te ven los demás',
  empty: 'Todavía no tienes perfil.',
  viewer: 'Verlo como',
  anonymous: 'Cualquiera en la web',
  member: 'Un miembro con sesión',
  named: (name) => `${name} (tú lo nombraste)`,
  owner: 'Tú',
  more: {
    anonymous: 'Esto ven los buscadores y las personas sin cuenta.',
    member: 'Esto ven quienes han iniciado sesión en Gigsy.',
    named: 'Esto ve alguien a quien nombraste solo con esto.',
    owner: 'Nadie más ve todo esto.',
  },
  changing: 'Mirando con sus ojos …',
  nothing: 'No ven nada. Para ellos, tu página no existe.',
};
