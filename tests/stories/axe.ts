/** axe on the story on show, and the conditions under which it is asked. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Catalogue } from './catalogue.ts';

const engine = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const locales = ['en', 'ar', 'en-XA'];
const themes = ['light', 'dark'];
const widths = [320, 768, 1280];

export interface Condition {
  locale: string;
  theme: string;
  /** Of the viewport, in pixels. */
  width: number;
}

export const everyCondition: readonly Condition[] = locales.flatMap((locale) =>
  themes.flatMap((theme) => widths.map((width) => ({ locale, theme, width }))),
);

/** Any two values of a condition meet in one of these: half of all conditions. */
export const pairedConditions: readonly Condition[] = everyCondition.filter(
  ({ locale, theme, width }) => (locales.indexOf(locale) + widths.indexOf(width)) % 2 === themes.indexOf(theme),
);

/** The violations that axe finds in the story, each with its condition. */
export async function violations(
  catalogue: Catalogue,
  id: string,
  conditions: readonly Condition[],
): Promise<{ checks: number; found: string[] }> {
  const { page } = catalogue;
  await page.evaluate(engine);
  await catalogue.show(id);
  const found: string[] = [];
  let checks = 0;
  for (const { locale, theme, width } of conditions) {
    await page.setViewportSize({ width, height: 720 });
    await catalogue.set({ locale, theme });
    checks += 1;
    found.push(...(await asked(catalogue)).map((violation) => `${locale} ${theme} ${width}: ${violation}`));
  }
  return { checks, found };
}

function asked({ page }: Catalogue): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const result: AxeResults = await axe.run('#storybook-root', {
      resultTypes: ['violations'],
      rules: { 'target-size': { enabled: true } },
    });
    if (result.passes.length === 0) return ['axe looked at nothing'];
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `${id} at ${target.flat().join(' ')}: ${failureSummary?.split('\n')[1]?.trim()}`,
      ),
    );
  });
}
