/** axe on the story on show. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Catalogue } from './catalogue.ts';

const engine = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The violations that axe finds, target sizes included. */
export async function violations({ page }: Catalogue): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(engine);
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
