/** Entity tags of HTTP answers (RFC 9110, 8.8.3). */

/** Whether `If-None-Match` names the tag: a list of tags or `*`, compared weakly (RFC 9110, 13.1.2). */
export function isKnown(header: string | null, etag: string): boolean {
  if (header === null) return false;
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(`"${etag}"`);
}
