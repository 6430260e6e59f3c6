/** French. */
import type { ProfileFormTerms } from '../terms.ts';

export const words: ProfileFormTerms = {
  empty: 'Vous n’avez pas encore de profil.',
  shared: {
    startDate: { label: 'Début' },
    endDate: { label: 'Fin' },
    endStatus: {
      label: 'Sans date de fin',
      choices: { ongoing: 'Cela continue', open: 'Rien n’est précisé', unknown: 'Terminé, date inconnue' },
    },
    url: { label: 'Adresse web' },
    summary: { label: 'Résumé' },
    highlights: { label: 'Points forts', help: 'Un par ligne.' },
    keywords: { label: 'Mots-clés', help: 'Un par ligne.' },
    organisation: { label: 'Organisation' },
    position: { label: 'Poste' },
  },
  identity: {
    title: 'Nom et lieu',
    fields: {
      displayName: { label: 'Nom', help: 'Tel que les autres doivent le lire.' },
      headline: { label: 'Titre', help: 'Ce que vous faites, en une ligne.' },
      pronouns: { label: 'Pronoms', help: 'Par exemple elle ou iel.' },
      'location.city': { label: 'Ville' },
      'location.region': { label: 'Région' },
      'location.countryCode': { label: 'Pays' },
      avatarUrl: {
        label: 'Adresse de votre photo',
        help: 'Commence par https://. La photo est récupérée une fois et affichée par Gigsy.',
      },
    },
  },
  about: {
    title: 'À propos de vous',
    fields: { text: { label: 'Présentation', help: 'Qui vous êtes et ce que vous cherchez.' } },
  },
  availability: {
    title: 'Disponibilité',
    fields: {
      status: { label: 'État' },
      from: { label: 'À partir de' },
      hoursPerWeek: { label: 'Heures par semaine' },
      remote: { label: 'Travail à distance', choices: { true: 'Oui', false: 'Non' } },
      timeZone: { label: 'Fuseau horaire' },
      'rate.amount': { label: 'Tarif' },
      'rate.currency': { label: 'Devise' },
      'rate.per': { label: 'Par', choices: { hour: 'Heure', day: 'Jour', month: 'Mois', project: 'Projet' } },
    },
  },
  contact: {
    title: 'Coordonnées',
    fields: { email: { label: 'E-mail' }, phone: { label: 'Téléphone' }, website: { label: 'Site web' } },
  },
  organisation: {
    title: 'Votre organisation',
    fields: {
      name: { label: 'Nom' },
      website: { label: 'Site web' },
      industry: { label: 'Secteur' },
      size: { label: 'Nombre de personnes' },
      about: { label: 'À propos de l’organisation' },
      openingsEmail: { label: 'E-mail pour les candidatures' },
      openingsUrl: { label: 'Adresse de vos offres' },
    },
  },
  mentoring: {
    title: 'Mentorat',
    fields: {
      expertise: { label: 'Ce que vous pouvez apporter', help: 'Un par ligne.' },
      formats: {
        label: 'Façons d’échanger',
        choices: { chat: 'Messagerie', call: 'Appel', 'in-person': 'En personne' },
      },
      capacity: { label: 'Personnes suivies à la fois' },
      about: { label: 'Votre façon d’accompagner' },
    },
  },
  skills: {
    title: 'Compétences',
    fields: {
      name: { label: 'Compétence' },
      category: { label: 'Groupe' },
      level: { label: 'Niveau' },
      years: { label: 'Années de pratique' },
    },
  },
  workExperience: { title: 'Expérience professionnelle', fields: { location: { label: 'Lieu' } } },
  education: {
    title: 'Formation',
    fields: {
      institution: { label: 'École ou université' },
      studyType: { label: 'Diplôme' },
      area: { label: 'Matière' },
      score: { label: 'Note', help: 'Comme l’établissement l’écrit.' },
      'gpa.value': { label: 'Moyenne générale' },
      'gpa.scale': { label: 'Maximum de l’échelle' },
      courses: { label: 'Cours', help: 'Un par ligne.' },
    },
  },
  projects: {
    title: 'Projets',
    fields: {
      name: { label: 'Nom' },
      description: { label: 'Description' },
      roles: { label: 'Vos rôles', help: 'Un par ligne.' },
    },
  },
  certificates: {
    title: 'Certificats',
    fields: {
      name: { label: 'Nom' },
      issuer: { label: 'Délivré par' },
      date: { label: 'Délivré' },
      expires: { label: 'Valable jusqu’au' },
    },
  },
  awards: {
    title: 'Distinctions',
    fields: { title: { label: 'Distinction' }, awarder: { label: 'Décernée par' }, date: { label: 'Date' } },
  },
  publications: {
    title: 'Publications',
    fields: { name: { label: 'Titre' }, publisher: { label: 'Éditeur' }, releaseDate: { label: 'Publié' } },
  },
  volunteering: { title: 'Bénévolat' },
  languages: {
    title: 'Langues',
    fields: {
      name: { label: 'Langue' },
      level: { label: 'Niveau', choices: { native: 'Langue maternelle' } },
      fluency: { label: 'Avec vos mots' },
      tag: { label: 'Code de langue', help: 'Par exemple pt-BR.' },
    },
  },
  links: { title: 'Liens', fields: { label: { label: 'Nom' }, username: { label: 'Nom d’utilisateur' } } },
};
