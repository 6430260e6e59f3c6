/**
 * Takes the words of elements that are not in the embed build out of its lists of languages: a page could not ask for them, and
 * would load their names.
 */
import { readFileSync } from 'node:fs';

/** Lists of a language's rooms, and of the elements with words in a room: files of `npm run generate`, built. */
const LIST = /packages\/elements\/dist\/languages\/(?!languages\.).+\.generated\.js$/;
/** `'profile/skill-matrix': () => import(...)` or `profile: () => import(...)`, a line each. */
const ENTRY = /^ *'?([\w/-]+)'?: \(\) => import\(.+\),\n/gm;

/** @returns {import('rollup').Plugin} */
export function embeddedWords() {
  const elements = readFileSync('packages/elements/src/embed.generated.ts', 'utf8');
  const isEmbedded = (part) => elements.includes(`import('./${part}/`);
  return {
    name: 'gigsy-embedded-words',
    transform(code, id) {
      if (!LIST.test(id)) return null;
      return { code: code.replace(ENTRY, (entry, part) => (isEmbedded(part) ? entry : '')), map: null };
    },
  };
}
