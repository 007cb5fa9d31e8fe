// Keeps account of which rules a written test has to leave open, and by what. A rule is one bit of a word.

/** Rules that one word has room for, so that it stays a small whole number. */
const wordSize = 30;

/** Something that rules read: a field, a toggle, a list of the context. */
export interface Source {
  /** Notes that the rule being written reads it. */
  read(): void;
  /** Statements that leave open every rule that reads it. Complete only once all rules are written. */
  doubt(): string;
}

/** The account of a test that is being written. */
export interface Doubts {
  /** Begins the rule at this position. */
  begin(rule: number): void;
  /** A statement that leaves open the rule being written. */
  own(): string;
  /** Makes a source. What is read while it is made is read whenever it is. */
  source<T>(make: () => T): { readonly source: Source; readonly made: T };
  /** Names of the words, for so many rules. */
  words(): readonly string[];
}

export function createDoubts(): Doubts {
  const making: Source[][] = [];
  let current = 0;
  let most = 0;
  return {
    begin: (rule) => {
      current = rule;
      most = Math.max(most, rule);
    },
    own: () => statements([current]),
    source: (make) => {
      const readers = new Set<number>();
      const needs: Source[] = [];
      making.push(needs);
      const made = make();
      making.pop();
      const source: Source = {
        read: () => {
          readers.add(current);
          making.at(-1)?.push(source);
          for (const need of needs) need.read();
        },
        doubt: () => statements([...readers]),
      };
      return { source, made };
    },
    words: () => Array.from({ length: Math.floor(most / wordSize) + 1 }, (_, word) => `d${word}`),
  };
}

function statements(rules: readonly number[]): string {
  const words = new Map<number, number>();
  for (const rule of rules) {
    const word = Math.floor(rule / wordSize);
    words.set(word, (words.get(word) ?? 0) | (1 << (rule % wordSize)));
  }
  return [...words].map(([word, bits]) => `d${word} |= ${bits};`).join(" ");
}

/** An expression: whether the rule at the position `index` is left open by these variables, one for each word. */
export function isOpenBy(words: readonly string[]): string {
  return words.reduceRight((rest, word, at) => {
    const bit = at === 0 ? "index" : `index - ${at * wordSize}`;
    const isOpen = `(${word} & (1 << ${bit})) !== 0`;
    return rest === "" ? isOpen : `(index < ${(at + 1) * wordSize} ? ${isOpen} : ${rest})`;
  }, "");
}
