/** Brazilian Portuguese. */
import type { ImportsTerms } from '../terms.ts';

export const words: ImportsTerms = {
  title: 'Preencha seu perfil a partir de outro lugar',
  intro:
    'Aproveite o que você já escreveu em outro lugar. Você vê tudo antes e escolhe; suas próprias palavras nunca são substituídas.',
  empty: 'Você ainda não tem perfil.',
  source: { github: 'GitHub', linkedin: 'LinkedIn' },
  notice: {
    github:
      'Perguntamos uma vez ao GitHub o que todos podem ver da conta que você indicar: o perfil e os repositórios. A resposta fica guardada por um dia, para a prévia. Nada é publicado lá e nenhuma senha é necessária.',
    linkedin:
      'Você escolhe o arquivo que o LinkedIn lhe dá. Ele é aberto neste navegador. Mensagens, contatos e todo o resto ficam aqui; só os arquivos sobre sua carreira são enviados, para a prévia, e não são guardados.',
  },
  fills: 'Isto pode preencher:',
  term: 'Você pode importar por um ano e retirar o consentimento a qualquer momento: então o que veio assim sai do seu perfil, exceto o que você editou desde então.',
  agree: (source) => `Concordar com uma importação do ${source}`,
  agreed: (source) => `Você concordou com uma importação do ${source}.`,
  login: 'Nome de usuário do GitHub',
  loginWanted: 'Informe um nome de usuário do GitHub: letras, números e hifens internos, no máximo 39.',
  look: 'Ver o que há',
  fetching: 'Perguntando ao GitHub …',
  fault: {
    unknown_user: 'O GitHub não conhece nenhuma conta com esse nome.',
    busy: 'O GitHub não aceita mais pedidos por enquanto. Tente de novo em uma hora.',
    unreadable: 'O GitHub respondeu algo que não pode ser lido.',
    unreachable: 'Não foi possível alcançar o GitHub. Tente mais tarde.',
  },
  archiveMore:
    'No LinkedIn, abra Configurações, Privacidade de dados, “Obter uma cópia dos seus dados”. O arquivo chega por e-mail, em formato zip.',
  archive: 'Arquivo do LinkedIn (zip)',
  reading: 'Lendo o arquivo …',
  archiveFault: {
    not_an_archive: 'Isto não é um arquivo zip, ou ele está danificado.',
    too_large: 'Este arquivo é grande demais.',
    nothing_found: 'Este zip não contém nada do que o LinkedIn escreve sobre uma carreira.',
  },
  pick: 'Escolha o que trazer',
  nothingNew: 'Não há nada novo: seu perfil já tem tudo.',
  kind: { add: 'Novo', fill: 'Preenche uma lacuna', renew: 'Mais recente que sua última importação' },
  kept: (count, written) =>
    count < 2 ? `${written} campo fica como você escreveu` : `${written} campos ficam como você escreveu`,
  left: (count, written) =>
    count < 2
      ? `${written} outra entrada não cabe nas suas listas.`
      : `${written} outras entradas não cabem nas suas listas.`,
  take: (count, written) => `Trazer ${written} ${count < 2 ? 'entrada' : 'entradas'}`,
  pickNothing: 'Escolha ao menos uma entrada.',
  close: 'Fechar a lista',
  taking: 'Trazendo …',
  taken: (count, written) =>
    count < 2 ? `${written} entrada está agora no seu perfil.` : `${written} entradas estão agora no seu perfil.`,
  changedMeanwhile: 'Seu perfil mudou nesse meio-tempo. Esta é a lista agora; escolha de novo.',
  record: 'Seu consentimento',
  since: (date) => `Dado em ${date}.`,
  until: (date) => `Você pode importar até ${date}.`,
  controller: (name) => `Dado a: ${name}`,
  version: (written) => `Versão do aviso: ${written}`,
  ended: {
    withdrawn: (date) => `Você retirou um consentimento anterior em ${date}.`,
    expired: (date) => `Um consentimento anterior terminou sozinho em ${date}.`,
  },
  came: (count, written) =>
    count < 2 ? `${written} parte do seu perfil veio daqui:` : `${written} partes do seu perfil vieram daqui:`,
  cameNone: 'Nada no seu perfil veio daqui.',
  edited: 'editado por você',
  withdraw: 'Retirar',
  askWithdraw: (source) =>
    `Retirar seu consentimento? O que veio do ${source} sai do seu perfil na hora e não pode ser restaurado. O que você editou fica.`,
  keep: 'Manter',
  withdrawn: (removed, written) =>
    removed === 0
      ? 'Seu consentimento foi retirado. Nada precisou sair do seu perfil.'
      : `Seu consentimento foi retirado, e ${written} ${removed < 2 ? 'entrada saiu' : 'entradas saíram'} do seu perfil.`,
  stayed: (count, written) =>
    count < 2 ? `${written} fica, porque você a editou.` : `${written} ficam, porque você as editou.`,
};
