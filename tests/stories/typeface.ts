/**
 * Typefaces for pictures, from packages, so that the machine's own do not show. The tests add them to the built
 * Storybook; Storybook itself uses the reader's system typefaces.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const { resolve } = createRequire(import.meta.url);

const files = [
  ['@fontsource-variable/inter/files/inter-latin-wght-normal.woff2', ''],
  [
    '@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2',
    'unicode-range: U+0600-06FF, U+0750-077F, U+200C-200F, U+FB50-FDFF, U+FE70-FEFC;',
  ],
  ['@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff2', 'unicode-range: U+2713;'],
] as const;

const faces = files
  .map(
    ([file, range]) => `@font-face {
  font-family: Pictured; font-weight: 100 900; ${range}
  src: url(data:font/woff2;base64,${readFileSync(resolve(file)).toString('base64')}) format('woff2');
}`,
  )
  .join('\n');

export async function useOwnTypeface(page: Page): Promise<void> {
  await page.addStyleTag({ content: `${faces} .page.page, .page button { font-family: Pictured }` });
  await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
}
