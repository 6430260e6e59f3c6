/** Gigsy's tags in Vue templates. Take in once: `import type {} from '@gigsy/elements/types/vue'`. */
import type { HTMLAttributes, PublicProps } from 'vue';
import type { GigsyTags } from '../dist/tags.js';

/** `gigsy-load` is `onGigsyLoad` to a template. */
type Listener<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Capitalize<Head>}${Listener<Tail>}`
  : Capitalize<Name>;
type Emits<Events> = {
  [Name in keyof Events & string as `on${Listener<Name>}`]?: ((event: Events[Name]) => void) | undefined;
};

/** A class of the shape that Vue's template checker reads a custom element from. */
export type GigsyVueElement<Tag extends keyof GigsyTags> = new () => GigsyTags[Tag]['element'] & {
  $props: Omit<HTMLAttributes, keyof GigsyTags[Tag]['props']> &
    GigsyTags[Tag]['props'] &
    Emits<GigsyTags[Tag]['events']> &
    PublicProps;
};

type Elements = { [Tag in keyof GigsyTags]: GigsyVueElement<Tag> };

declare module 'vue' {
  interface GlobalComponents extends Elements {}
}
