/** Portuguese of Brazil. */
import type { AccessLogTerms } from '../terms.ts';
import { purposes } from '../../purposes/pt-BR.ts';

export const words: AccessLogTerms = {
  purposes,
  title: 'Quem viu seus dados',
  intro:
    'Membros que abrem partes não públicas do seu perfil informam para quê e por quanto tempo. Cada acesso fica nesta lista.',
  empty: 'Ninguém abriu partes não públicas do seu perfil.',
  open: 'Abertos agora',
  history: 'Todos os acessos',
  noneOpen: 'Ninguém tem acesso no momento.',
  who: 'Quem',
  what: 'O quê',
  why: 'Por quê',
  when: 'Quando',
  until: 'Até',
  untilLatest: 'Até, no máximo',
  unnamed: 'Um membro cujo perfil você não pode ver',
  end: 'Encerrar acesso',
  ended: 'O acesso foi encerrado.',
  endedBefore: 'Este acesso já havia sido encerrado.',
  sent: 'Enviado a outros',
  sentMore: 'Quando o Gigsy envia dados seus a outros, isso aparece aqui. Estas são as últimas vezes.',
  toWhom: 'A quem',
  party: {
    github: 'GitHub',
    clerk: 'Clerk, onde você entra',
    pictureHost: 'O site de onde vem a sua foto',
    linkHost: 'O site de uma página para a qual o seu portfólio aponta',
    messageProvider: 'O fornecedor que envia nossos e-mails e mensagens de texto',
    claimedHost: 'O site de um domínio ou página que você diz ser seu',
    identityProvider: 'O fornecedor que verifica documentos de identidade',
  },
  part: {
    'imports.account': 'Nome da sua conta lá',
    'account.user': 'Sua conta de acesso',
    'verification.subject': 'Seu endereço ou número',
    'verification.claim': 'Um domínio ou página que você diz ser seu',
    'account.handle': 'Seu identificador',
  },
  earlier: 'Mostrar acessos anteriores',
  shown: (count, written) => `${written} ${count === 1 ? 'acesso anterior mostrado' : 'acessos anteriores mostrados'}.`,
  views: 'Visualizações pelo público',
  viewsIntro:
    'Quantas vezes, aproximadamente, seu perfil foi lido na web nos últimos 30 dias: é uma estimativa a partir de uma amostra. Ninguém é identificado; suas próprias visitas também contam.',
  noViews: 'Nenhuma visita contada ainda.',
  day: 'Dia',
  count: 'Visualizações',
  viewed: (count, written) => `${written} ${count < 2 ? 'visualização' : 'visualizações'} no total.`,
};
