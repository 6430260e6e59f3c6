/**
 * IBM's accessibility engine on the story on show: it computes names, roles and contrast by its own rules, where axe
 * may be wrong.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Catalogue } from './catalogue.ts';

const engine = readFileSync(createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'), 'utf8');

interface Report {
  results: {
    ruleId: string;
    value: [level: string, result: string];
    path: { dom: string };
    message: string;
    snippet: string;
  }[];
}

/** Failures of WCAG 2.2 A and AA in the elements of the story: rule, path and message. */
export async function failures({ page }: Catalogue): Promise<string[]> {
  if (!(await page.evaluate(() => 'ace' in window))) await page.evaluate(engine);
  const report = await page.evaluate(async () => {
    const { ace } = window as unknown as {
      ace: { Checker: new () => { check(root: Node, policies: string[]): Promise<Report> } };
    };
    const { results } = await new ace.Checker().check(document.querySelector('#storybook-root')!, ['WCAG_2_2']);
    return {
      looked: results.length,
      failed: results.filter(({ value: [level, result] }) => level === 'VIOLATION' && result === 'FAIL'),
    };
  });
  if (report.looked === 0) return ['the engine looked at nothing'];
  return report.failed.map(({ ruleId, path, message, snippet }) => `${ruleId} at ${path.dom}: ${message} ${snippet}`);
}
