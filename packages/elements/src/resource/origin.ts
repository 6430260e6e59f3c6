/** Where the elements of a page read: a source that a host gives, or the address of a Gigsy site. */
import type { ResourceSource } from '@gigsy/sdk/reader';
import { type SharedReader, resourceReader } from '@gigsy/sdk/resource-reader';
import { enclosing } from '../enclosing.ts';

/** The members of a `<gigsy-provider>` that elements use. Its code may not be there yet. */
type Provider<Source> = Element & { source?: Source };

/**
 * The settings of `page` for all elements: `<meta name="gigsy-api" content="…">`, and `gigsy-key`, a partner's
 * publishable key. A page without them, such as a frame made by a script, takes those of the page of this code.
 */
export function meta(name: string, page: Document): string | undefined {
  const content = (from: Document) => from.querySelector<HTMLMetaElement>(`meta[name=gigsy-${name}]`)?.content;
  return content(page) ?? content(document);
}

/** Of the nearest provider around `element`, else of its page. */
export function originAround<Source>(element: Element): Source | string | undefined {
  const around = enclosing<Provider<Source>>(element, 'gigsy-provider');
  return around?.source ?? around?.getAttribute('api') ?? meta('api', element.ownerDocument);
}

const readers: Record<string, SharedReader> = {};

/** The reader of the site `api` that all elements share: their asks in one task are one request. */
export function sharedReader(api: string, { ownerDocument }: Element): SharedReader {
  const key = meta('key', ownerDocument);
  return (readers[`${api} ${key}`] ??= resourceReader({ api, key }));
}

/** Reads the site `api` with changes as they happen. */
export async function liveSource(api: string, { ownerDocument }: Element): Promise<ResourceSource> {
  const { liveReader } = await import('@gigsy/sdk/live-reader');
  return liveReader({ api, key: meta('key', ownerDocument) });
}
