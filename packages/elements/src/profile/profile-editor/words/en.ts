/** English. */
import type { ProfileEditorTerms } from '../terms.ts';

export const words: ProfileEditorTerms = {
  title: 'Your profile',
  picture: {
    title: 'Picture',
    choose: 'Choose a picture',
    another: 'Choose another',
    help: 'PNG, JPEG, WebP, GIF or AVIF. You can also drop a file here, or paste it.',
    remove: 'Remove picture',
    waiting: 'Your picture is being fetched from its address.',
    address: {
      address_not_allowed: 'No picture is fetched from this address: it must be a public https:// address.',
      unreachable: 'The address of your picture could not be reached.',
      not_a_picture: 'The file at the address is not a picture that can be shown.',
      too_large: 'The picture at the address is too large: at most 2 MiB, and 4,096 pixels a side.',
      rate_limited: 'The address was changed too often. Please try again in an hour.',
    },
    opening: 'Opening the picture …',
    part: 'Part of the picture that is shown',
    partHelp:
      'Drag the picture, or press the place that is to be its middle. By keyboard: arrow keys move it, + and − zoom.',
    zoom: 'Zoom',
    at: (zoom, fromLeft, fromTop) => `Zoom ${zoom}; ${fromLeft} from the left, ${fromTop} from the top`,
    preview: 'Preview',
    use: 'Use this picture',
    cancel: 'Cancel',
    sending: (percent) => `Sending: ${percent}`,
    stored: 'Your picture is saved.',
    removed: 'Your picture is removed.',
    faults: {
      notAPicture: 'This file could not be read as a picture. Please choose a PNG, JPEG, WebP, GIF or AVIF file.',
      tooHeavy: 'This file is too large: at most 20 MB.',
      tooManyPixels: 'This picture has too many pixels: at most 64 million.',
      over: 'The deployment did not wait for the picture any longer. Your choice is kept; please try again.',
      offline: 'No connection. Your choice is kept; please try again when it is back.',
      lost: 'The connection was lost half-way. Your choice is kept; please try again.',
      tooOften: 'Too many pictures at once. Your choice is kept; please try again later.',
      signedOut: 'You are signed out. Please sign in again.',
      failed: 'That did not work. Please try again.',
    },
  },
  removed: {
    show: 'Removed entries',
    none: 'No entry of this section was removed in the last 30 days.',
    until: (date) => `Can be restored until ${date}`,
    restore: 'Restore',
    restored: (name) => `“${name}” is back in the list.`,
    failed: 'This entry could not be restored. Please try again.',
    gone: 'This entry can no longer be restored.',
    most: (written) => `Only the last ${written} removed entries of your profile are kept.`,
  },
};
