/** Brazilian Portuguese. */
import type { AccessRequestTerms } from '../terms.ts';
import { purposes } from '../../purposes/pt-BR.ts';

export const words: AccessRequestTerms = {
  purposes,
  title: 'O que os membros podem ver',
  intro:
    'Diga para quê, e esta página mostra o que não é público e está aberto para você. A pessoa fica sabendo que você viu, quando e por quê.',
  purpose: 'Finalidade',
  choose: 'Escolher…',
  note: 'Com suas próprias palavras',
  noteHelp: 'Opcional. A pessoa vai ler.',
  purposeWanted: 'Escolha uma finalidade.',
  noteWanted: 'Diga para quê.',
  show: 'Mostrar',
  opening: 'Abrindo…',
  shown: (purpose) => `Você vê o que está aberto para você. Finalidade: ${purpose}. A pessoa é informada.`,
  nothing: 'Nada mais está aberto para você aqui. Você vê o que todos veem.',
  tooMany: 'Você abriu muitos perfis em pouco tempo. Você vê o que todos veem.',
  noteRefused: 'Suas palavras não foram aceitas: use texto simples. Você vê o que todos veem.',
  ended: 'O acesso terminou. Você vê o que todos veem.',
  end: 'Encerrar acesso',
  again: 'Tentar de novo',
};
