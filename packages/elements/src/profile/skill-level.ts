/** A skill's level as five marks and a word: told by length, by word, and only then by colour. */
import { type CSSResult, type TemplateResult, html } from 'lit';
import { css } from '../appearance/css.ts';
import type { Localize } from '../localization/localize.ts';
import type { LevelTerms } from '../localization/terms.ts';

const english: LevelTerms = ['Learning', 'Basic', 'Working', 'Advanced', 'Expert'];

/** 1 to 5; 0 for any value that is not a level. */
export function levelOf(value: unknown): number {
  return [1, 2, 3, 4, 5].indexOf(value as number) + 1;
}

/** The word for a level from 1 to 5. */
export function levelName(level: number, { table }: Localize): string {
  return (table.levels ?? english)[level - 1] ?? String(level);
}

/** `level` from 1 to 5. */
export function renderLevel(level: number, localize: Localize): TemplateResult {
  return html`<span class="marks l${level}" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i></span>
    <span class="level">${levelName(level, localize)}</span>`;
}

export const levelStyles: CSSResult = css`
  .level { color: var(--_muted) }
  li .level { min-inline-size: 6em }
  .marks { display: flex; gap: round(.14em, 1px); align-items: end; block-size: .75em }
  .marks i { inline-size: round(.28em, 1px); block-size: round(.28em, 1px); margin: 0; border: 0; border-radius: 1px; background: var(--_mark) }
  .l1 :nth-child(-n+1), .l2 :nth-child(-n+2), .l3 :nth-child(-n+3), .l4 :nth-child(-n+4), .l5 > * {
    &:is(i) { block-size: 100%; background: var(--_accent) }
  }
  @media (forced-colors: active) {
    .marks { forced-color-adjust: none }
  }
`;
