/**
 * For a host's development, never for production: says in the console what is wrong about the elements on the page,
 * each thing once. Import it for its effect, `@gigsy/elements/development`.
 */
import { type ProfileElement } from '../profile/profile-element.ts';
import { faultsOf } from './faults.ts';

/** Events of elements after which they are looked at. They do not bubble, but they are captured on their way down. */
const OCCASIONS = ['gigsy-load', 'gigsy-error'] as const;

const said = new Set<string>();

function look({ target }: Event): void {
  const element = target as ProfileElement;
  for (const fault of faultsOf(element)) {
    const warning = `<${element.localName}>: ${fault}`;
    if (said.has(warning)) continue;
    said.add(warning);
    // The one place in the elements that talks to developers; production code has no console.
    // eslint-disable-next-line no-console
    console.warn(`Gigsy: ${warning}`, element);
  }
}

for (const type of OCCASIONS) globalThis.addEventListener?.(type, look, true);
