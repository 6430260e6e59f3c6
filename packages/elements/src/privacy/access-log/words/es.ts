/** Spanish. */
import type { AccessLogTerms } from '../terms.ts';

export const words: AccessLogTerms = {
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
  earlier: 'Mostrar accesos anteriores',
  shown: (count, written) =>
    count === 1 ? `Se muestra ${written} acceso anterior.` : `Se muestran ${written} accesos anteriores.`,
};
