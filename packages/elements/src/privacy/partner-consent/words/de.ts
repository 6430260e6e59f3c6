/** German. */
import type { PartnerConsentTerms } from '../terms.ts';

export const words: PartnerConsentTerms = {
  title: 'Partner, die dich kennen',
  ask: (partner) => `Darf ${partner} wissen, wer du auf Gigsy bist?`,
  sites: 'Seine Websites:',
  may: 'Seine Seiten dürfen dir dann, solange du dort angemeldet bist, zeigen, was angemeldete Mitglieder sehen: von deinem eigenen Profil und von Profilen auf der Seite.',
  mayNot: 'Er kann dein Profil nicht ändern und sieht nichts, was nur du oder von dir genannte Leute sehen.',
  end: 'Du kannst das hier jederzeit beenden; offene Seiten verlieren es dann sofort.',
  allow: 'Erlauben',
  refuse: 'Jetzt nicht',
  over: 'Diese Anfrage ist vorbei oder schon beantwortet. Bitte auf der Website des Partners um eine neue.',
  refused: 'Du hast es nicht erlaubt. Die Anfrage endet von selbst.',
  allowed: (partner) => `${partner} kennt dich jetzt.`,
  links: 'Partner, denen du es erlaubt hast',
  none: 'Du hast es keinem Partner erlaubt.',
  since: (date) => `Seit ${date}`,
  as: (user) => `Dort bist du ${user}`,
  revoke: 'Beenden',
  revoked: (partner) => `${partner} kennt dich nicht mehr.`,
  tooMany: 'Du hast es so vielen Partnern erlaubt, wie es geben kann. Beende zuerst eine Erlaubnis.',
};
