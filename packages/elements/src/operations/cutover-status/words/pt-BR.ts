/** Brazilian Portuguese. */
import type { CutoverWords } from '../words.ts';

export const words: CutoverWords = {
  title: 'Transição da leitura de perfis',
  offline: 'Sem conexão no momento.',
  drift: (count, written) => `Divergências: ${written} ${count === 1 ? 'registro aberto' : 'registros abertos'}`,
  noDrift: 'Divergências: nenhum registro aberto',
  cohorts: {
    staff: { name: 'Equipe', who: 'Moderadores e administradores' },
    pilot: { name: 'Piloto', who: '5 em cada 100 dos demais' },
    early: { name: 'Primeiros', who: 'Mais 25 em cada 100' },
    rest: { name: 'Restante', who: 'Todas as outras pessoas' },
  },
  phases: {
    'dual-write': 'Escrita dupla',
    'shadow-read': 'Leitura comparada',
    normalized: 'Normalizado',
    retired: 'Desativado',
  },
  progress: 'Fases',
  since: (date) => `Desde ${date}`,
  compared: (count, written) => `${written} ${count === 1 ? 'perfil comparado' : 'perfis comparados'}`,
  emptied: (count, written) => `${written} ${count === 1 ? 'cópia excluída' : 'cópias excluídas'}`,
  going: 'em andamento',
  differences: (count, written) =>
    count === 1 ? `${written} perfil é lido de forma diferente:` : `${written} perfis são lidos de forma diferente:`,
  moreThan: (written) => `mais de ${written}`,
  obstacles: {
    drift: 'Há registros de divergência abertos.',
    differences: 'A cópia e as linhas são lidas de forma diferente.',
    comparison: 'Nem todos os perfis foram comparados ainda.',
  },
  forward: (phase) => `Avançar para “${phase}”`,
  back: (phase) => `Voltar para “${phase}”`,
  ask: 'Excluir as cópias deste grupo? Não há como recuperá-las.',
  retire: 'Excluir cópias',
  keep: 'Manter',
  moving: 'Movendo',
  moved: (cohort, phase) => `${cohort}: agora na fase “${phase}”.`,
  conflict: 'Outra pessoa moveu este grupo. Veja onde ele está agora.',
  notReady: 'Esta etapa ainda não é possível.',
  failed: 'Esta etapa falhou. Nada foi alterado.',
};
