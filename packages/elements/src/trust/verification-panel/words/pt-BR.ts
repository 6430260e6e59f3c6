/** Brazilian Portuguese. */
import type { VerificationTerms } from '../terms.ts';

export const words: VerificationTerms = {
  title: 'Verificações',
  intro:
    'Os outros veem que um endereço ou número foi confirmado, por quem e até quando vale. Nunca veem o endereço ou o número. Domínios e páginas eles veem onde você os mostra.',
  empty: 'Crie um perfil primeiro.',
  levels: {
    none: 'Nada foi confirmado ainda.',
    email: 'Seu nível: e-mail',
    phone: 'Seu nível: telefone',
    organisation: 'Seu nível: organização',
    government: 'Seu nível: documento oficial',
  },

  methods: {
    email: 'E-mail',
    phone: 'Telefone',
    domain: 'Domínio da sua organização',
    link: 'Suas páginas',
    document: 'Documento de identidade',
  },
  help: {
    email: 'O Gigsy envia para lá um código de seis dígitos.',
    phone: 'Com o código do país, como +43 664 1234567. O Gigsy envia para lá um código de seis dígitos.',
    domain: 'Como foi registrado, como example.org. Os outros só veem o nome se você o mostrar.',
    link: 'Uma página em outro site com um link para o seu perfil.',
    document: 'Um fornecedor verifica. O Gigsy recebe apenas o resultado, e nenhuma imagem.',
  },
  wanted: {
    email: 'Digite um endereço de e-mail, como ada@example.org.',
    phone: 'Digite um número com o código do país, como +43 664 1234567.',
    domain: 'Digite um domínio como foi registrado, como example.org.',
    link: 'Digite um endereço que comece com https://.',
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

  claims: {
    add: { domain: 'Adicionar o domínio', link: 'Adicionar a página' },
    added: (subject) => `${subject} foi adicionado. Agora siga as instruções abaixo.`,
    record: 'Crie um registro TXT com este nome',
    line: 'e este texto',
    file: 'Ou coloque o texto no arquivo neste endereço',
    backLink: 'Coloque lá um link para este endereço com rel="me"',
    copy: 'Copiar',
    copied: 'Copiado.',
    notCopied: 'Não foi possível copiar. Selecione o texto.',
    check: 'Verificar agora',
    checking: 'O Gigsy está olhando.',
    waits: (date) => `O Gigsy olha de vez em quando até ${date}.`,
    stays: 'Deixe lá: o Gigsy olha toda semana.',
    faults: {
      not_shown: (time) => `Última vez em ${time}: não está lá.`,
      other_token: (time) => `Última vez em ${time}: há um texto para outra pessoa ou outro domínio.`,
      unreachable: (time) => `Última vez em ${time}: ninguém respondeu.`,
    },
    dropped: 'Retirado.',
    tooMany: 'Você tem todos os domínios e páginas possíveis. Retire um primeiro.',
    notOffered: 'Isto não pode ser verificado no momento.',
  },
  documents: {
    begin: 'Começar a verificação',
    begun: 'A verificação começou.',
    goOn: 'Continuar no fornecedor',
    states: {
      opening: 'O fornecedor está sendo consultado.',
      open: 'A verificação está em andamento. O resultado aparecerá aqui.',
      unreachable: 'O fornecedor não responde. Tente mais tarde.',
      failed: 'A verificação não foi aprovada.',
      lapsed: 'O tempo da verificação acabou.',
    },
    standIn: 'Esta instalação é de desenvolvimento: nenhum documento é verificado. Escolha como a verificação termina.',
    plays: {
      pass: 'Aprovar',
      fail: 'Reprovar',
      lapse: 'Deixar o tempo acabar',
      repeat: 'Aprovar, com dois avisos',
    },
  },

  noProfile: 'Crie um perfil primeiro.',
  tooOften: 'Você pediu todos os códigos possíveis. Tente de novo amanhã.',
  noSender: 'No momento não é possível enviar mensagens.',
  over: 'Isto já havia terminado.',
  outbox: (subject, code) =>
    `Esta instalação é de desenvolvimento e não envia mensagens. O código para ${subject}: ${code}`,
};
