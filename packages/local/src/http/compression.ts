/** Content codings of HTTP answers (RFC 9110, 8.4 and 12.5.3): Brotli or gzip, as the client prefers. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';

export type Coding = 'br' | 'gzip';

/** Smaller bodies fit into the packet that their headers need anyway. */
const SMALLEST = 1_024;
/** JSON, JavaScript, CSS, HTML and SVG; pictures and archives are compressed already. */
const COMPRESSIBLE = /^(text\/|image\/svg\+xml|application\/(?:[\w.-]+\+)?(?:json|xml|javascript)\b)/i;
/** Nearly the size of the best quality in a tenth of its time. */
const BROTLI_QUALITY = 5;

/** The coding to take if the client prefers none. An option that the package's types lack. */
type WithPreference = { encoding(available: string[], options: { preferred: string[] }): string | undefined };

/** The coding that an `Accept-Encoding` header prefers; null without the header, or if it accepts neither. */
export function codingFor(acceptEncoding: string | undefined): Coding | null {
  if (acceptEncoding === undefined) return null;
  const negotiator = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } }) as WithPreference;
  const coding = negotiator.encoding(['br', 'gzip', 'identity'], { preferred: ['br', 'gzip'] });
  return coding === 'br' || coding === 'gzip' ? coding : null;
}

/** Whether answers of this media type differ by `Accept-Encoding`. */
export function isCompressible(contentType: string | undefined): boolean {
  return contentType !== undefined && COMPRESSIBLE.test(contentType);
}

export function isWorthCompressing(bytes: number): boolean {
  return bytes >= SMALLEST;
}

export function compress(body: Uint8Array, coding: Coding): Promise<Buffer> {
  if (coding === 'gzip') return promisify(gzip)(body);
  return promisify(brotliCompress)(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
    },
  });
}

/** The value of a `Vary` header that names `field` too. */
export function varyBy(field: string, before: string | undefined): string {
  if (!before) return field;
  const fields = before.split(',').map((part) => part.trim().toLowerCase());
  return fields.includes('*') || fields.includes(field.toLowerCase()) ? before : `${before}, ${field}`;
}
