/**
 * The indexes of the words in each language: a folder with `words.ts` is a part, with a file for each language that
 * `localization/words` has. A part that lacks one is refused.
 */
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { root } from '../build/stamp.ts';
import { GENERATED } from './sources.ts';

const source = path.join(root, 'packages/elements/src');

/** The words of elements in each language but English. */
export interface Words {
  /** Names of the files: `de`, `pt-BR` and so on; `xa` is the pseudo-locale. */
  languages: string[];
  /** Folders of the parts, from packages/elements/src. */
  parts: string[];
}

/** Throws where a part lacks a language. */
export function findWords(folder = source): Words {
  const found = (pattern: string) =>
    globSync(pattern, { cwd: folder })
      .map((file) => file.split(path.sep).join('/'))
      .sort();
  const languages = found('localization/words/*.ts').map((file) => path.basename(file, '.ts'));
  const parts = found('**/words.ts').map((file) => path.dirname(file));
  const lacking = parts.flatMap((part) =>
    languages.map((language) => `${part}/words/${language}.ts`).filter((file) => !existsSync(path.join(folder, file))),
  );
  if (lacking.length > 0) throw new Error(`Words are missing in packages/elements/src: write ${lacking.join(', ')}.`);
  return { languages, parts };
}

/** By path from packages/elements/src. */
export function wordSources({ languages, parts }: Words): Record<string, string> {
  const rooms = [...new Set(parts.map(roomOf))];
  const indexes = languages.flatMap((language) => [
    [`languages/${language}.generated.ts`, languageIndex(language, rooms)],
    ...rooms.map((room) => [
      `languages/${room}/${language}.generated.ts`,
      roomIndex(
        language,
        room,
        parts.filter((part) => roomOf(part) === room),
      ),
    ]),
  ]) as [string, string][];
  return {
    'languages/language.generated.ts': languageType(rooms, parts),
    'languages/languages.generated.ts': languageMap(languages),
    ...Object.fromEntries(indexes),
  };
}

/** A part that lacks a language, a term or the right type of one does not compile. */
function languageType(rooms: string[], parts: string[]): string {
  const type = (part: string) => {
    const words = `typeof ${identifier(part)}.en`;
    return `    '${part}': ${part === roomOf(part) ? words : `() => Promise<{ words: ${words} }>`};`;
  };
  const room = (name: string) =>
    `  ${name}: {\n${parts
      .filter((part) => roomOf(part) === name)
      .map(type)
      .join('\n')}\n  };`;
  return `${GENERATED} The words of a language other than English. */
import type { Table } from '../localization/terms.ts';
${parts.map((part) => `import type { words as ${identifier(part)} } from '../${part}/words.ts';`).join('\n')}

/** The words of a room by the names of parts: its own, and those of its elements, each loaded when one is on the page. */
export type Room = Record<string, object | (() => Promise<{ words: object }>)>;

export interface Rooms {
${rooms.map(room).join('\n')}
}

export interface Language {
  /** The words of all elements. */
  words: Table;
  rooms: { [Name in keyof Rooms]: () => Promise<{ room: Rooms[Name] }> };
}
`;
}

function languageMap(languages: string[]): string {
  const entry = (language: string) => `  ${language.split('-')[0]}: () => import('./${language}.generated.ts'),`;
  return `${GENERATED} Where each language's words are; \`xa\` is the pseudo-locale en-XA. */
import type { Language } from './language.generated.ts';

export const languages: Record<string, (() => Promise<{ language: Language }>) | undefined> = {
${languages.map(entry).join('\n')}
};
`;
}

function languageIndex(language: string, rooms: string[]): string {
  const entry = (room: string) => `    ${room}: () => import('./${room}/${language}.generated.ts'),`;
  return `${GENERATED} The words of all elements in \`${language}\`, and where those of rooms are. */
import { words } from '../localization/words/${language}.ts';
import type { Language } from './language.generated.ts';

export const language: Language = {
  words,
  rooms: {
${rooms.map(entry).join('\n')}
  },
};
`;
}

function roomIndex(language: string, room: string, parts: string[]): string {
  const own = parts.includes(room) ? `import { words } from '../../${room}/words/${language}.ts';\n` : '';
  const entry = (part: string) =>
    `  '${part}': ${part === room ? 'words' : `() => import('../../${part}/words/${language}.ts')`},`;
  return `${GENERATED} The words of the room ${room} in \`${language}\`, and where those of its elements are. */
${own}import type { Rooms } from '../language.generated.ts';

export const room: Rooms['${room}'] = {
${parts.map(entry).join('\n')}
};
`;
}

function roomOf(part: string): string {
  return part.split('/')[0]!;
}

function identifier(part: string): string {
  return part.replace(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase());
}
