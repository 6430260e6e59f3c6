/** Spanish. */
import type { ProfileEditorTerms } from '../terms.ts';

export const words: ProfileEditorTerms = {
  title: 'Tu perfil',
  picture: {
    title: 'Foto',
    choose: 'Elegir una foto',
    another: 'Elegir otra',
    help: 'PNG, JPEG, WebP, GIF o AVIF. También puedes soltar un archivo aquí o pegarlo.',
    remove: 'Quitar la foto',
    waiting: 'Tu foto se está obteniendo de su dirección.',
    address: {
      address_not_allowed: 'No se obtienen fotos de esta dirección: debe ser una dirección https:// pública.',
      unreachable: 'No se pudo acceder a la dirección de tu foto.',
      not_a_picture: 'El archivo de la dirección no es una imagen que se pueda mostrar.',
      too_large: 'La foto de la dirección es demasiado grande: como máximo 2 MiB y 4.096 píxeles por lado.',
      rate_limited: 'La dirección se cambió demasiadas veces. Inténtalo de nuevo dentro de una hora.',
    },
    opening: 'Abriendo la foto …',
    part: 'Parte de la foto que se muestra',
    partHelp:
      'Arrastra la foto o pulsa el punto que debe quedar en el centro. Con el teclado: las flechas la mueven, + y − cambian el zoom.',
    zoom: 'Zoom',
    at: (zoom, fromLeft, fromTop) => `Zoom ${zoom}; ${fromLeft} desde la izquierda, ${fromTop} desde arriba`,
    preview: 'Vista previa',
    use: 'Usar esta foto',
    cancel: 'Cancelar',
    sending: (percent) => `Enviando: ${percent}`,
    stored: 'Tu foto está guardada.',
    removed: 'Tu foto se ha quitado.',
    faults: {
      notAPicture: 'Este archivo no se pudo leer como imagen. Elige un archivo PNG, JPEG, WebP, GIF o AVIF.',
      tooHeavy: 'Este archivo es demasiado grande: como máximo 20 MB.',
      tooManyPixels: 'Esta imagen tiene demasiados píxeles: como máximo 64 millones.',
      over: 'Ya no se esperaba la foto. Tu elección se conserva; inténtalo de nuevo.',
      offline: 'Sin conexión. Tu elección se conserva; inténtalo de nuevo cuando vuelva.',
      lost: 'La conexión se perdió a medias. Tu elección se conserva; inténtalo de nuevo.',
      tooOften: 'Demasiadas fotos a la vez. Tu elección se conserva; inténtalo más tarde.',
      signedOut: 'Has cerrado la sesión. Inicia sesión de nuevo.',
      failed: 'No ha funcionado. Inténtalo de nuevo.',
    },
  },
  removed: {
    show: 'Entradas quitadas',
    none: 'En los últimos 30 días no se quitó ninguna entrada de esta sección.',
    until: (date) => `Se puede recuperar hasta el ${date}`,
    restore: 'Recuperar',
    restored: (name) => `«${name}» vuelve a estar en la lista.`,
    failed: 'Esta entrada no se pudo recuperar. Inténtalo de nuevo.',
    gone: 'Esta entrada ya no se puede recuperar.',
    most: (written) => `Solo se guardan las últimas ${written} entradas quitadas de tu perfil.`,
  },
};
