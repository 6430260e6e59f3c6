/** Gigsy's tags in Svelte components. Take in once: `import type {} from '@gigsy/elements/types/svelte'`. */
import type { HTMLAttributes } from 'svelte/elements';
import type { GigsyTags } from '../dist/tags.js';

type Listeners<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

export type GigsyElementProps<Tag extends keyof GigsyTags> = Omit<
  HTMLAttributes<GigsyTags[Tag]['element']>,
  keyof GigsyTags[Tag]['props']
> &
  GigsyTags[Tag]['props'] &
  Listeners<GigsyTags[Tag]['events']>;

type Elements = { [Tag in keyof GigsyTags]: GigsyElementProps<Tag> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}
