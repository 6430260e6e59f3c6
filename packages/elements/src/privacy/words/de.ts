/** German. */
import type { PrivacyTerms } from '../terms.ts';
import { names } from '../../profile/names/de.ts';

export const words: PrivacyTerms = {
  ...names,
  profile: 'Ihr ganzes Profil',
  field: {
    'identity.displayName': 'Name',
    'identity.headline': 'Kurzbeschreibung',
    'identity.pronouns': 'Pronomen',
    'identity.avatarUrl': 'Bild',
    'identity.location': 'Ort',
    'contact.email': 'E-Mail',
    'contact.phone': 'Telefon',
    'contact.website': 'Website',
    'education.score': 'Note',
    'education.gpa': 'Notendurchschnitt',
    'availability.rate': 'Satz',
    'organisation.openingsEmail': 'E-Mail für Bewerbungen',
    'verification.domain': 'Domain',
    'verification.link': 'Seite',
  },
  further: {
    courses: 'Kurse',
    gigs: 'Aufträge',
    badges: 'Abzeichen',
    contributions: 'Beiträge',
    verification: 'Bestätigte Kontaktdaten',
    endorsements: 'Empfehlungen',
    reviews: 'Bewertungen',
    reputation: 'Ruf',
  },
  visibility: {
    public: 'Alle im Web',
    platform: 'Angemeldete Mitglieder',
    restricted: 'Von Ihnen Benannte',
    owner: 'Nur Sie',
  },
  relation: { contact: 'Ihre Kontakte' },
  of: (whole, part) => `${whole}: ${part}`,
  cancel: 'Abbrechen',
};
