/** Brazilian Portuguese. */
import type { ReviewPanelWords } from '../terms.ts';

export const words: ReviewPanelWords = {
  title: 'Avaliações dos seus trabalhos',
  intro:
    'As duas partes de um trabalho podem se avaliar. Nenhuma vê a avaliação da outra antes que ambas estejam escritas ou o prazo termine.',
  empty: 'Nenhum dos seus trabalhos pode ser avaliado ainda.',
  as: { performer: (date) => `Você o fez · ${date}`, client: (date) => `Você o encomendou · ${date}` },
  until: (date) => `Você pode escrever e alterar até ${date}.`,
  over: 'Não é mais possível escrever.',
  rating: 'Nota',
  stars: (stars, most) => `${stars} de ${most}`,
  text: 'Suas palavras (se quiser)',
  write: 'Enviar avaliação',
  edit: 'Salvar alterações',
  ratingWanted: 'Escolha uma nota de 1 a 5.',
  textRefused: 'Use no máximo 1000 caracteres, e nenhum invisível.',
  own: 'Sua avaliação',
  states: { sealed: 'Selada: ninguém mais a vê ainda.', revealed: 'Publicada', answered: 'Publicada e respondida' },
  withdraw: 'Retirar',
  received: 'Sobre você',
  reply: 'Sua resposta',
  sendReply: 'Responder',
  answer: 'Resposta',
  sealed: 'Selada. Aparecerá quando a outra estiver escrita ou o prazo terminar.',
  shown: 'As duas avaliações estão escritas e já aparecem.',
  withdrawn: 'Retirada.',
  answered: 'Sua resposta já aparece.',
  notReady: 'Isto já tinha terminado.',
};
