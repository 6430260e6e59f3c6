/** Spanish. */
import type { AccessRequestTerms } from '../terms.ts';
import { purposes } from '../../purposes/es.ts';

export const words: AccessRequestTerms = {
  purposes,
  title: 'Lo que pueden ver los miembros',
  intro:
    'Indica para qué y esta página mostrará lo que no es público y está abierto para ti. La persona sabrá que lo has visto, cuándo y por qué.',
  purpose: 'Finalidad',
  choose: 'Elegir…',
  note: 'Con tus propias palabras',
  noteHelp: 'Opcional. La persona lo leerá.',
  purposeWanted: 'Elige una finalidad.',
  noteWanted: 'Indica para qué.',
  show: 'Mostrar',
  opening: 'Abriendo…',
  shown: (purpose) => `Ves lo que está abierto para ti. Finalidad: ${purpose}. La persona queda informada.`,
  nothing: 'No hay nada más abierto para ti. Ves lo que ve todo el mundo.',
  tooMany: 'Has abierto muchos perfiles en poco tiempo. Ves lo que ve todo el mundo.',
  noteRefused: 'Tus palabras no se han aceptado: usa texto sencillo. Ves lo que ve todo el mundo.',
  ended: 'El acceso ha terminado. Ves lo que ve todo el mundo.',
  end: 'Terminar el acceso',
  again: 'Reintentar',
};
