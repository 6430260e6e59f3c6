/** axe on the story on show. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Catalogue } from './catalogue.ts';

const engine = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The violations that axe finds, target sizes included. */
export async function violations({ page }: Catalogue): Promise<string[]> {
  // By a name of its own: Storybook's addon may bring axe too, with settings of its own.
  if (!(await page.evaluate(() => 'ownAxe' in window))) await page.evaluate(`${engine};window.ownAxe = window.axe`);
  return page.evaluate(async () => {
    const { ownAxe } = window as unknown as { ownAxe: typeof import('axe-core') };
    const result: AxeResults = await ownAxe.run('#storybook-root', {
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
