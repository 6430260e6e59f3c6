/** Defines `<gigsy-language-list>`, unless another copy on the page already has. Does nothing on a server. */
import { GigsyLanguageList } from './language-list.ts';

const registry = globalThis.customElements;
if (registry && !registry.get('gigsy-language-list')) registry.define('gigsy-language-list', GigsyLanguageList);
