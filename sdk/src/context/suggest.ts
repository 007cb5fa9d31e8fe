import leven from "leven";

/**
 * The word most likely meant: the same but for case, spaces, hyphens and underscores, or else the nearest within a
 * third of its length in single-character changes. `undefined` when none is near or the word itself is among them.
 */
export function nearestWord(word: string, words: Iterable<string>): string | undefined {
  const plain = simplify(word);
  let best: string | undefined;
  let distance = Math.max(1, Math.floor(plain.length / 3)) + 1;
  for (const candidate of words) {
    if (candidate === word) return undefined;
    const other = simplify(candidate);
    if (other === plain) return candidate;
    if (Math.abs(other.length - plain.length) >= distance) continue;
    const changes = leven(plain, other);
    if (changes < distance) [best, distance] = [candidate, changes];
  }
  return best;
}

/** `Did you mean "…"?` with a leading space, or nothing. */
export function didYouMean(word: string, words: Iterable<string>): string {
  const near = nearestWord(word, words);
  return near === undefined ? "" : ` Did you mean "${near}"?`;
}

function simplify(word: string): string {
  return word.slice(0, 100).toLowerCase().replace(/[\s_-]+/g, "");
}
