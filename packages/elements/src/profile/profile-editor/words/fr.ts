/** French. */
import type { ProfileEditorTerms } from '../terms.ts';

export const words: ProfileEditorTerms = {
  title: 'Votre profil',
  picture: {
    title: 'Photo',
    choose: 'Choisir une photo',
    another: 'En choisir une autre',
    help: 'PNG, JPEG, WebP, GIF ou AVIF. Vous pouvez aussi déposer un fichier ici ou le coller.',
    remove: 'Retirer la photo',
    waiting: 'Votre photo est en cours de récupération à son adresse.',
    address: {
      address_not_allowed:
        'Aucune photo n’est récupérée à cette adresse : elle doit être une adresse https:// publique.',
      unreachable: 'L’adresse de votre photo n’a pas pu être jointe.',
      not_a_picture: 'Le fichier à cette adresse n’est pas une image qui peut être affichée.',
      too_large: 'La photo à cette adresse est trop grande : 2 Mio et 4 096 pixels par côté au plus.',
      rate_limited: 'L’adresse a été changée trop souvent. Veuillez réessayer dans une heure.',
    },
    opening: 'Ouverture de la photo …',
    part: 'Partie de la photo qui est montrée',
    partHelp:
      'Faites glisser la photo ou appuyez sur le point à placer au milieu. Au clavier : les flèches la déplacent, + et − changent le zoom.',
    zoom: 'Zoom',
    at: (zoom, fromLeft, fromTop) => `Zoom ${zoom} ; ${fromLeft} depuis la gauche, ${fromTop} depuis le haut`,
    preview: 'Aperçu',
    use: 'Utiliser cette photo',
    cancel: 'Annuler',
    sending: (percent) => `Envoi : ${percent}`,
    stored: 'Votre photo est enregistrée.',
    removed: 'Votre photo est retirée.',
    faults: {
      notAPicture:
        'Ce fichier n’a pas pu être lu comme une image. Veuillez choisir un fichier PNG, JPEG, WebP, GIF ou AVIF.',
      tooHeavy: 'Ce fichier est trop lourd : 20 Mo au plus.',
      tooManyPixels: 'Cette image a trop de pixels : 64 millions au plus.',
      over: 'La photo n’était plus attendue. Votre choix est conservé ; veuillez réessayer.',
      offline: 'Pas de connexion. Votre choix est conservé ; veuillez réessayer quand elle sera revenue.',
      lost: 'La connexion s’est interrompue en cours de route. Votre choix est conservé ; veuillez réessayer.',
      tooOften: 'Trop de photos à la fois. Votre choix est conservé ; veuillez réessayer plus tard.',
      signedOut: 'Vous êtes déconnecté. Veuillez vous reconnecter.',
      failed: 'Cela n’a pas fonctionné. Veuillez réessayer.',
    },
  },
  removed: {
    show: 'Entrées retirées',
    none: 'Aucune entrée de cette rubrique n’a été retirée ces 30 derniers jours.',
    until: (date) => `Peut être rétablie jusqu’au ${date}`,
    restore: 'Rétablir',
    restored: (name) => `« ${name} » est de nouveau dans la liste.`,
    failed: 'Cette entrée n’a pas pu être rétablie. Veuillez réessayer.',
    gone: 'Cette entrée ne peut plus être rétablie.',
    most: (written) => `Seules les ${written} dernières entrées retirées de votre profil sont conservées.`,
  },
};
