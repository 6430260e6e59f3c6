/** The known word that a misspelt word is closest to. */

/** Longer words are not typing errors, and comparing them takes time. */
const LONGEST = 60;

/** The nearest of `known`, if at most `within` letters differ (and fewer than the word has). */
export function nearest(word: string, known: readonly string[], within = 3): string | undefined {
  if (word.length > LONGEST) return undefined;
  const [first] = known
    .map((candidate) => ({ candidate, far: distance(candidate, word) }))
    .sort((a, b) => a.far - b.far);
  return first && first.far <= Math.min(within, word.length - 1) ? first.candidate : undefined;
}

/** Levenshtein's distance: the least number of insertions, deletions and replacements of a letter. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
