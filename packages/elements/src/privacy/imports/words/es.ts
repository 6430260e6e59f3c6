/** Spanish. */
import type { ImportsTerms } from '../terms.ts';

export const words: ImportsTerms = {
  title: 'Llena tu perfil desde otro sitio',
  intro:
    'Aprovecha lo que ya escribiste en otro sitio. Antes lo ves todo y eliges; tus propias palabras nunca se reemplazan.',
  empty: 'Todavía no tienes perfil.',
  source: { github: 'GitHub', linkedin: 'LinkedIn' },
  notice: {
    github:
      'Preguntamos una vez a GitHub lo que todo el mundo puede ver de la cuenta que indiques: su perfil y sus repositorios. La respuesta se guarda un día, para la vista previa. Allí no se publica nada y no hace falta contraseña.',
    linkedin:
      'Tú eliges el archivo que LinkedIn te da. Se abre en este navegador. Los mensajes, los contactos y todo lo demás se quedan aquí; solo se envían los ficheros sobre tu trayectoria, para la vista previa, y no se guardan.',
  },
  fills: 'Esto puede llenar:',
  term: 'Puedes importar durante un año y retirar el consentimiento cuando quieras: entonces sale de tu perfil lo que llegó así, salvo lo que hayas editado desde entonces.',
  agree: (source) => `Aceptar una importación desde ${source}`,
  agreed: (source) => `Has aceptado una importación desde ${source}.`,
  login: 'Nombre de usuario de GitHub',
  loginWanted: 'Escribe un nombre de usuario de GitHub: letras, cifras y guiones interiores, 39 como máximo.',
  look: 'Ver qué hay',
  fetching: 'Preguntando a GitHub …',
  fault: {
    unknown_user: 'GitHub no conoce ninguna cuenta con ese nombre.',
    busy: 'GitHub no acepta más peticiones por ahora. Inténtalo dentro de una hora.',
    unreadable: 'GitHub respondió algo que no se puede leer.',
    unreachable: 'No se pudo llegar a GitHub. Inténtalo más tarde.',
  },
  archiveMore:
    'En LinkedIn, abre Ajustes, Privacidad de datos, «Obtener una copia de tus datos». El archivo llega por correo como fichero zip.',
  archive: 'Archivo de LinkedIn (zip)',
  reading: 'Leyendo el archivo …',
  archiveFault: {
    not_an_archive: 'Esto no es un fichero zip, o está dañado.',
    too_large: 'Este archivo es demasiado grande.',
    nothing_found: 'Este fichero zip no contiene nada de lo que LinkedIn escribe sobre una trayectoria.',
  },
  pick: 'Elige qué incorporar',
  nothingNew: 'No hay nada nuevo: tu perfil ya lo tiene todo.',
  kind: { add: 'Nuevo', fill: 'Llena un hueco', renew: 'Más reciente que tu última importación' },
  kept: (count, written) =>
    count === 1 ? `${written} campo queda como lo escribiste` : `${written} campos quedan como los escribiste`,
  left: (count, written) =>
    count === 1 ? `${written} entrada más no cabe en tus listas.` : `${written} entradas más no caben en tus listas.`,
  take: (count, written) => `Incorporar ${written} ${count === 1 ? 'entrada' : 'entradas'}`,
  pickNothing: 'Elige al menos una entrada.',
  close: 'Cerrar la lista',
  taking: 'Incorporando …',
  taken: (count, written) =>
    count === 1 ? `${written} entrada está ahora en tu perfil.` : `${written} entradas están ahora en tu perfil.`,
  changedMeanwhile: 'Tu perfil ha cambiado mientras tanto. Esta es la lista ahora; elige otra vez.',
  record: 'Tu consentimiento',
  since: (date) => `Dado el ${date}.`,
  until: (date) => `Puedes importar hasta el ${date}.`,
  controller: (name) => `Dado a: ${name}`,
  version: (written) => `Versión del aviso: ${written}`,
  ended: {
    withdrawn: (date) => `Retiraste un consentimiento anterior el ${date}.`,
    expired: (date) => `Un consentimiento anterior terminó por sí solo el ${date}.`,
  },
  came: (count, written) =>
    count === 1 ? `${written} parte de tu perfil vino de aquí:` : `${written} partes de tu perfil vinieron de aquí:`,
  cameNone: 'Nada de tu perfil vino de aquí.',
  edited: 'editado por ti',
  withdraw: 'Retirar',
  askWithdraw: (source) =>
    `¿Retirar tu consentimiento? Lo que vino de ${source} sale de tu perfil al instante y no se puede restaurar. Lo que has editado se queda.`,
  keep: 'Mantenerlo',
  withdrawn: (removed, written) =>
    removed === 0
      ? 'Tu consentimiento está retirado. Nada tuvo que salir de tu perfil.'
      : `Tu consentimiento está retirado, y ${written} ${removed === 1 ? 'entrada ha' : 'entradas han'} salido de tu perfil.`,
  stayed: (count, written) =>
    count === 1 ? `${written} se queda, porque la editaste.` : `${written} se quedan, porque las editaste.`,
};
