/** A word of a line: a scalar or a key, with its quotes. */
export interface Word {
  readonly start: number;
  /** The first character after it. */
  readonly end: number;
  /** What it says: its characters without the quotes. */
  readonly text: string;
  readonly quote: '"' | "'" | undefined;
  /** Whether the quote at its begin has its partner. A word without quotes is closed. */
  readonly isClosed: boolean;
}

/** The column of the first character that is no space; the length of the line when there is none. */
export function firstColumn(line: string, from = 0): number {
  let at = from;
  while (at < line.length && isSpace(line, at)) at++;
  return at;
}

export function isSpace(line: string, at: number): boolean {
  const character = line.charCodeAt(at);
  return character === 32 || character === 9 || character === 0xfeff;
}

/** Whether a comment of YAML begins here. */
export function isComment(line: string, at: number): boolean {
  return line[at] === "#" && (at === 0 || isSpace(line, at - 1));
}

/**
 * A word in quotes. One that is not closed on its line ends where a person would end it, so that what stands below is still read.
 * @param isFlow whether brackets are around it, whose signs then end it
 */
export function quotedWord(line: string, start: number, isFlow: boolean): Word {
  const quote = line[start] === "'" ? "'" : '"';
  for (let at = start + 1; at < line.length; at++) {
    if (quote === '"' && line[at] === "\\") at++;
    else if (line[at] === quote) {
      if (quote === "'" && line[at + 1] === "'") at++;
      else return { start, end: at + 1, text: line.slice(start + 1, at), quote, isClosed: true };
    }
  }
  const rest = line.slice(start + 1);
  const stop = isFlow ? rest.search(/[,{}[\]]/) : rest.search(/\s#/);
  const text = (stop < 0 ? rest : rest.slice(0, stop)).trimEnd();
  return { start, end: start + 1 + text.length, text, quote, isClosed: false };
}

/** A word without quotes in a block: up to a comment or the end of the line. */
export function plainWord(line: string, start: number): Word {
  let end = start;
  while (end < line.length && !isComment(line, end)) end++;
  return plain(line, start, end);
}

/** A word without quotes between brackets. In JSON it is what people type before they think of the quotes. */
export function flowWord(line: string, start: number, isJson: boolean): Word {
  let end = start;
  while (end < line.length && !(isJson ? endsJsonWord(line, end) : endsFlowWord(line, end))) end++;
  return plain(line, start, end);
}

function plain(line: string, start: number, end: number): Word {
  const text = line.slice(start, end).trimEnd();
  return { start, end: start + text.length, text, quote: undefined, isClosed: true };
}

function endsJsonWord(line: string, at: number): boolean {
  return isSpace(line, at) || ',:{}[]"'.includes(line.charAt(at));
}

function endsFlowWord(line: string, at: number): boolean {
  return ",{}[]".includes(line.charAt(at)) || isComment(line, at) || isFlowColon(line, at);
}

/** Whether the colon here ends a key between brackets. */
function isFlowColon(line: string, at: number): boolean {
  if (line[at] !== ":") return false;
  return at + 1 >= line.length || isSpace(line, at + 1) || ",{}[]".includes(line.charAt(at + 1));
}

/** A key of a block with the place of its colon; `undefined` when no key stands here. */
export function blockKey(line: string, start: number): { readonly word: Word; readonly colon: number } | undefined {
  if (line[start] === '"' || line[start] === "'") {
    const word = quotedWord(line, start, false);
    const colon = firstColumn(line, word.end);
    return word.isClosed && isBlockColon(line, colon) ? { word, colon } : undefined;
  }
  if ("{}[],#|>&*!%@`".includes(line.charAt(start))) return undefined;
  for (let at = start; at < line.length && !isComment(line, at); at++) {
    if (isBlockColon(line, at)) return { word: plain(line, start, at), colon: at };
  }
  return undefined;
}

function isBlockColon(line: string, at: number): boolean {
  return line[at] === ":" && (at + 1 >= line.length || isSpace(line, at + 1));
}

/** Whether the dash of a list item stands here. */
export function isDash(line: string, at: number): boolean {
  return line[at] === "-" && (at + 1 >= line.length || isSpace(line, at + 1));
}

/** Where the value begins behind anchors and tags. */
export function behindProperties(line: string, from: number): number {
  let at = firstColumn(line, from);
  while (line[at] === "&" || line[at] === "!") {
    while (at < line.length && !isSpace(line, at)) at++;
    at = firstColumn(line, at);
  }
  return at;
}
