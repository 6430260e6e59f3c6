/** Brazilian Portuguese. */
import type { ProfileEditorTerms } from '../terms.ts';

export const words: ProfileEditorTerms = {
  title: 'Seu perfil',
  picture: {
    title: 'Foto',
    choose: 'Escolher uma foto',
    another: 'Escolher outra',
    help: 'PNG, JPEG, WebP, GIF ou AVIF. Você também pode soltar um arquivo aqui ou colá-lo.',
    remove: 'Remover a foto',
    waiting: 'Sua foto está sendo buscada no endereço.',
    address: {
      address_not_allowed: 'Nenhuma foto é buscada neste endereço: ele precisa ser um endereço https:// público.',
      unreachable: 'Não foi possível acessar o endereço da sua foto.',
      not_a_picture: 'O arquivo no endereço não é uma imagem que possa ser mostrada.',
      too_large: 'A foto no endereço é grande demais: no máximo 2 MiB e 4.096 pixels por lado.',
      rate_limited: 'O endereço foi alterado vezes demais. Tente de novo daqui a uma hora.',
    },
    opening: 'Abrindo a foto …',
    part: 'Parte da foto que é mostrada',
    partHelp:
      'Arraste a foto ou pressione o ponto que deve ficar no meio. Com o teclado: as setas a movem, + e − mudam o zoom.',
    zoom: 'Zoom',
    at: (zoom, fromLeft, fromTop) => `Zoom ${zoom}; ${fromLeft} a partir da esquerda, ${fromTop} a partir do topo`,
    preview: 'Prévia',
    use: 'Usar esta foto',
    cancel: 'Cancelar',
    sending: (percent) => `Enviando: ${percent}`,
    stored: 'Sua foto está salva.',
    removed: 'Sua foto foi removida.',
    faults: {
      notAPicture: 'Não foi possível ler este arquivo como imagem. Escolha um arquivo PNG, JPEG, WebP, GIF ou AVIF.',
      tooHeavy: 'Este arquivo é grande demais: no máximo 20 MB.',
      tooManyPixels: 'Esta imagem tem pixels demais: no máximo 64 milhões.',
      over: 'A foto não era mais esperada. Sua escolha foi mantida; tente de novo.',
      offline: 'Sem conexão. Sua escolha foi mantida; tente de novo quando ela voltar.',
      lost: 'A conexão caiu no meio do caminho. Sua escolha foi mantida; tente de novo.',
      tooOften: 'Fotos demais de uma vez. Sua escolha foi mantida; tente de novo mais tarde.',
      signedOut: 'Você saiu da conta. Entre novamente.',
      failed: 'Não deu certo. Tente de novo.',
    },
  },
  removed: {
    show: 'Itens removidos',
    none: 'Nenhum item desta seção foi removido nos últimos 30 dias.',
    until: (date) => `Pode ser restaurado até ${date}`,
    restore: 'Restaurar',
    restored: (name) => `“${name}” está de volta na lista.`,
    failed: 'Não foi possível restaurar este item. Tente de novo.',
    gone: 'Este item não pode mais ser restaurado.',
    most: (written) => `Só os últimos ${written} itens removidos do seu perfil são mantidos.`,
  },
};
