/** Characters that are refused or cannot be seen, as patterns. Each is a plain literal, so that a bundler can inline it. */

/**
 * Lone surrogates, C0 and C1 controls except tab and newline, and bidi embeddings, overrides and isolates (Unicode TR9),
 * which reorder text outside their own field. Global: use it with `replace`, `search` or `matchAll`.
 */
export const DECEIVING = /[\p{Cs}\u202a-\u202e\u2066-\u2069]|(?![\t\n])\p{Cc}/gu;

/**
 * A character that a reader can see, in text without `DECEIVING` ones. Others are white space, format characters, default
 * ignorable code points (Unicode DerivedCoreProperties; the Hangul fillers are among them), the Braille pattern without
 * dots, the null notehead, and marks, which need a letter.
 */
export const VISIBLE = /[^\p{M}\s\p{Cf}\p{DI}\u2800\u{1d159}]/u;
