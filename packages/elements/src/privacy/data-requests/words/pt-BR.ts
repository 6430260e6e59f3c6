/** Portuguese of Brazil. */
import type { DataRequestsTerms } from '../terms.ts';

export const words: DataRequestsTerms = {
  title: 'Pedidos sobre seus dados',
  empty: 'Você ainda não tem uma conta.',
  copy: 'Uma cópia dos seus dados',
  copyMore:
    'Tudo o que está guardado sobre você, em um arquivo zip: uma página para ler, arquivos JSON com seus esquemas, um JSON Resume e suas imagens.',
  ask: 'Pedir uma cópia',
  askAgain: 'Fazer uma nova cópia',
  making: (done) => `Sua cópia está sendo feita: ${done}`,
  callOff: 'Parar',
  ready: (count, written, size) =>
    `Sua cópia está pronta: ${written} ${count === 1 ? 'arquivo' : 'arquivos'}, ${size}.`,
  keptUntil: (date) => `Ela será apagada em ${date}.`,
  download: 'Baixar',
  linksUntil: (time) => `Os links funcionam até ${time}, para qualquer pessoa que os tenha.`,
  linksOver: 'Os links expiraram. Pressione Baixar para obter novos.',
  remove: 'Apagar esta cópia',
  copyFailed: 'Não foi possível fazer sua cópia. Peça novamente.',
  begun: 'Sua cópia está a caminho. Você pode sair desta página enquanto isso.',
  removed: 'A cópia foi apagada.',
  tooOften: 'Você pode pedir três cópias por dia. Tente mais tarde.',
  changed: 'Isso havia mudado nesse meio-tempo. Você vê como está agora.',
  deletion: 'Excluir sua conta',
  deletionMore: (_, days) =>
    `Seu perfil é ocultado de todos imediatamente. ${days} dias depois, sua conta é encerrada e isto é apagado:`,
  goes: [
    'seu perfil, com suas imagens e estatísticas',
    'suas configurações, as pessoas que você nomeou e seus vínculos com organizações',
    'cópias dos seus dados, respostas às suas chamadas e as palavras dos motivos',
  ],
  stays:
    'Ficam registros que não nomeiam ninguém, seu identificador no provedor de identidade e uma forma ilegível do seu nome de usuário, para que ninguém tome o seu lugar.',
  request: 'Excluir minha conta',
  due: (date) => `Sua conta será encerrada e apagada em ${date}.`,
  untilThen: 'Até lá, seu perfil fica oculto para os outros e você pode cancelar a exclusão.',
  keep: 'Manter minha conta',
  held: 'Há uma retenção legal. Sua conta será encerrada nesse dia, e seus dados serão apagados quando a retenção terminar.',
  heldFor: (reason) => `Motivo: ${reason}.`,
  reason: {
    litigation: 'um processo judicial',
    investigation: 'uma investigação',
    authority: 'uma ordem de uma autoridade',
    safety: 'a segurança das pessoas',
  },
  receipt:
    'Depois disso ninguém consegue entrar, por isso o recibo da exclusão fica com o operador; ele conta o que foi apagado e não nomeia ninguém. Baixe antes uma cópia dos seus dados.',
  requested: 'Seu perfil está oculto. Você pode cancelar a exclusão até o dia dela.',
  kept: 'A exclusão foi cancelada. Sua conta está como antes.',
};
