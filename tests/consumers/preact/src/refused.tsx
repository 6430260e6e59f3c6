/** Code that the types refuse: each line below must be an error, or the check fails. */
import type {} from '@gigsy/elements/types/preact';

export const refused = [
  // @ts-expect-error A handle is text.
  <gigsy-profile-card handle={1} />,
  // @ts-expect-error No such theme.
  <gigsy-profile-card theme="pink" />,
  // @ts-expect-error A load event carries a profile, not a pointer.
  <gigsy-profile-card ongigsy-load={(event: MouseEvent) => event.clientX} />,
  // @ts-expect-error No such element.
  <gigsy-profile-cart handle="ada" />,
];
