/** `gigsy doctor`: finds faults of a page with Gigsy elements. */
import type { Given, Outcome, Verb } from '../command.ts';
import { examineApart } from '../doctor/apart.ts';
import type { Report } from '../doctor/examine.ts';
import type { Finding, Severity } from '../doctor/finding.ts';
import { printable } from '../printable.ts';

export const doctor: Verb = {
  name: 'doctor',
  summary: 'Names what a page with Gigsy elements is missing',
  positionals: ['URL'],
  flags: {},
  checks: true,
  notes: `Reads the page as it is served, its policies, its script and its API; runs nothing of it (gigsy conform does).
A page behind Basic authentication: https://NAME:PASSWORD@staging.example/; neither is ever printed.
Errors keep Gigsy from working for visitors, warnings for some of them or for now, hints make it better.`,
  async run(given: Given): Promise<Outcome> {
    const tell = (line: string) => given.values.json || process.stderr.write(`${line} …\n`);
    const report = await examineApart(given.positionals[0] ?? '', tell);
    const isHealthy = !report.findings.some(({ severity }) => severity === 'error');
    return { text: print(report), json: { ok: isHealthy, ...report }, exitCode: isHealthy ? 0 : 1 };
  },
};

const LABELS: Record<Severity, string> = { error: 'FAIL', warning: 'warn', hint: 'hint' };

function print({ url, version, elements, findings }: Report): string {
  const count = (severity: Severity, words: string) => {
    const { length } = findings.filter((finding) => finding.severity === severity);
    return `${length} ${words}${length === 1 ? '' : 's'}`;
  };
  const known = version === null ? '' : `, Gigsy ${printable(version)}`;
  return [
    `${printable(url)}: ${elements} ${elements === 1 ? 'element' : 'elements'}${known}`,
    ...findings.flatMap(lines),
    findings.length === 0
      ? 'ok    nothing is missing'
      : `${count('error', 'error')}, ${count('warning', 'warning')}, ${count('hint', 'hint')}`,
  ].join('\n');
}

function lines({ severity, code, where, message, fix }: Finding): string[] {
  return [`${LABELS[severity]}  ${code}  (${where})`, `      ${message}`, `      -> ${fix}`];
}
