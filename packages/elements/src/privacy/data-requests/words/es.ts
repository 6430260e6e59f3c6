/** Spanish. */
import type { DataRequestsTerms } from '../terms.ts';

export const words: DataRequestsTerms = {
  title: 'Solicitudes sobre tus datos',
  empty: 'Todavía no tienes una cuenta.',
  copy: 'Una copia de tus datos',
  copyMore:
    'Todo lo que se guarda sobre ti, en un archivo zip: una página para leer, archivos JSON con sus esquemas, un JSON Resume y tus imágenes.',
  ask: 'Pedir una copia',
  askAgain: 'Hacer una copia nueva',
  making: (done) => `Se está haciendo tu copia: ${done}`,
  callOff: 'Detener',
  ready: (count, written, size) => `Tu copia está lista: ${written} ${count === 1 ? 'archivo' : 'archivos'}, ${size}.`,
  keptUntil: (date) => `Se borra el ${date}.`,
  download: 'Descargar',
  linksUntil: (time) => `Los enlaces funcionan hasta las ${time}, para cualquiera que los tenga.`,
  linksOver: 'Los enlaces han caducado. Pulsa Descargar para obtener otros.',
  remove: 'Borrar esta copia',
  copyFailed: 'No se pudo hacer tu copia. Pídela de nuevo.',
  begun: 'Tu copia está en camino. Mientras tanto puedes salir de esta página.',
  removed: 'La copia se ha borrado.',
  tooOften: 'Puedes pedir tres copias al día. Inténtalo más tarde.',
  changed: 'Esto había cambiado entretanto. Ves cómo está ahora.',
  deletion: 'Eliminar tu cuenta',
  deletionMore: (_, days) =>
    `Tu perfil se oculta a todos de inmediato. ${days} días después se cierra tu cuenta y se borra lo siguiente:`,
  goes: [
    'tu perfil, con sus imágenes y sus estadísticas',
    'tus ajustes, las personas que nombraste y tus vínculos con organizaciones',
    'las copias de tus datos, las respuestas a tus llamadas y las palabras de los motivos',
  ],
  stays:
    'Quedan registros que no nombran a nadie, tu identificador en el proveedor de identidad y una forma ilegible de tu nombre de usuario, para que nadie ocupe tu lugar.',
  request: 'Eliminar mi cuenta',
  due: (date) => `Tu cuenta se cierra y se borra el ${date}.`,
  untilThen: 'Hasta entonces tu perfil está oculto para los demás y puedes cancelar la eliminación.',
  keep: 'Conservar mi cuenta',
  held: 'Hay una retención legal. Tu cuenta se cierra ese día y tus datos se borran cuando termine la retención.',
  heldFor: (reason) => `Su motivo: ${reason}.`,
  reason: {
    litigation: 'un litigio',
    investigation: 'una investigación',
    authority: 'una orden de una autoridad',
    safety: 'la seguridad de las personas',
  },
  receipt:
    'Después nadie puede iniciar sesión, así que el recibo del borrado queda en manos del operador; cuenta lo que se borró y no nombra a nadie. Descarga antes una copia de tus datos.',
  requested: 'Tu perfil está oculto. Puedes cancelar la eliminación hasta su día.',
  kept: 'La eliminación se ha cancelado. Tu cuenta está como antes.',
};
