/** Brazilian Portuguese. */
import type { EndorseTerms } from '../terms.ts';

export const words: EndorseTerms = {
  title: 'Recomendação',
  endorse: (name) => `Recomendar ${name}`,
  empty: 'Não há ninguém que você possa recomendar aqui.',
  intro: 'Ninguém mais a vê até que a pessoa aceite. Você pode mudá-la ou retirá-la a qualquer momento.',
  notAsked: 'Esta pessoa aceita recomendações de quem ela pede, ou de quem trabalhou ou estudou com ela.',
  skills: 'Habilidades que você recomenda',
  text: 'Suas palavras',
  textHelp: (most) => `No máximo ${most} caracteres. Diga o que fizeram juntos.`,
  linked: 'Meu nome leva ao meu perfil',
  signed: (name) => `Você assina como ${name}.`,
  noName: 'Uma recomendação leva o seu nome: primeiro deixe que todos vejam o seu nome.',
  send: 'Enviar',
  close: 'Fechar',
  sent: 'Enviada. Os outros a veem assim que a pessoa aceitar.',

  wanted: 'Escolha uma habilidade ou escreva algumas palavras.',
  unsafe: 'Retire sinais que não podem ser mostrados ou encurte o texto.',

  tooOften: 'Você recomendou esta pessoa muitas vezes hoje. Tente de novo amanhã.',
  tooMany: 'Não há lugar para outra recomendação agora.',
  over: 'Este pedido terminou.',
};
