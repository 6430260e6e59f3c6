/** Words of a text as Convex's search sees them: runs of letters and digits in lower case, too long ones left out. */

/** Longer words are dropped silently, in documents and in queries. */
const LONGEST_TOKEN_BYTES = 32;

export function tokensOf(text: string): string[] {
  const words = text.match(/[\p{Alphabetic}\p{N}]+/gu) ?? [];
  return words.filter((word) => Buffer.byteLength(word) < LONGEST_TOKEN_BYTES).map((word) => word.toLowerCase());
}
