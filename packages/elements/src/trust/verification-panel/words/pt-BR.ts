/** Brazilian Portuguese. */
import type { VerificationTerms } from '../terms.ts';

export const words: VerificationTerms = {
  title: 'Verificações',
  intro:
    'Os outros veem que um endereço ou número foi confirmado, por quem e até quando vale. Nunca veem o endereço ou o número.',
  empty: 'Crie um perfil primeiro.',
  levels: {
    none: 'Nada foi confirmado ainda.',
    email: 'Seu nível: e-mail',
    phone: 'Seu nível: telefone',
    organisation: 'Seu nível: organização',
    government: 'Seu nível: documento oficial',
  },

  methods: { email: 'E-mail', phone: 'Telefone' },
  help: {
    email: 'O Gigsy envia para lá um código de seis dígitos.',
    phone: 'Com o código do país, como +43 664 1234567. O Gigsy envia para lá um código de seis dígitos.',
  },
  wanted: {
    email: 'Digite um endereço de e-mail, como ada@example.org.',
    phone: 'Digite um número com o código do país, como +43 664 1234567.',
  },
  send: 'Enviar um código',
  sent: (subject) => `Um código está a caminho de ${subject}.`,

  code: 'Código',
  codeHelp: (subject, time) => `Enviado para ${subject}. O código vale até ${time}.`,
  codeWanted: 'Digite os seis dígitos da mensagem.',
  wrong: 'Este código não confere ou não vale mais. Depois de cinco tentativas, peça outro.',
  confirm: 'Confirmar',
  confirmed: { email: 'Seu e-mail está confirmado.', phone: 'Seu telefone está confirmado.' },
  another: 'Enviar outro código',
  cancel: 'Cancelar',
  cancelled: 'Cancelado. O código não vale mais.',

  holds: (from, until) => `Confirmado em ${from}. Vale até ${until}.`,
  endsSoon: (date) => `Isto termina em ${date}. Confirme de novo para manter.`,
  again: 'Confirmar de novo',
  withdraw: 'Retirar',
  withdrawn: 'Retirado. O endereço ou número foi apagado.',

  credential: 'Baixar credencial',
  credentialSaved: 'A credencial foi baixada. Quem a receber de você pode verificá-la.',
  credentialLate: 'A credencial ainda não está pronta. Tente de novo em instantes.',
  noCredentials: 'No momento não é possível emitir credenciais.',

  earlier: 'Anteriores',
  ended: {
    expired: (date) => `Expirou em ${date}`,
    withdrawn: (date) => `Retirado ou substituído em ${date}`,
    revoked: (date) => `Revogado em ${date}`,
  },

  noProfile: 'Crie um perfil primeiro.',
  tooOften: 'Você pediu todos os códigos possíveis. Tente de novo amanhã.',
  noSender: 'No momento não é possível enviar mensagens.',
  over: 'Isto já havia terminado.',
  outbox: (subject, code) =>
    `Esta instalação é de desenvolvimento e não envia mensagens. O código para ${subject}: ${code}`,
};
