import { chromium } from 'playwright';
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { browserArguments, requireBrowser } from '../../scripts/browser.ts';
import { bundle } from '../browser/bundle.ts';
import { people } from './elements/people.ts';
const b = await chromium.launch({ executablePath: requireBrowser(), args: [...browserArguments, '--disable-frame-rate-limit', '--disable-gpu-vsync'] });
const shown = people();
const folder = path.join(import.meta.dirname, 'elements');
const script = await bundle(path.join(folder, 'gigsy.subject.ts'));
const shoe = await bundle(path.join(folder, 'shoelace.subject.ts'));
const css = readFileSync(path.join(folder, 'page.css'), 'utf8');
const sl = readFileSync('node_modules/@shoelace-style/shoelace/dist/themes/light.css', 'utf8');
const variants: [string, string][] = [
  ['asis', 't => t'],
  ['allvis', "t => t + '.chips.chips li,.facts.facts{overflow:visible!important}'"],
  ['nomsg', "t => t + '.message{display:none!important}'"],
];
const subjects: any[] = [];
for (const [name, fn] of variants) subjects.push(await open(name, fn, script));
subjects.push(await open('shoelace', 't => t', shoe, sl));
async function open(name: string, fn: string, code: string, extra = '') {
  const page = await b.newPage({ viewport: { width: 1280, height: 900 } });
  await page.setContent(`<!doctype html><html lang="en" class="sl-theme-light"><title>x</title><style>${extra}</style><style>${css}</style><body>`);
  await page.evaluate(`(() => { const f = ${fn}; const r = CSSStyleSheet.prototype.replaceSync; CSSStyleSheet.prototype.replaceSync = function (t) { r.call(this, f(t)); }; })()`);
  await page.addScriptTag({ type: 'module', content: code });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return { name, page, session, ms: [], parts: [] };
}
const med = (a: number[]) => [...a].sort((x, y) => x - y)[a.length >> 1]!;
for (let r = 0; r < 32; r++) for (const s of subjects) {
  await s.session.send('HeapProfiler.collectGarbage');
  const m = async () => Object.fromEntries((await s.session.send('Performance.getMetrics')).metrics.map((x: any) => [x.name, x.value]));
  const before = await m();
  const { ms } = await s.page.evaluate((p: any) => (globalThis as any).measureCards(p), shown);
  const after = await m();
  if (r < 2) continue;
  s.ms.push(ms); s.parts.push(['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration', 'TaskDuration'].map((k) => (after[k] - before[k]) * 1000));
}
for (const s of subjects) console.log(s.name.padEnd(12), med(s.ms).toFixed(1), ['script', 'style', 'layout', 'task'].map((n, i) => n + ' ' + med(s.parts.map((p: any) => p[i])).toFixed(1)).join(' '));
await b.close();
