/** Handles that a reader may take for one another. */

/** Signs and pairs of them that many typefaces draw alike, each group with the form that stands for it. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/0/g, 'o'],
  [/[1i]/g, 'l'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
];

/**
 * The form that all handles share which a reader may take for one another: `0` and `o`, `1`, `l` and `i`, `rn` and `m`, `vv`
 * and `w` count as one, hyphens as nothing. Two people never have handles of one skeleton.
 */
export function skeletonOf(handle: string): string {
  return folded(handle.replaceAll('-', ''));
}

/** `text` with signs that look alike as one sign. */
export function folded(text: string): string {
  return ALIKE.reduce((form, [sign, stands]) => form.replace(sign, stands), text);
}
