/** A pattern of the safe subset, ready to match whole texts in time proportional to text and pattern. */
export interface Pattern {
  /** Whether the whole text, spaces at either end left out, looks like the pattern. */
  matches(text: string): boolean;
  /** What it asks for, character by character, for walking several patterns at once. */
  readonly steps: readonly Step[];
}

/** Code points at which spaces, as `trim` knows them, begin or end. */
export const spaceCuts: readonly number[] = [
  9, 14, 32, 33, 160, 161, 0x1680, 0x1681, 0x2000, 0x200b, 0x2028, 0x202a, 0x202f, 0x2030, 0x205f, 0x2060, 0x3000,
  0x3001, 0xfeff, 0xff00,
];

/** Most places a pattern may expand to, repeats counted out. */
const MOST_STEPS = 500;

/** One character of a pattern. */
export interface Step {
  accepts(character: string): boolean;
  /** Code points at which it may begin or cease to accept characters: between two of them it takes all alike. */
  readonly cuts: readonly number[];
  /** Whether the step may be left out. */
  readonly optional: boolean;
  /** Whether the step may come again and again. */
  readonly repeats: boolean;
}

/**
 * Reads a pattern of characters, `.`, classes (`[A-Z0-9]`, `[^x]`, `\d`, `\w`, `\s`) and the repeats `?`, `*`, `+`,
 * `{n}`, `{n,}`, `{n,m}`. Groups, alternatives, look-arounds and back-references are refused, since with them a
 * pattern can take for ever. A leading `^` and a closing `$` change nothing: the whole text is always matched.
 * @returns the pattern, or what is wrong with it as a sentence
 */
export function compilePattern(source: string): Pattern | { readonly problem: string } {
  const steps: Step[] = [];
  const characters = [...source];
  const end = endsInAnchor(characters) ? characters.length - 1 : characters.length;
  let at = characters[0] === "^" ? 1 : 0;
  while (at < end) {
    const atom = readAtom(characters, at, end);
    if ("problem" in atom) return atom;
    const repeat = readRepeat(characters, atom.next, end);
    if ("problem" in repeat) return repeat;
    at = repeat.next;
    for (let count = 0; count < repeat.least; count++) steps.push({ ...atom, optional: false, repeats: false });
    if (repeat.most === Number.POSITIVE_INFINITY) steps.push({ ...atom, optional: true, repeats: true });
    else
      for (let count = repeat.least; count < repeat.most; count++)
        steps.push({ ...atom, optional: true, repeats: false });
    if (steps.length > MOST_STEPS)
      return { problem: `the pattern asks for more than ${MOST_STEPS} characters; make its repeats smaller` };
  }
  return { matches: (text) => matches(steps, [...text.trim()]), steps };
}

/** Whether a pattern ends in `$`, and not in `\$`, which stands for the character itself. */
function endsInAnchor(characters: readonly string[]): boolean {
  const last = characters.length - 1;
  let backslashes = 0;
  while (characters[last - 1 - backslashes] === "\\") backslashes++;
  return characters[last] === "$" && backslashes % 2 === 0;
}

/** Follows all ways through the pattern at once, one character at a time. */
function matches(steps: readonly Step[], text: readonly string[]): boolean {
  let reached = skip(steps, new Set([0]));
  for (const character of text) {
    const next = new Set<number>();
    for (const at of reached) {
      const step = steps[at];
      if (step?.accepts(character)) next.add(step.repeats ? at : at + 1);
    }
    if (next.size === 0) return false;
    reached = skip(steps, next);
  }
  return reached.has(steps.length);
}

/** Adds the places that optional steps let one go on to. */
export function skip(steps: readonly Step[], reached: Set<number>): Set<number> {
  for (const at of reached) if (steps[at]?.optional) reached.add(at + 1);
  return reached;
}

type Atom = {
  readonly accepts: (character: string) => boolean;
  readonly cuts: readonly number[];
  /** The character it stands for, when it is a single one. */
  readonly character?: string;
  readonly next: number;
};
type Problem = { readonly problem: string };

const shorthands: Readonly<Record<string, Pick<Atom, "accepts" | "cuts">>> = {
  d: { accepts: (character) => /^[0-9]$/.test(character), cuts: [48, 58] },
  w: {
    accepts: (character) => /^[A-Za-z0-9_]$/.test(character),
    cuts: [48, 58, 65, 91, 95, 96, 97, 123],
  },
  s: { accepts: (character) => character.trim() === "", cuts: spaceCuts },
};

const lineEnds = new Set(["\n", "\r", "\u2028", "\u2029"]);

function readAtom(source: readonly string[], at: number, end: number): Atom | Problem {
  const character = source[at] ?? "";
  if (character === "[") return readClass(source, at + 1, end);
  if (character === "\\") return readEscape(source, at + 1, end);
  if (character === ".")
    return { accepts: (found) => !lineEnds.has(found), cuts: [10, 11, 13, 14, 0x2028, 0x202a], next: at + 1 };
  if ("()|".includes(character)) {
    return {
      problem: `groups and alternatives (${character}) are not available in patterns; use oneOf, or one rule for each form`,
    };
  }
  if ("*+?{".includes(character)) return { problem: `${character} repeats what stands before it, and nothing does` };
  if ("^$".includes(character))
    return {
      problem: `${character} is only allowed at the very start or end; write \\${character} for the character itself`,
    };
  return literal(character, at + 1);
}

function readEscape(source: readonly string[], at: number, end: number): Atom | Problem {
  const character = at < end ? source[at] : undefined;
  if (character === undefined) return { problem: "the pattern ends with a lone \\" };
  const shorthand = shorthands[character];
  if (shorthand !== undefined) return { ...shorthand, next: at + 1 };
  if (/^[A-Za-z0-9]$/.test(character))
    return { problem: `\\${character} is not available in patterns; \\d, \\w and \\s are` };
  return literal(character, at + 1);
}

function literal(character: string, next: number): Atom {
  const code = codeOf(character);
  return { accepts: (found) => found === character, cuts: [code, code + 1], character, next };
}

function readClass(source: readonly string[], start: number, end: number): Atom | Problem {
  const negated = source[start] === "^";
  const members: ((character: string) => boolean)[] = [];
  const cuts: number[] = [];
  let at = negated ? start + 1 : start;
  while (at < end && source[at] !== "]") {
    const first = at;
    const from = readMember(source, at, end);
    if ("problem" in from) return from;
    at = from.next;
    members.push(from.accepts);
    cuts.push(...from.cuts);
    if (source[at] !== "-" || source[at + 1] === "]" || at + 1 >= end) continue;
    const to = readMember(source, at + 1, end);
    if ("problem" in to) return to;
    const range = source.slice(first, to.next).join("");
    if (from.character === undefined || to.character === undefined) {
      return { problem: `${range} is no range of characters; write the - last, as in [\\w-]` };
    }
    const [lowest, highest] = [codeOf(from.character), codeOf(to.character)];
    if (lowest > highest) return { problem: `the range ${from.character}-${to.character} runs backwards` };
    members.push((found) => codeOf(found) >= lowest && codeOf(found) <= highest);
    cuts.push(lowest, highest + 1);
    at = to.next;
  }
  if (at >= end) return { problem: "a class [ is not closed with ]" };
  if (members.length === 0) return { problem: "a class [] needs at least one character" };
  return { accepts: (found) => members.some((accepts) => accepts(found)) !== negated, cuts, next: at + 1 };
}

/** One character of a class, or a shorthand such as `\d`. */
function readMember(source: readonly string[], at: number, end: number): Atom | Problem {
  return source[at] === "\\" ? readEscape(source, at + 1, end) : literal(source[at] ?? "", at + 1);
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? -1;
}

type Repeat = { readonly least: number; readonly most: number; readonly next: number };

function readRepeat(source: readonly string[], at: number, end: number): Repeat | Problem {
  const character = at < end ? source[at] : undefined;
  const one: Repeat = { least: 1, most: 1, next: at };
  const repeat =
    character === "?"
      ? { least: 0, most: 1, next: at + 1 }
      : character === "*"
        ? { least: 0, most: Number.POSITIVE_INFINITY, next: at + 1 }
        : character === "+"
          ? { least: 1, most: Number.POSITIVE_INFINITY, next: at + 1 }
          : character === "{"
            ? readCount(source, at, end)
            : one;
  if ("problem" in repeat || repeat === one) return repeat;
  const after = repeat.next < end ? source[repeat.next] : undefined;
  if (after !== undefined && "?*+{".includes(after))
    return { problem: `two repeats in a row (${character}…${after}) are not available in patterns` };
  return repeat;
}

function readCount(source: readonly string[], at: number, end: number): Repeat | Problem {
  const close = source.indexOf("}", at);
  const inner = close < 0 || close >= end ? "" : source.slice(at + 1, close).join("");
  const [, least, most] = /^([0-9]{1,3})(?:,([0-9]{0,3}))?$/.exec(inner) ?? [];
  if (least === undefined) return { problem: "a repeat is written {3}, {2,} or {2,5}, with numbers up to 999" };
  const upper = most === undefined ? Number(least) : most === "" ? Number.POSITIVE_INFINITY : Number(most);
  if (upper < Number(least)) return { problem: `the repeat {${inner}} has its larger number first` };
  return { least: Number(least), most: upper, next: close + 1 };
}
