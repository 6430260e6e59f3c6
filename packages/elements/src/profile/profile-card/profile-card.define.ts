/** Defines `<gigsy-profile-card>`, unless another copy on the page already has. Does nothing on a server. */
import { GigsyProfileCard } from './profile-card.ts';

const registry = globalThis.customElements;
if (registry && !registry.get('gigsy-profile-card')) registry.define('gigsy-profile-card', GigsyProfileCard);
