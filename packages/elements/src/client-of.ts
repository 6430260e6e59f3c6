/** The client of the signed-in person, for elements that ask or write as them. */
import type { Gigsy } from '@gigsy/sdk';
import { enclosing } from './enclosing.ts';

/** The members of a `<gigsy-provider>` that elements use. */
type Provider = Element & { client?: Gigsy | null };

/** That of the element, else of the provider around it: undefined while nobody is known, null once the person has signed out. */
export function clientOf(element: Provider): Gigsy | null | undefined {
  return element.client === undefined ? enclosing<Provider>(element, 'gigsy-provider')?.client : element.client;
}
