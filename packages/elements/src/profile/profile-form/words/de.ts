/** German. */
import type { ProfileFormTerms } from '../terms.ts';

export const words: ProfileFormTerms = {
  empty: 'Sie haben noch kein Profil.',
  shared: {
    startDate: { label: 'Beginn' },
    endDate: { label: 'Ende' },
    endStatus: {
      label: 'Ohne Enddatum',
      choices: { ongoing: 'Es dauert an', open: 'Keine Angabe', unknown: 'Beendet, Datum unbekannt' },
    },
    url: { label: 'Adresse im Web' },
    summary: { label: 'Zusammenfassung' },
    highlights: { label: 'Höhepunkte', help: 'Je Zeile eine Angabe.' },
    keywords: { label: 'Stichwörter', help: 'Je Zeile eine Angabe.' },
    organisation: { label: 'Organisation' },
    position: { label: 'Position' },
  },
  identity: {
    title: 'Name und Ort',
    fields: {
      displayName: { label: 'Name', help: 'So, wie andere ihn lesen sollen.' },
      headline: { label: 'Kurzbeschreibung', help: 'Was Sie tun, in einer Zeile.' },
      pronouns: { label: 'Pronomen', help: 'Zum Beispiel sie/ihr.' },
      'location.city': { label: 'Ort' },
      'location.region': { label: 'Region' },
      'location.countryCode': { label: 'Land' },
      avatarUrl: {
        label: 'Adresse Ihres Bildes',
        help: 'Beginnt mit https://. Das Bild wird einmal geholt und von Gigsy gezeigt.',
      },
    },
  },
  about: { title: 'Über Sie', fields: { text: { label: 'Vorstellung', help: 'Wer Sie sind und was Sie suchen.' } } },
  availability: {
    title: 'Verfügbarkeit',
    fields: {
      status: { label: 'Stand' },
      from: { label: 'Ab' },
      hoursPerWeek: { label: 'Stunden pro Woche' },
      remote: { label: 'Arbeit aus der Ferne', choices: { true: 'Ja', false: 'Nein' } },
      timeZone: { label: 'Zeitzone' },
      'rate.amount': { label: 'Satz' },
      'rate.currency': { label: 'Währung' },
      'rate.per': { label: 'Je', choices: { hour: 'Stunde', day: 'Tag', month: 'Monat', project: 'Projekt' } },
    },
  },
  contact: {
    title: 'Kontakt',
    fields: { email: { label: 'E-Mail' }, phone: { label: 'Telefon' }, website: { label: 'Website' } },
  },
  organisation: {
    title: 'Ihre Organisation',
    fields: {
      name: { label: 'Name' },
      website: { label: 'Website' },
      industry: { label: 'Branche' },
      size: { label: 'Zahl der Beschäftigten' },
      about: { label: 'Über die Organisation' },
      openingsEmail: { label: 'E-Mail für Bewerbungen' },
      openingsUrl: { label: 'Adresse Ihrer Stellen' },
    },
  },
  mentoring: {
    title: 'Mentoring',
    fields: {
      expertise: { label: 'Wobei Sie helfen können', help: 'Je Zeile eine Angabe.' },
      formats: { label: 'Formen des Austauschs', choices: { chat: 'Chat', call: 'Anruf', 'in-person': 'Persönlich' } },
      capacity: { label: 'Mentees gleichzeitig' },
      about: { label: 'So begleiten Sie' },
    },
  },
  skills: {
    title: 'Fähigkeiten',
    fields: {
      name: { label: 'Fähigkeit' },
      category: { label: 'Gruppe' },
      level: { label: 'Stufe' },
      years: { label: 'Jahre Praxis' },
    },
  },
  workExperience: { title: 'Berufserfahrung', fields: { location: { label: 'Ort' } } },
  education: {
    title: 'Ausbildung',
    fields: {
      institution: { label: 'Schule oder Hochschule' },
      studyType: { label: 'Abschluss' },
      area: { label: 'Fach' },
      score: { label: 'Note', help: 'So, wie die Einrichtung sie schreibt.' },
      'gpa.value': { label: 'Notendurchschnitt' },
      'gpa.scale': { label: 'Bestwert der Skala' },
      courses: { label: 'Kurse', help: 'Je Zeile eine Angabe.' },
    },
  },
  projects: {
    title: 'Projekte',
    fields: {
      name: { label: 'Name' },
      description: { label: 'Beschreibung' },
      roles: { label: 'Ihre Rollen', help: 'Je Zeile eine Angabe.' },
    },
  },
  certificates: {
    title: 'Zertifikate',
    fields: {
      name: { label: 'Name' },
      issuer: { label: 'Ausgestellt von' },
      date: { label: 'Ausgestellt am' },
      expires: { label: 'Gültig bis' },
    },
  },
  awards: {
    title: 'Auszeichnungen',
    fields: { title: { label: 'Auszeichnung' }, awarder: { label: 'Verliehen von' }, date: { label: 'Datum' } },
  },
  publications: {
    title: 'Veröffentlichungen',
    fields: { name: { label: 'Titel' }, publisher: { label: 'Verlag' }, releaseDate: { label: 'Erschienen' } },
  },
  volunteering: { title: 'Ehrenamt' },
  languages: {
    title: 'Sprachen',
    fields: {
      name: { label: 'Sprache' },
      level: { label: 'Niveau', choices: { native: 'Muttersprache' } },
      fluency: { label: 'In Ihren Worten' },
      tag: { label: 'Sprachkürzel', help: 'Zum Beispiel pt-BR.' },
    },
  },
  links: { title: 'Links', fields: { label: { label: 'Bezeichnung' }, username: { label: 'Benutzername' } } },
};
