/** Spanish. */
import type { ProfileFormTerms } from '../terms.ts';

export const words: ProfileFormTerms = {
  empty: 'Aún no tienes un perfil.',
  shared: {
    startDate: { label: 'Inicio' },
    endDate: { label: 'Fin' },
    endStatus: {
      label: 'Sin fecha de fin',
      choices: { ongoing: 'Continúa', open: 'No se indica', unknown: 'Terminó, fecha desconocida' },
    },
    url: { label: 'Dirección web' },
    summary: { label: 'Resumen' },
    highlights: { label: 'Logros destacados', help: 'Uno por línea.' },
    keywords: { label: 'Palabras clave', help: 'Uno por línea.' },
    organisation: { label: 'Organización' },
    position: { label: 'Puesto' },
  },
  identity: {
    title: 'Nombre y lugar',
    fields: {
      displayName: { label: 'Nombre', help: 'Como lo leerán los demás.' },
      headline: { label: 'Titular', help: 'Lo que haces, en una línea.' },
      pronouns: { label: 'Pronombres', help: 'Por ejemplo, ella o elle.' },
      'location.city': { label: 'Ciudad' },
      'location.region': { label: 'Región' },
      'location.countryCode': { label: 'País' },
      avatarUrl: {
        label: 'Dirección de tu foto',
        help: 'Empieza por https://. La foto se descarga una vez y se muestra desde Gigsy.',
      },
    },
  },
  about: { title: 'Sobre ti', fields: { text: { label: 'Presentación', help: 'Quién eres y qué buscas.' } } },
  availability: {
    title: 'Disponibilidad',
    fields: {
      status: { label: 'Estado' },
      from: { label: 'Desde' },
      hoursPerWeek: { label: 'Horas por semana' },
      remote: { label: 'Trabajo a distancia', choices: { true: 'Sí', false: 'No' } },
      timeZone: { label: 'Zona horaria' },
      'rate.amount': { label: 'Tarifa' },
      'rate.currency': { label: 'Moneda' },
      'rate.per': { label: 'Por cada', choices: { hour: 'Hora', day: 'Día', month: 'Mes', project: 'Proyecto' } },
    },
  },
  contact: {
    title: 'Contacto',
    fields: { email: { label: 'Correo electrónico' }, phone: { label: 'Teléfono' }, website: { label: 'Sitio web' } },
  },
  organisation: {
    title: 'Tu organización',
    fields: {
      name: { label: 'Nombre' },
      website: { label: 'Sitio web' },
      industry: { label: 'Sector' },
      size: { label: 'Número de personas' },
      about: { label: 'Sobre la organización' },
      openingsEmail: { label: 'Correo para candidaturas' },
      openingsUrl: { label: 'Dirección de tus vacantes' },
    },
  },
  mentoring: {
    title: 'Mentoría',
    fields: {
      expertise: { label: 'En qué puedes ayudar', help: 'Uno por línea.' },
      formats: { label: 'Formas de reunirse', choices: { chat: 'Chat', call: 'Llamada', 'in-person': 'En persona' } },
      capacity: { label: 'Personas a la vez' },
      about: { label: 'Cómo acompañas' },
    },
  },
  skills: {
    title: 'Competencias',
    fields: {
      name: { label: 'Competencia' },
      category: { label: 'Grupo' },
      level: { label: 'Nivel' },
      years: { label: 'Años de práctica' },
    },
  },
  workExperience: { title: 'Experiencia laboral', fields: { location: { label: 'Lugar' } } },
  education: {
    title: 'Formación',
    fields: {
      institution: { label: 'Escuela o universidad' },
      studyType: { label: 'Título' },
      area: { label: 'Materia' },
      score: { label: 'Calificación', help: 'Como la escribe la institución.' },
      'gpa.value': { label: 'Promedio de calificaciones' },
      'gpa.scale': { label: 'Máximo de la escala' },
      courses: { label: 'Cursos', help: 'Uno por línea.' },
    },
  },
  projects: {
    title: 'Proyectos',
    fields: {
      name: { label: 'Nombre' },
      description: { label: 'Descripción' },
      roles: { label: 'Tus funciones', help: 'Uno por línea.' },
    },
  },
  certificates: {
    title: 'Certificados',
    fields: {
      name: { label: 'Nombre' },
      issuer: { label: 'Emitido por' },
      date: { label: 'Emitido' },
      expires: { label: 'Válido hasta' },
    },
  },
  awards: {
    title: 'Premios',
    fields: { title: { label: 'Premio' }, awarder: { label: 'Otorgado por' }, date: { label: 'Fecha' } },
  },
  publications: {
    title: 'Publicaciones',
    fields: { name: { label: 'Título' }, publisher: { label: 'Editorial' }, releaseDate: { label: 'Publicado' } },
  },
  volunteering: { title: 'Voluntariado' },
  languages: {
    title: 'Idiomas',
    fields: {
      name: { label: 'Idioma' },
      level: { label: 'Nivel', choices: { native: 'Lengua materna' } },
      fluency: { label: 'En tus palabras' },
      tag: { label: 'Etiqueta de idioma', help: 'Por ejemplo, pt-BR.' },
    },
  },
  links: { title: 'Enlaces', fields: { label: { label: 'Nombre' }, username: { label: 'Nombre de usuario' } } },
};
