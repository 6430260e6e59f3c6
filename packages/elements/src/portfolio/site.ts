/** The origin of the Gigsy site from which files come. */
import { enclosing } from '../enclosing.ts';
import { meta } from '../resource/origin.ts';

/** The site by the provider or the page around `element`, whatever source it reads from. */
export function siteAround(element: Element): string | undefined {
  return enclosing(element, 'gigsy-provider[api]')?.getAttribute('api') ?? meta('api', element.ownerDocument);
}
