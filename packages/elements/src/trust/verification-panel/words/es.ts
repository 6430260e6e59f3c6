/** Spanish. */
import type { VerificationTerms } from '../terms.ts';

export const words: VerificationTerms = {
  title: 'Verificaciones',
  intro:
    'Los demás ven que una dirección o un número se confirmó, quién lo hizo y hasta cuándo vale. Nunca ven la dirección ni el número. Los dominios y las páginas los ven donde los muestras.',
  empty: 'Crea primero un perfil.',
  levels: {
    none: 'Todavía no hay nada confirmado.',
    email: 'Tu nivel: correo electrónico',
    phone: 'Tu nivel: teléfono',
    organisation: 'Tu nivel: organización',
    government: 'Tu nivel: documento oficial',
  },

  methods: {
    email: 'Correo electrónico',
    phone: 'Teléfono',
    domain: 'Dominio de tu organización',
    link: 'Tus páginas',
    document: 'Documento de identidad',
  },
  help: {
    email: 'Gigsy envía allí un código de seis cifras.',
    phone: 'Con el prefijo del país, como +43 664 1234567. Gigsy envía allí un código de seis cifras.',
    domain: 'Tal como se registró, como example.org. Los demás ven el nombre solo si lo muestras.',
    link: 'Una página en otro sitio que enlaza a tu perfil.',
    document: 'Un proveedor lo comprueba. Gigsy recibe solo el resultado y ninguna imagen.',
  },
  wanted: {
    email: 'Escribe una dirección de correo, como ada@example.org.',
    phone: 'Escribe un número con el prefijo del país, como +43 664 1234567.',
    domain: 'Escribe un dominio tal como se registró, como example.org.',
    link: 'Escribe una dirección que empiece por https://.',
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

  claims: {
    add: { domain: 'Añadir el dominio', link: 'Añadir la página' },
    added: (subject) => `${subject} se ha añadido. Ahora haz lo que se indica abajo.`,
    record: 'Crea un registro TXT con este nombre',
    line: 'y este texto',
    file: 'O pon el texto en el archivo de esta dirección',
    backLink: 'Enlaza allí a esta dirección con rel="me"',
    copy: 'Copiar',
    copied: 'Copiado.',
    notCopied: 'No se pudo copiar. Selecciona el texto.',
    check: 'Comprobar ahora',
    checking: 'Gigsy está mirando.',
    waits: (date) => `Gigsy mira de vez en cuando hasta el ${date}.`,
    stays: 'Déjalo ahí: Gigsy vuelve a mirar cada semana.',
    faults: {
      not_shown: (time) => `Última vez el ${time}: no está ahí.`,
      other_token: (time) => `Última vez el ${time}: hay un texto para otra persona u otro dominio.`,
      unreachable: (time) => `Última vez el ${time}: nadie respondió.`,
    },
    dropped: 'Retirado.',
    tooMany: 'Tienes todos los dominios y páginas posibles. Retira uno primero.',
    notOffered: 'Esto no se puede comprobar por ahora.',
  },
  documents: {
    begin: 'Empezar la comprobación',
    begun: 'La comprobación ha empezado.',
    goOn: 'Seguir en el sitio del proveedor',
    states: {
      opening: 'Se está preguntando al proveedor.',
      open: 'La comprobación está en curso. El resultado aparecerá aquí.',
      unreachable: 'El proveedor no responde. Inténtalo más tarde.',
      failed: 'No se superó la comprobación.',
      lapsed: 'Se acabó el tiempo para la comprobación.',
    },
    standIn: 'Esta instalación es de desarrollo: no se comprueba ningún documento. Elige cómo termina la comprobación.',
    plays: {
      pass: 'Superarla',
      fail: 'No superarla',
      lapse: 'Dejar que acabe el tiempo',
      repeat: 'Superarla, con dos avisos',
    },
  },

  noProfile: 'Crea primero un perfil.',
  tooOften: 'Has pedido todos los códigos posibles. Inténtalo mañana.',
  noSender: 'Ahora no se pueden enviar mensajes.',
  over: 'Esto ya había terminado.',
  outbox: (subject, code) =>
    `Esta instalación es de desarrollo y no envía mensajes. El código para ${subject}: ${code}`,
};
