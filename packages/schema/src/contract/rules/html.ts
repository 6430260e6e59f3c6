/** Text for HTML. */

const SPECIAL = /[&<>"']/;

/** `text` as HTML text or as the value of an attribute in quotes of either kind. */
export function escapeHtml(text: string): string {
  // Most texts need no change, and a test is faster than a replacement.
  return SPECIAL.test(text) ? text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`) : text;
}
