/** Spanish. */
import type { AccessLogTerms } from '../terms.ts';
import { purposes } from '../../purposes/es.ts';

export const words: AccessLogTerms = {
  purposes,
  title: 'Quién ha visto tus datos',
  intro:
    'Los miembros que abren partes no públicas de tu perfil indican para qué y por cuánto tiempo. Cada acceso queda en esta lista.',
  empty: 'Nadie ha abierto partes no públicas de tu perfil.',
  open: 'Abiertos ahora',
  history: 'Todos los accesos',
  noneOpen: 'Nadie tiene acceso en este momento.',
  who: 'Quién',
  what: 'Qué',
  why: 'Por qué',
  when: 'Cuándo',
  until: 'Hasta',
  untilLatest: 'Hasta, como máximo',
  unnamed: 'Un miembro cuyo perfil no puedes ver',
  end: 'Terminar acceso',
  ended: 'El acceso ha terminado.',
  endedBefore: 'Este acceso ya había terminado.',
  sent: 'Enviado a otros',
  sentMore: 'Cuando Gigsy envía datos tuyos a otros, consta aquí. Estas son las últimas veces.',
  toWhom: 'A quién',
  party: {
    github: 'GitHub',
    clerk: 'Clerk, donde inicias sesión',
    pictureHost: 'El sitio del que viene tu foto',
    linkHost: 'El sitio de una página a la que enlaza tu portafolio',
    messageProvider: 'El proveedor que envía nuestros correos y mensajes de texto',
    claimedHost: 'El sitio de un dominio o una página que dices que es tuyo',
    identityProvider: 'El proveedor que comprueba documentos de identidad',
  },
  part: {
    'imports.account': 'Nombre de tu cuenta allí',
    'account.user': 'Tu cuenta de acceso',
    'verification.subject': 'Tu dirección o número',
    'verification.claim': 'Un dominio o una página que dices que es tuyo',
    'account.handle': 'Tu identificador',
  },
  earlier: 'Mostrar accesos anteriores',
  shown: (count, written) =>
    count === 1 ? `Se muestra ${written} acceso anterior.` : `Se muestran ${written} accesos anteriores.`,
  views: 'Visitas del público',
  viewsIntro:
    'Cuántas veces, aproximadamente, se ha leído tu perfil en la web en los últimos 30 días: es una estimación a partir de una muestra. No se nombra a nadie; tus propias visitas también cuentan.',
  noViews: 'Aún no se ha contado ninguna visita.',
  day: 'Día',
  count: 'Visitas',
  viewed: (count, written) => `${written} ${count === 1 ? 'visita' : 'visitas'} en total.`,
};
