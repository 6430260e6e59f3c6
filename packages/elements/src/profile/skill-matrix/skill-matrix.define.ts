/** Defines `<gigsy-skill-matrix>`, unless another copy on the page already has. Does nothing on a server. */
import { GigsySkillMatrix } from './skill-matrix.ts';

const registry = globalThis.customElements;
if (registry && !registry.get('gigsy-skill-matrix')) registry.define('gigsy-skill-matrix', GigsySkillMatrix);
