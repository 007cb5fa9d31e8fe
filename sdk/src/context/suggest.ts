import leven from "leven";

/** Characters of a word that are compared one by one, so that a long text costs little. */
const longest = 100;

/**
 * The word most likely meant: the same but for case, spaces, hyphens and underscores, or else the nearest within a
 * third of its length in changes of one character, two neighbours swapped counting as one. `undefined` when none is near
 * or the word itself is among them.
 */
export function nearestWord(word: string, words: Iterable<string>): string | undefined {
  const plain = simplify(word);
  let best: string | undefined;
  let distance = Math.max(1, Math.floor(plain.length / 3)) + 1;
  for (const candidate of words) {
    if (candidate === word) return undefined;
    const other = simplify(candidate);
    // A word with nothing left of it is another word, not a slip.
    if (other.length === 0 || Math.abs(other.length - plain.length) >= distance) continue;
    const changes = other === plain ? 0 : Math.max(1, changesBetween(plain.slice(0, longest), other.slice(0, longest)));
    if (changes < distance && changes < Math.max(plain.length, other.length)) [best, distance] = [candidate, changes];
  }
  return best;
}

/** `Did you mean "…"?` with a leading space, or nothing. */
export function didYouMean(word: string, words: Iterable<string>): string {
  const near = nearestWord(word, words);
  return near === undefined ? "" : ` Did you mean "${near}"?`;
}

/** Whether two words are the same but for case, spaces, hyphens and underscores. */
export function isSameWord(a: string, b: string): boolean {
  return simplify(a) === simplify(b);
}

function changesBetween(a: string, b: string): number {
  return isSwap(a, b) ? 1 : leven(a, b);
}

/** Whether two texts are the same but for two neighbours swapped, the slip of fast fingers. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at + 1 < a.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function simplify(word: string): string {
  return word.toLowerCase().replace(/[\s_-]+/g, "");
}
