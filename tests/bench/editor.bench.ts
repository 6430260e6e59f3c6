/** Typing in the editor of a profile with 381 rows: from a key press to the frame that shows it, in Chromium. */
import path from 'node:path';
import { chromium } from 'playwright';
import { type OwnProfile, emptySections, sectionNames } from '@gigsy/schema';
import { browserArguments, requireBrowser } from '../../scripts/browser.ts';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { bundle } from '../browser/bundle.ts';

export const name = 'editor';

/** A display of 60 Hz shows a frame in this time. */
const FRAME_MS = 16.7;
/** All but painting, which without a graphics card depends on the machine. */
const WORK = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'];
/** Frames on demand: a display's 60 Hz would round every time up to its multiples. */
const FREE_FRAMES = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

export async function* run({ short, progress, signal }: MeasureContext): AsyncGenerator<Figure> {
  const script = await bundle(path.join(import.meta.dirname, 'editor/editor.subject.ts'));
  const browser = await chromium.launch({
    executablePath: requireBrowser(),
    args: [...browserArguments, ...FREE_FRAMES],
  });
  signal.addEventListener('abort', () => void browser.close());
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.route('http://bench.example/', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: '<!doctype html><html lang="en"><title>Editor</title><body>',
      }),
    );
    await page.goto('http://bench.example/');
    await page.addScriptTag({ type: 'module', content: script });
    await page.waitForFunction(() => 'openEditor' in globalThis);
    await page.evaluate((mine) => globalThis.openEditor(mine), crowded());
    const keys = short ? 40 : 200;
    progress(`typing ${keys} letters into one of 381 rows`);
    await page.keyboard.type('warm');
    const session = await page.context().newCDPSession(page);
    // Time of the thread, which other work of the machine does not lengthen.
    await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
    await session.send('Performance.enable');
    const work = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      const counted = metrics.filter((metric) => WORK.includes(metric.name));
      return counted.reduce((sum, metric) => sum + metric.value * 1000, 0);
    };
    await page.evaluate(() => globalThis.takeTimes());
    const before = await work();
    for (let key = 0; key < keys; key += 1) {
      // Within the field's 80 characters.
      await page.keyboard.press(key % 40 < 20 ? 'x' : 'Backspace');
      await page.waitForTimeout(10);
    }
    const spent = (await work()) - before;
    const times = (await page.evaluate(() => globalThis.takeTimes())).sort((a, b) => a - b);
    if (times.length < keys) throw new Error(`only ${times.length} of ${keys} key presses were shown`);
    const goal = { at: 'most', value: FRAME_MS } as const;
    const at = (share: number) => times[Math.floor(times.length * share)]!;
    yield { name: 'scripting, style and layout of a key press, 381 rows', value: spent / keys, unit: 'ms', goal };
    yield { name: 'key press to frame, 381 rows, median', value: at(0.5), unit: 'ms', goal };
    yield { name: 'key press to frame, 381 rows, 95 of 100', value: at(0.95), unit: 'ms' };
  } finally {
    await browser.close();
  }
}

/** 200 skills, 50 schools, jobs and projects, 30 languages, and a link. */
function crowded(): OwnProfile {
  const rows = <T>(length: number, row: (index: number) => T) => Array.from({ length }, (_, index) => row(index));
  const period = { startDate: '2020-01', endStatus: 'ongoing' } as const;
  return {
    handle: 'bench',
    role: 'student',
    settings: {},
    versions: Object.fromEntries([...sectionNames, 'settings'].map((each) => [each, 1])) as OwnProfile['versions'],
    sections: {
      ...emptySections('Somebody with much to say'),
      skills: rows(200, (index) => ({
        id: `s${index}`,
        name: `Skill ${index}`,
        category: 'Group',
        level: 3,
        years: 2,
      })),
      education: rows(50, (index) => ({ id: `e${index}`, institution: `School ${index}`, ...period })),
      workExperience: rows(50, (index) => ({ id: `w${index}`, organisation: `Company ${index}`, ...period })),
      projects: rows(50, (index) => ({ id: `p${index}`, name: `Project ${index}`, ...period })),
      languages: rows(30, (index) => ({ id: `l${index}`, name: `Language ${index}` })),
      links: rows(1, () => ({ id: 'web', label: 'Website', url: 'https://example.com/' })),
    },
  };
}
