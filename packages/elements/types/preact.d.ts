/** Gigsy's tags in JSX for Preact. Take in once: `import type {} from '@gigsy/elements/types/preact'`. */
import type { ClassAttributes, HTMLAttributes } from 'preact';
import type { GigsyTags } from '../dist/tags.js';

type Listeners<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

export type GigsyElementProps<Tag extends keyof GigsyTags> = Omit<
  HTMLAttributes<GigsyTags[Tag]['element']> & ClassAttributes<GigsyTags[Tag]['element']>,
  keyof GigsyTags[Tag]['props']
> &
  GigsyTags[Tag]['props'] &
  Listeners<GigsyTags[Tag]['events']>;

type Elements = { [Tag in keyof GigsyTags]: GigsyElementProps<Tag> };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
