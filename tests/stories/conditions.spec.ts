/**
 * Every story, drawn once and then led through languages, themes, widths and sizes of text, each check where its condition
 * comes by: names, roles and states as last reviewed (`names`), no violation by axe in pairs of values (`npm run sweep` takes
 * each with each), and no text lost on narrow pages, in large text (WCAG 1.4.4, 1.4.10) and to text spacing (WCAG 1.4.12). Text
 * in a line clamp may end early, and visually hidden text is not checked.
 */
import { readFileSync, globSync } from 'node:fs';
import path from 'node:path';
import { violations } from './axe.ts';
import { type Catalogue, expect, stories, test } from './catalogue.ts';
import { type Condition, everyCondition, pairedConditions } from './conditions.ts';
import { losses } from './losses.ts';
import { isPinned, nameFile } from './name-files.ts';
import { lostToSpacing } from './spacing.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('every story of every file is asked, under every pair of values', () => {
  const written = globSync('stories/**/*.stories.ts', { cwd: root }).flatMap((file) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(/^export const (\w+)/gm)].map(
      ([, name]) => `./${file} ${name}`,
    ),
  );
  expect(stories.map(({ importPath, exportName }) => `${importPath} ${exportName}`).sort()).toEqual(written.sort());
  const pairs = (conditions: typeof everyCondition) =>
    new Set(
      conditions.flatMap(({ locale, theme, width }) => [
        `${locale} ${theme}`,
        `${locale} ${width}`,
        `${theme} ${width}`,
      ]),
    );
  expect(pairs(pairedConditions)).toEqual(pairs(everyCondition));
  process.stdout.write(
    `axe: ${stories.length} stories x ${pairedConditions.length} = ${stories.length * pairedConditions.length} checks\n`,
  );
});

for (const story of stories) {
  const { id, tags } = story;
  const spacings = tags.includes('moving') ? 0 : 3;
  test(`names, axe, reflow, text spacing: ${id}`, async ({ catalogue }) => {
    await catalogue.page.setViewportSize({ width: 960, height: 720 });
    await catalogue.show(id);
    // Each check tells what it finds: one does not hide another.
    if (isPinned(story)) {
      const names = `${await catalogue.root.ariaSnapshot()}\n`;
      expect.soft(names, 'names').toMatchSnapshot(['names', ...nameFile(id).split('/')]);
    }
    // `npm run stories:accept` wants the names alone.
    if (test.info().config.updateSnapshots === 'all') return;
    const visit = new Visit(catalogue);
    for (const condition of pairedConditions) await visit.under(condition);
    if (spacings > 0) await visit.spaced();
    expect.soft(visit.asked, 'axe').toEqual({ checks: 9, found: [] });
    expect.soft(visit.reflowed, 'reflow').toEqual({ checks: 9, found: [] });
    expect.soft(visit.respaced, 'text spacing').toEqual({ checks: spacings, found: [] });
  });
}

interface Findings {
  checks: number;
  found: string[];
}

/** The story on show on its way through the conditions. */
class Visit {
  readonly asked: Findings = { checks: 0, found: [] };
  readonly reflowed: Findings = { checks: 0, found: [] };
  readonly respaced: Findings = { checks: 0, found: [] };
  readonly #catalogue: Catalogue;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  async under({ locale, theme, width }: Condition): Promise<void> {
    await this.#place(width, { locale, theme });
    await note(this.asked, `${locale} ${theme} ${width}`, violations(this.#catalogue));
    if (width === 320) await this.#reflow(locale, 320, 100);
    if (width !== 1280) return;
    // 640 px at 200 % has as many letters a line as a 1280 px page at 400 %.
    for (const enlarged of [1280, 640]) await this.#reflow(locale, enlarged, 200);
    await this.#enlarge(100);
  }

  async spaced(): Promise<void> {
    for (const { width, locale } of [
      { width: 320, locale: 'en' },
      { width: 960, locale: 'en' },
      { width: 400, locale: 'ar' },
    ]) {
      await this.#place(width, { locale });
      await note(this.respaced, `${width} px in ${locale}`, lostToSpacing(this.#catalogue));
    }
  }

  async #reflow(locale: string, width: number, percent: number): Promise<void> {
    await this.#enlarge(percent);
    await this.#catalogue.page.setViewportSize({ width, height: 720 });
    await this.#catalogue.settle();
    await note(this.reflowed, `${width} px at ${percent} % in ${locale}`, losses(this.#catalogue));
  }

  async #place(width: number, globals: { locale: string; theme?: string }): Promise<void> {
    await this.#catalogue.page.setViewportSize({ width, height: 720 });
    await this.#catalogue.set(globals);
  }

  /** Sets the size of the root's text. */
  async #enlarge(percent: number): Promise<void> {
    await this.#catalogue.page.evaluate(
      (size) => document.documentElement.style.setProperty('font-size', size),
      `${percent}%`,
    );
  }
}

async function note(findings: Findings, condition: string, finding: Promise<string[]>): Promise<void> {
  findings.found.push(...(await finding).map((found) => `${condition}: ${found}`));
  findings.checks += 1;
}
