/** Defines `<gigsy-profile-header>`, unless another copy on the page already has. Does nothing on a server. */
import { GigsyProfileHeader } from './profile-header.ts';

const registry = globalThis.customElements;
if (registry && !registry.get('gigsy-profile-header')) registry.define('gigsy-profile-header', GigsyProfileHeader);
