/** Code that the types refuse: each line below must be an error, or the check fails. */
import type { SvelteHTMLElements } from 'svelte/elements';
import type {} from '@gigsy/elements/types/svelte';

type Card = SvelteHTMLElements['gigsy-profile-card'];

export const refused: Card[] = [
  // @ts-expect-error A handle is text.
  { handle: 1 },
  // @ts-expect-error No such theme.
  { theme: 'pink' },
  // @ts-expect-error A load event carries a profile, not a pointer.
  { 'ongigsy-load': (event: MouseEvent) => event.clientX },
];
