/** A person's links, from a view that may hold anything: those that lead to the web, in the person's order. */
import { type TemplateResult, html } from 'lit';
import type { ProfileView } from '@gigsy/sdk/reader';
import { items, text, webUrl } from '../untrusted.ts';

/** At most so many; undefined when there are none. A link without a label shows its address. */
export function renderLinks({ links }: ProfileView, most?: number): TemplateResult | undefined {
  const safe = items(links)
    .map(({ label, url }) => [webUrl(url), text(label)])
    .filter(([url]) => url)
    .slice(0, most);
  return (
    safe[0] &&
    html`<ul part="links" class="links">
    ${safe.map(([url, label]) => html`<li><a href=${url!} rel="noopener nofollow"><bdi>${label || url}</bdi></a></li>`)}
  </ul>`
  );
}
