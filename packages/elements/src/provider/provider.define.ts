/** Defines `<gigsy-provider>`, unless another copy on the page already has. Does nothing on a server. */
import { GigsyProvider } from './provider.ts';

const registry = globalThis.customElements;
if (registry && !registry.get('gigsy-provider')) registry.define('gigsy-provider', GigsyProvider);
