/** Defines `<gigsy-experience-list>`, unless another copy on the page already has. Does nothing on a server. */
import { GigsyExperienceList } from './experience-list.ts';

const registry = globalThis.customElements;
if (registry && !registry.get('gigsy-experience-list')) registry.define('gigsy-experience-list', GigsyExperienceList);
