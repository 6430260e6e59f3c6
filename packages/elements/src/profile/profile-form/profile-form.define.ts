/** Defines `<gigsy-profile-form>`, unless another copy on the page already has. Does nothing on a server. */
import { GigsyProfileForm } from './profile-form.ts';

/** Whoever imports this module alone has the tag's type with it. */
export type { GigsyProfileForm };

const registry = globalThis.customElements;
if (registry && !registry.get('gigsy-profile-form')) registry.define('gigsy-profile-form', GigsyProfileForm);
