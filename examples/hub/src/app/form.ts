/** The form of a page, as a browser sends it: with files or without. */
import type { IncomingMessage } from 'node:http';

/** A JSON Resume of the largest profile has a quarter of this. */
const LARGEST_BODY = 1_048_576;

/** Undefined if it is no form, damaged, or larger than a mebibyte. */
export async function readForm(request: IncomingMessage): Promise<FormData | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    // The rest is read and thrown away: a browser shows an answer only if it could send the whole.
    if (size <= LARGEST_BODY) chunks.push(chunk);
  }
  if (size > LARGEST_BODY) return undefined;
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  return new Response(Buffer.concat(chunks), { headers }).formData().catch(() => undefined);
}
