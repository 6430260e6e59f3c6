/** The index as it is drawn, for others and for its owner: the number, how sure it is, the chart and the table. */
import { type TemplateResult, html } from 'lit';
import type { ShownReputation } from '@gigsy/schema';
import type { Localize } from '../../localization/localize.ts';
import { items, text } from '../../untrusted.ts';
import { words } from './words.ts';

/** From this much that is not known, in points, an index counts as hardly sure, and from this much as fairly sure. */
const LITTLE = 75;
const SOME = 40;

/** Undefined for a value that is not an index. */
export function renderIndex(index: ShownReputation | undefined, localize: Localize): TemplateResult | undefined {
  const { score, possible, parts } = index ?? {};
  if (!isPoints(score) || !isPoints(possible) || possible < score) return undefined;
  const said = localize.terms(words);
  const format = localize.format(Intl.NumberFormat, {});
  const number = (value: number) => format.format(value);
  const rows = items(parts).filter(
    ({ kind, votes, points }) => Object.hasOwn(said.kinds, text(kind)) && Number.isInteger(votes) && isPoints(points),
  );
  return html`<p part="score" class="score">${said.score(number(score), number(100))}</p>
    <p part="sureness" class="meta">${said.sure[surenessOf(possible - score)]} ${said.range(number(score), number(possible))}</p>
    ${chart(score, possible)}
    <table part="table">
      <caption>${said.madeOf}</caption>
      <thead><tr><th scope="col">${said.kind}</th><th scope="col">${said.votes}</th><th scope="col">${said.points}</th></tr></thead>
      <tbody>${rows.map(({ kind, votes, points }) => html`<tr><th scope="row">${said.kinds[kind]}</th><td>${number(votes)}</td><td>${number(points)}</td></tr>`)}</tbody>
    </table>
    <p class="meta">${said.counts}</p>`;
}

export function surenessOf(unknown: number): 'little' | 'some' | 'much' {
  if (unknown >= LITTLE) return 'little';
  return unknown >= SOME ? 'some' : 'much';
}

/** The score, and how far it could go. */
function chart(score: number, possible: number): TemplateResult {
  return html`<svg part="chart" class="chart" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    <rect class="all" width="100" height="4"></rect><rect class="open" width=${possible} height="4"></rect><rect class="fill" width=${score} height="4"></rect>
  </svg>`;
}

function isPoints(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 100;
}
