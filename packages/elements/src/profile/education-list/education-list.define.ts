/** Defines `<gigsy-education-list>`, unless another copy on the page already has. Does nothing on a server. */
import { GigsyEducationList } from './education-list.ts';

const registry = globalThis.customElements;
if (registry && !registry.get('gigsy-education-list')) registry.define('gigsy-education-list', GigsyEducationList);
