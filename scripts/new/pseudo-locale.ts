/** English in the pseudo-locale en-XA: with accents, in brackets, 40% longer. */
const ACCENTS = new Map(
  [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, index) => [
    letter,
    [...'ábçđéƒĝĥîĵķļmñöpqŕšţüvwxýžÀBÇĐÉƑĜĤÎĴĶĻMÑÖPQŔŠŢÜVWXÝŽ'][index]!,
  ]),
);

export function pseudoLocale(text: string): string {
  const accented = [...text].map((letter) => ACCENTS.get(letter) ?? letter).join('');
  return `[${accented} ${'~'.repeat(Math.max(2, Math.round(text.length * 0.4)))}]`;
}
