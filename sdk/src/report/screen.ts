let segmenter: Intl.Segmenter | undefined;

/** The characters of a text. The tables for it are slow to load and seldom needed. */
function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return segmenter.segment(text);
}

// Most text; each of its characters is one column, and telling characters apart is slow.
const plain = /^[ -~]*$/;
// Joiners and the tags of flags are parts of emoji and of some scripts.
const partOfCharacter = /\u200c|\u200d|[\u{e0020}-\u{e007f}]/u;

/** One character as a person sees it. */
export interface Cell {
  readonly text: string;
  /** Columns it takes on the screen. */
  readonly width: number;
  /** Where it stands in the text, in UTF-16 units. */
  readonly at: number;
}

/** A text as cells; a tab takes two columns, characters that would steer the terminal are made visible. */
export function cellsOf(text: string): readonly Cell[] {
  if (plain.test(text)) return Array.from(text, (character, at) => ({ text: character, width: 1, at }));
  return Array.from(graphemesOf(text), ({ segment, index }) => {
    const shown = segment === "\t" ? "  " : visible(segment);
    return { text: shown, width: segment === "\t" ? 2 : graphemeWidth(shown), at: index };
  });
}

/** Columns a text takes on the screen. */
export function textWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemesOf(text)) width += graphemeWidth(segment);
  return width;
}

// Patterns with classes of characters stand where they are used: to make them takes a while, and few texts need them.

function graphemeWidth(grapheme: string): number {
  if (/^[\p{Mn}\p{Me}\u200c\u200d]/u.test(grapheme)) return 0;
  return isWide(grapheme) || isEmoji(grapheme) ? 2 : 1;
}

/** Whether a text begins with an East Asian script or a symbol that takes two columns. */
function isWide(text: string): boolean {
  return /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u.test(
    text,
  );
}

function isEmoji(text: string): boolean {
  return /^(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\p{Regional_Indicator}{2})/u.test(text);
}

/** A text that shows all it holds: control characters and marks of writing direction can't hide or change what is printed. */
export function visible(text: string): string {
  if (plain.test(text)) return text;
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 32) return String.fromCodePoint(0x2400 + code);
    if (code === 127) return "␡";
    return partOfCharacter.test(character) ? character : "\ufffd";
  });
}

/** A text on as many lines as it needs, broken at spaces. A word that is too long stays whole, so that links keep working. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const shown = visible(word);
    const size = textWidth(shown);
    if (line !== "" && used + 1 + size > width) {
      lines.push(line);
      line = "";
      used = 0;
    }
    used += size + (line === "" ? 0 : 1);
    line += line === "" ? shown : ` ${shown}`;
  }
  if (line !== "") lines.push(line);
  return lines;
}
