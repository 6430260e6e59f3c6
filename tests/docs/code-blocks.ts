/** Fenced code blocks of the documentation, by file and language. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

export interface CodeBlock {
  file: string;
  line: number;
  language: string;
  code: string;
}

export const documents = ['README.md', ...globSync('docs/**/*.md', { cwd: root })].sort();

export function codeBlocks(): CodeBlock[] {
  return documents.flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map((match) => ({
      file,
      language: match[1]!,
      code: match[2]!,
      line: text.slice(0, match.index).split('\n').length + 1,
    }));
  });
}
