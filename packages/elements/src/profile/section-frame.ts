/** The frame of a section: its heading, its content or the words for none, and its skeleton. */
import { type TemplateResult, html } from 'lit';

export interface SectionFrame {
  heading: string;
  /** Level of the heading, 1 to 6. */
  level: number;
  /** Falsy without any. */
  content: unknown;
  /** The words for a section without content. */
  nothing: string;
}

export function renderFrame({ heading, level, content, nothing }: SectionFrame): TemplateResult {
  return html`<div class="section">
      <div id="name" part="heading" class="heading" role="heading" aria-level=${level}>${heading}</div>
      ${content || html`<p part="nothing" class="meta">${nothing}</p>`}
    </div>`;
}

export function renderFrameSkeleton(): TemplateResult {
  return html`<div class="section" aria-hidden="true"><i></i><i></i><i></i></div>`;
}
