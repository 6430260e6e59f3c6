/** Spanish. */
import type { VerificationTerms } from '../terms.ts';

export const words: VerificationTerms = {
  title: 'Verificaciones',
  intro:
    'Los demás ven que una dirección o un número se confirmó, quién lo hizo y hasta cuándo vale. Nunca ven la dirección ni el número.',
  empty: 'Crea primero un perfil.',
  levels: {
    none: 'Todavía no hay nada confirmado.',
    email: 'Tu nivel: correo electrónico',
    phone: 'Tu nivel: teléfono',
    organisation: 'Tu nivel: organización',
    government: 'Tu nivel: documento oficial',
  },

  methods: { email: 'Correo electrónico', phone: 'Teléfono' },
  help: {
    email: 'Gigsy envía allí un código de seis cifras.',
    phone: 'Con el prefijo del país, como +43 664 1234567. Gigsy envía allí un código de seis cifras.',
  },
  wanted: {
    email: 'Escribe una dirección de correo, como ada@example.org.',
    phone: 'Escribe un número con el prefijo del país, como +43 664 1234567.',
  },
  send: 'Enviar un código',
  sent: (subject) => `Un código va camino de ${subject}.`,

  code: 'Código',
  codeHelp: (subject, time) => `Enviado a ${subject}. El código vale hasta las ${time}.`,
  codeWanted: 'Escribe las seis cifras del mensaje.',
  wrong: 'Este código no coincide o ya no vale. Tras cinco intentos, pide otro.',
  confirm: 'Confirmar',
  confirmed: { email: 'Tu correo electrónico está confirmado.', phone: 'Tu teléfono está confirmado.' },
  another: 'Enviar otro código',
  cancel: 'Cancelar',
  cancelled: 'Cancelado. El código ya no vale.',

  holds: (from, until) => `Confirmado el ${from}. Vale hasta el ${until}.`,
  endsSoon: (date) => `Termina el ${date}. Confírmalo de nuevo para conservarlo.`,
  again: 'Confirmar de nuevo',
  withdraw: 'Retirar',
  withdrawn: 'Retirado. La dirección o el número se ha borrado.',

  credential: 'Descargar credencial',
  credentialSaved: 'La credencial se ha descargado. Quien la reciba de usted puede verificarla.',
  credentialLate: 'La credencial aún no está lista. Inténtelo de nuevo en un momento.',
  noCredentials: 'Ahora no se pueden emitir credenciales.',

  earlier: 'Anteriores',
  ended: {
    expired: (date) => `Caducó el ${date}`,
    withdrawn: (date) => `Retirado o sustituido el ${date}`,
    revoked: (date) => `Revocado el ${date}`,
  },

  noProfile: 'Crea primero un perfil.',
  tooOften: 'Has pedido todos los códigos posibles. Inténtalo mañana.',
  noSender: 'Ahora no se pueden enviar mensajes.',
  over: 'Esto ya había terminado.',
  outbox: (subject, code) =>
    `Esta instalación es de desarrollo y no envía mensajes. El código para ${subject}: ${code}`,
};
