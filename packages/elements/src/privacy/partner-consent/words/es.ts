/** Spanish. */
import type { PartnerConsentTerms } from '../terms.ts';

export const words: PartnerConsentTerms = {
  title: 'Socios que te conocen',
  ask: (partner) => `¿Permites que ${partner} sepa quién eres en Gigsy?`,
  sites: 'Sus sitios:',
  may: 'Sus páginas podrán mostrarte entonces, mientras tengas allí la sesión abierta, lo que ven los miembros con sesión: de tu propio perfil y de los perfiles de la página.',
  mayNot: 'No puede cambiar tu perfil y no ve nada de lo que solo tú o las personas que nombraste pueden ver.',
  end: 'Puedes terminarlo aquí cuando quieras; las páginas abiertas lo pierden entonces al instante.',
  allow: 'Permitir',
  refuse: 'Ahora no',
  over: 'Esta petición terminó o ya tuvo respuesta. Pide una nueva en el sitio del socio.',
  refused: 'No lo has permitido. La petición termina por sí sola.',
  allowed: (partner) => `${partner} ya te conoce.`,
  links: 'Socios a los que has dado permiso',
  none: 'No has dado permiso a ningún socio.',
  since: (date) => `Desde el ${date}`,
  as: (user) => `Allí eres ${user}`,
  revoke: 'Terminar',
  revoked: (partner) => `${partner} ya no te conoce.`,
  tooMany: 'Has dado permiso a tantos socios como puede haber. Termina antes uno.',
};
