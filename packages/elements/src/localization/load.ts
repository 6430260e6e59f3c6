/** Loads words of languages other than English. A chunk of its own: a page in English needs none of it. */
import type { Language, Room } from '../languages/language.generated.ts';
import { languages } from '../languages/languages.generated.ts';
import type { Table } from './terms.ts';

/**
 * The words of all elements in a language, with those of parts by their names. `key` is the language and the parts,
 * with commas between them. Undefined if there are no words in the language.
 */
export async function load(key: string): Promise<Table | undefined> {
  const [code, ...parts] = key.split(',');
  const language = (await languages[code!]?.())?.language;
  if (!language) return undefined;
  const table: Table & Record<string, unknown> = { ...language.words };
  for (const part of parts) table[part] = await wordsOf(language, part);
  return table;
}

/** A domain's own words come with the list of its parts. */
async function wordsOf({ rooms }: Language, part: string): Promise<object> {
  const { room }: { room: Room } = await rooms[part.split('/')[0] as keyof typeof rooms]();
  const words = room[part]!;
  return typeof words === 'function' ? (await words()).words : words;
}
