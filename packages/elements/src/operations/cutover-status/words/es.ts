/** Spanish. */
import type { CutoverWords } from '../words.ts';

export const words: CutoverWords = {
  title: 'Cambio de la lectura de perfiles',
  offline: 'Sin conexión en este momento.',
  drift: (count, written) => `Divergencias: ${written} ${count === 1 ? 'hallazgo abierto' : 'hallazgos abiertos'}`,
  noDrift: 'Divergencias: ningún hallazgo abierto',
  cohorts: {
    staff: { name: 'Equipo', who: 'Moderadores y administradores' },
    pilot: { name: 'Piloto', who: '5 de cada 100 de los demás' },
    early: { name: 'Tempranos', who: '25 más de cada 100' },
    rest: { name: 'Resto', who: 'Todos los demás' },
  },
  phases: {
    'dual-write': 'Doble escritura',
    'shadow-read': 'Lectura en la sombra',
    normalized: 'Normalizado',
    retired: 'Retirado',
  },
  progress: 'Fases',
  since: (date) => `Desde ${date}`,
  compared: (count, written) => `${written} ${count === 1 ? 'perfil comparado' : 'perfiles comparados'}`,
  emptied: (count, written) => `${written} ${count === 1 ? 'copia eliminada' : 'copias eliminadas'}`,
  going: 'en curso',
  differences: (count, written) =>
    count === 1 ? `${written} perfil se lee de forma distinta:` : `${written} perfiles se leen de forma distinta:`,
  moreThan: (written) => `más de ${written}`,
  obstacles: {
    drift: 'Hay hallazgos de divergencia abiertos.',
    differences: 'La copia y las filas se leen de forma distinta.',
    comparison: 'Aún no se han comparado todos los perfiles.',
  },
  forward: (phase) => `Avanzar a «${phase}»`,
  back: (phase) => `Volver a «${phase}»`,
  ask: '¿Eliminar las copias de este grupo? No se podrán recuperar.',
  retire: 'Eliminar copias',
  keep: 'Conservarlas',
  moving: 'Cambiando',
  moved: (cohort, phase) => `${cohort}: ahora en la fase «${phase}».`,
  conflict: 'Otra persona ha movido este grupo. Aquí se ve dónde está ahora.',
  notReady: 'Este paso aún no es posible.',
  failed: 'Este paso ha fallado. No se ha cambiado nada.',
};
