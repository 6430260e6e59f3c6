/** German. */
import type { ProfileEditorTerms } from '../terms.ts';

export const words: ProfileEditorTerms = {
  title: 'Ihr Profil',
  picture: {
    title: 'Bild',
    choose: 'Bild wählen',
    another: 'Anderes wählen',
    help: 'PNG, JPEG, WebP, GIF oder AVIF. Sie können eine Datei auch hierher ziehen oder einfügen.',
    remove: 'Bild entfernen',
    waiting: 'Ihr Bild wird von seiner Adresse geholt.',
    address: {
      address_not_allowed: 'Von dieser Adresse wird kein Bild geholt: Sie muss eine öffentliche https://-Adresse sein.',
      unreachable: 'Die Adresse Ihres Bildes war nicht erreichbar.',
      not_a_picture: 'Die Datei an der Adresse ist kein Bild, das gezeigt werden kann.',
      too_large: 'Das Bild an der Adresse ist zu groß: höchstens 2 MiB und 4.096 Pixel je Seite.',
      rate_limited: 'Die Adresse wurde zu oft geändert. Bitte versuchen Sie es in einer Stunde erneut.',
    },
    opening: 'Bild wird geöffnet …',
    part: 'Ausschnitt des Bildes, der gezeigt wird',
    partHelp:
      'Ziehen Sie das Bild oder drücken Sie auf die Stelle, die in die Mitte soll. Mit der Tastatur: Pfeiltasten verschieben es, + und − ändern die Größe.',
    zoom: 'Vergrößerung',
    at: (zoom, fromLeft, fromTop) => `Vergrößerung ${zoom}; ${fromLeft} von links, ${fromTop} von oben`,
    preview: 'Vorschau',
    use: 'Dieses Bild verwenden',
    cancel: 'Abbrechen',
    sending: (percent) => `Wird gesendet: ${percent}`,
    stored: 'Ihr Bild ist gespeichert.',
    removed: 'Ihr Bild ist entfernt.',
    faults: {
      notAPicture:
        'Diese Datei konnte nicht als Bild gelesen werden. Bitte wählen Sie eine Datei vom Typ PNG, JPEG, WebP, GIF oder AVIF.',
      tooHeavy: 'Diese Datei ist zu groß: höchstens 20 MB.',
      tooManyPixels: 'Dieses Bild hat zu viele Pixel: höchstens 64 Millionen.',
      over: 'Auf das Bild wurde nicht länger gewartet. Ihre Wahl bleibt erhalten; bitte versuchen Sie es erneut.',
      offline: 'Keine Verbindung. Ihre Wahl bleibt erhalten; bitte versuchen Sie es erneut, sobald sie wieder besteht.',
      lost: 'Die Verbindung brach unterwegs ab. Ihre Wahl bleibt erhalten; bitte versuchen Sie es erneut.',
      tooOften: 'Zu viele Bilder auf einmal. Ihre Wahl bleibt erhalten; bitte versuchen Sie es später erneut.',
      signedOut: 'Sie sind abgemeldet. Bitte melden Sie sich wieder an.',
      failed: 'Das hat nicht geklappt. Bitte versuchen Sie es erneut.',
    },
  },
  removed: {
    show: 'Entfernte Einträge',
    none: 'In den letzten 30 Tagen wurde hier kein Eintrag entfernt.',
    until: (date) => `Kann bis ${date} wiederhergestellt werden`,
    restore: 'Wiederherstellen',
    restored: (name) => `„${name}“ ist wieder in der Liste.`,
    failed: 'Dieser Eintrag konnte nicht wiederhergestellt werden. Bitte versuchen Sie es erneut.',
    gone: 'Dieser Eintrag kann nicht mehr wiederhergestellt werden.',
    most: (written) => `Nur die letzten ${written} entfernten Einträge Ihres Profils bleiben erhalten.`,
  },
};
