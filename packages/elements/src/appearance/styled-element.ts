/** The base of elements that come from the package: their styles are made for the document in which they stand. */
import { LitElement } from 'lit';
import { adopt } from './adopt.ts';

export abstract class StyledElement extends LitElement {
  /** Lit's would take its sheets from the page of this code, wherever the element stands. */
  protected override createRenderRoot(): ShadowRoot {
    // eslint-disable-next-line wc/attach-shadow-constructor -- Lit asks here, once the element is connected.
    return this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  }

  /** The first time, and when it has been in another document, which takes the sheets away. */
  override connectedCallback(): void {
    super.connectedCallback();
    const { elementStyles } = this.constructor as typeof StyledElement;
    if (!this.shadowRoot!.adoptedStyleSheets[0]) adopt(this.shadowRoot!, elementStyles as Parameters<typeof adopt>[1]);
  }
}
