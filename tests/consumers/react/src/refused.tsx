/** Code that the types refuse: each line below must be an error, or the check fails. */
import type {} from '@gigsy/elements/types/react';
import { Portfolio, ProfileCard } from '@gigsy/elements/react';

export const refused = [
  // @ts-expect-error A handle is text.
  <gigsy-profile-card handle={1} />,
  // @ts-expect-error No such theme.
  <gigsy-profile-card theme="pink" />,
  // @ts-expect-error The element sets its state itself.
  <gigsy-profile-card state="ready" />,
  // @ts-expect-error No such view.
  <gigsy-skill-matrix view="chart" />,
  // @ts-expect-error A load event carries a profile, not a pointer.
  <gigsy-profile-card ongigsy-load={(event: MouseEvent) => event.clientX} />,
  // @ts-expect-error A load event of a portfolio carries no profile.
  <gigsy-portfolio ongigsy-load={({ detail }) => detail.profile} />,
  // @ts-expect-error A load event of a portfolio carries no profile.
  <Portfolio onLoad={({ detail }) => detail.profile} />,
  // @ts-expect-error No such element.
  <gigsy-profile-cart handle="ada" />,
  // @ts-expect-error A handle is text.
  <ProfileCard handle={1} />,
  // @ts-expect-error A failure has a code, and no name of a file.
  <ProfileCard onError={({ detail }) => detail.fileName} />,
];
