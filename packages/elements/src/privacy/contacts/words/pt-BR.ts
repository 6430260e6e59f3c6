/** Brazilian Portuguese. */
import type { ContactsTerms } from '../terms.ts';

export const words: ContactsTerms = {
  title: 'Contatos',
  intro:
    'Um contato é alguém com quem os dois disseram sim. Nas configurações de privacidade, você pode abrir partes do seu perfil para eles.',
  empty: 'Você ainda não tem contatos.',

  ask: 'Pedir contato a alguém',
  handle: 'Identificador',
  handleHelp: 'O final do endereço da página da pessoa. Ela vê o seu. O Gigsy não diz se alguém o tem.',
  handleWanted: 'Use de 2 a 40 caracteres: a a z, 0 a 9 e hifens entre eles.',
  ownHandle: 'Este é o seu próprio identificador.',
  send: 'Pedir',
  asked: (name) => `Você pediu contato a ${name}.`,
  noProfile: 'Crie um perfil primeiro. As pessoas o veem quando você pede contato.',
  tooManyAsks: 'Você tem tantos pedidos abertos quanto possível. Retire um primeiro.',
  tooOften: 'Você fez muitos pedidos hoje. Tente de novo amanhã.',

  incoming: 'Pedidos para você',
  accept: 'Aceitar',
  decline: 'Recusar',
  accepted: (name) => `${name} agora é seu contato.`,
  declined: (name) => `Recusado. ${name} não fica sabendo.`,
  tooMany: 'Um de vocês tem tantos contatos quanto possível. Encerre um primeiro.',

  open: 'Seus pedidos',
  openMore: 'Um pedido sem resposta termina após 30 dias.',
  until: (date) => `Aberto até ${date}`,
  withdraw: 'Retirar',
  withdrawn: (name) => `Você retirou o pedido a ${name}.`,

  contacts: 'Seus contatos',
  none: 'Você ainda não tem contatos.',
  unnamed: 'Alguém cujo perfil você não pode ver',
  since: (date) => `Desde ${date}`,
  end: 'Encerrar',
  ended: (name) => `${name} não é mais seu contato.`,
  more: 'Mostrar mais contatos',
  shown: (count, written) => `Mais ${written} ${count === 1 ? 'contato mostrado' : 'contatos mostrados'}.`,

  over: 'Isso já tinha terminado.',
};
