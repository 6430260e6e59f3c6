/** Defines `<gigsy-about-section>`, unless another copy on the page already has. Does nothing on a server. */
import { GigsyAboutSection } from './about-section.ts';

const registry = globalThis.customElements;
if (registry && !registry.get('gigsy-about-section')) registry.define('gigsy-about-section', GigsyAboutSection);
