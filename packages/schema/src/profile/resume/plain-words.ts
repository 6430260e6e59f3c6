/** Words as they are compared: in small letters, without accents, apostrophes and punctuation. */

/** The words of `text` between single spaces. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{Script=Inherited}'’]/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}
