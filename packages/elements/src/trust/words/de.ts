/** German. */
import type { TrustRoomWords } from '../words.ts';

export const words: TrustRoomWords = {
  confirmed: {
    email: 'E-Mail-Adresse bestätigt',
    phone: 'Telefonnummer bestätigt',
    domain: 'Domain einer Organisation bestätigt',
    link: 'Seite bestätigt',
    document: 'Ausweis geprüft',
  },
  checkedBy: (provider, date) => `Geprüft von ${provider} am ${date}`,
  until: (date) => `Gilt bis ${date}`,
  nothing: 'Hier gibt es nichts zu sehen.',
};
