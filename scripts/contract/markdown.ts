/** Markdown of pages that are made from packages/schema. */

export const GENERATED = '<!-- Generated from packages/schema by `npm run generate`: change it there. -->';

export function table(heads: readonly string[], rows: string[]): string {
  return [`| ${heads.join(' | ')} |`, `|${heads.map(() => ' --- |').join('')}`, ...rows].join('\n');
}
