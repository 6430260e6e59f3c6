/**
 * Gigsy's tags in JSX for React 19, which sets properties and listens to events of custom elements itself:
 * `<gigsy-profile-card handle="ada" ongigsy-load={(event) => …} />`. Take in once: `import type {} from '@gigsy/elements/types/react'`.
 */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { GigsyTags } from '../dist/tags.js';

type Listeners<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

export type GigsyElementProps<Tag extends keyof GigsyTags> = Omit<
  DetailedHTMLProps<HTMLAttributes<GigsyTags[Tag]['element']>, GigsyTags[Tag]['element']>,
  keyof GigsyTags[Tag]['props']
> &
  GigsyTags[Tag]['props'] &
  Listeners<GigsyTags[Tag]['events']>;

type Elements = { [Tag in keyof GigsyTags]: GigsyElementProps<Tag> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
