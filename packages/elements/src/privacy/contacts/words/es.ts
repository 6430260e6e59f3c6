/** Spanish. */
import type { ContactsTerms } from '../terms.ts';

export const words: ContactsTerms = {
  title: 'Contactos',
  intro:
    'Un contacto es una persona con la que ambos han dicho que sí. En tus ajustes de privacidad puedes abrirles partes de tu perfil.',
  empty: 'Aún no tienes contactos.',

  ask: 'Pedir contacto a alguien',
  handle: 'Identificador',
  handleHelp: 'El final de la dirección de su página. Esa persona ve el tuyo. Gigsy no dice si alguien lo tiene.',
  handleWanted: 'Usa de 2 a 40 caracteres: de la a a la z, del 0 al 9 y guiones entre ellos.',
  ownHandle: 'Es tu propio identificador.',
  send: 'Pedir',
  asked: (name) => `Has pedido contacto a ${name}.`,
  noProfile: 'Crea primero un perfil. Las personas lo ven cuando les pides contacto.',
  tooManyAsks: 'Tienes abiertas tantas peticiones como es posible. Retira una primero.',
  tooOften: 'Hoy has pedido contacto a muchas personas. Inténtalo de nuevo mañana.',

  incoming: 'Te piden contacto',
  accept: 'Aceptar',
  decline: 'Rechazar',
  accepted: (name) => `${name} ya es tu contacto.`,
  declined: (name) => `Rechazado. ${name} no recibe aviso.`,
  tooMany: 'Uno de los dos tiene tantos contactos como es posible. Termina uno primero.',

  open: 'Tus peticiones',
  openMore: 'Una petición sin respuesta termina a los 30 días.',
  until: (date) => `Abierta hasta el ${date}`,
  withdraw: 'Retirar',
  withdrawn: (name) => `Has retirado tu petición a ${name}.`,

  contacts: 'Tus contactos',
  none: 'Aún no tienes contactos.',
  unnamed: 'Alguien cuyo perfil no puedes ver',
  since: (date) => `Desde el ${date}`,
  end: 'Terminar',
  ended: (name) => `${name} ya no es tu contacto.`,
  more: 'Mostrar más contactos',
  shown: (count, written) =>
    `Se ${count === 1 ? 'muestra' : 'muestran'} ${written} ${count === 1 ? 'contacto' : 'contactos'} más.`,

  over: 'Esto ya había terminado.',
};
