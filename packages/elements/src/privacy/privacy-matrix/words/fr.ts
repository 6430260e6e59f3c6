/** French. */
import type { PrivacyMatrixTerms } from '../terms.ts';

export const words: PrivacyMatrixTerms = {
  title: 'Qui voit quoi, et pourquoi c’est conservé',
  intro:
    'Chaque partie d’un profil, avec ceux qui la voient tant que vous ne choisissez rien d’autre. Vous seul pouvez l’ouvrir. Un opérateur peut masquer un compte entier, mais n’en ouvrir aucune partie.',
  role: 'Rôle',
  field: 'Partie',
  first: 'Visible d’abord par',
  who: 'Qui peut le changer',
  basis: 'Base légale (RGPD)',
  kept: 'Conservation',
  where: 'Peut apparaître dans',
  owner: (widest) => `Vous, au plus : ${widest}`,
  notNamed: 'Pas pour des personnes que vous nommez',
  nobody: 'Personne : suit le profil entier',
  grounds: {
    contract: 'Contrat, art. 6(1)(b)',
    consent: 'Consentement, art. 6(1)(a)',
    obligation: 'Obligation légale, art. 6(1)(c)',
    interest: 'Intérêt légitime, art. 6(1)(f)',
    none: 'Aucune donnée personnelle',
  },
  special: 'Peut révéler un élément sensible, art. 9(2)(a)',
  account: 'Tant que votre compte existe',
  after: {
    removedItems: (time) => `Entrées retirées : ${time}`,
    uploads: (time) => `Photos non gardées : ${time}`,
    endedVerifications: (time) => `Preuves terminées : ${time}`,
  },
  place: {
    web: 'Pages publiques',
    members: 'Pages pour les membres',
    accesses: 'Accès de votre journal',
    own: 'Vos pages et votre copie',
  },
};
