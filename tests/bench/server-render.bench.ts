/** Rendering 100 cards on a server beside the same content in React: its time, and the bytes sent. */
import { gzipSync } from 'node:zlib';
import { renderElement, stylesheets } from '@gigsy/elements/server';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { people } from './elements/people.ts';

export const name = 'server-render';

const TAG = 'gigsy-profile-card';
/** So many at a time, since processor time is counted in coarse steps. */
const PAGES = 10;

const TIMES = 2;
const BYTES = 1.5;

type Render = (shown: ProfileView[]) => string | Promise<string>;

export async function* run({ short, progress }: MeasureContext): AsyncGenerator<Figure> {
  const shown = people();
  const [ours, react] = [page({ stylesheets: '/assets/', handOver: true }), await reactPage()];
  const times: [number[], number[]] = [[], []];
  const rounds = short ? 20 : 60;
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, render] of [ours, react].entries()) times[index]!.push(await timed(render, shown));
  }
  progress(`${rounds} rounds of ${PAGES} pages of each, in turn`);
  yield {
    name: '100 cards on a server, beside react-dom/server',
    value: median(times[0]),
    baseline: median(times[1]),
    unit: 'ms',
    goal: { of: 'ratio', at: 'most', value: TIMES },
  };
  yield {
    name: '100 cards from a server with the profiles handed over, gzip, beside react-dom/server',
    value: gzipped(await ours(shown)),
    baseline: gzipped(await react(shown)),
    unit: 'kB',
    goal: { of: 'ratio', at: 'most', value: BYTES },
  };
  yield* stated(shown);
}

/** A host's other options, and the files that it serves once. */
async function* stated(shown: ProfileView[]): AsyncGenerator<Figure> {
  yield {
    name: '100 cards that ask again, gzip',
    value: gzipped(await page({ stylesheets: '/assets/' })(shown)),
    unit: 'kB',
  };
  yield { name: '100 cards with a style in each, gzip', value: gzipped(await page({})(shown)), unit: 'kB' };
  yield { name: "the card's style as a file, gzip", value: gzipped(stylesheets[TAG].text), unit: 'kB' };
}

function page(options: { stylesheets?: string; handOver?: boolean }): Render {
  return async (shown) => {
    const cards = await Promise.all(shown.map((profile) => renderElement(TAG, { profile, ...options })));
    return `<main>${cards.join('')}</main>`;
  };
}

/** React's build for production, which it chooses when it is loaded. */
async function reactPage(): Promise<Render> {
  process.env.NODE_ENV = 'production';
  const { createElement } = await import('react');
  const { renderToString } = await import('react-dom/server');
  const { People } = await import('./react/person-card.ts');
  return (shown) => renderToString(createElement(People, { people: shown }));
}

/**
 * Processor time of a page in milliseconds, independent of other load: a loaded machine interrupts the longer of two
 * more often.
 */
async function timed(render: Render, shown: ProfileView[]): Promise<number> {
  const started = process.cpuUsage();
  for (let page = 0; page < PAGES; page += 1) await render(shown);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000 / PAGES;
}

function median(values: number[]): number {
  return Number(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!.toFixed(2));
}

/** In kilobytes of 1,000 bytes. */
function gzipped(text: string): number {
  return Number((gzipSync(text).length / 1000).toFixed(2));
}
