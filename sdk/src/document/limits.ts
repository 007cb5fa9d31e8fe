/** Longest text read as one document text, in UTF-16 units (32 MiB): a whole JSON or YAML file, one line of NDJSON. Keeps reading within the memory of a browser tab. */
export const MAX_TEXT_LENGTH = 32 * 1024 * 1024;

/** Deepest nesting of lists and mappings, in levels counted from the outermost bracket. Real change orders need fewer than ten; code that walks values may rely on it and recurse. */
export const MAX_DEPTH = 200;

/** Most values (mappings, lists and scalars; keys not counted) in one document text, after each YAML alias is replaced by what it stands for. Stops alias bombs and runaway exports. */
export const MAX_NODES = 1_000_000;

/** Most problems reported for one document; those that stand first in the text are kept. More would only bury the first mistake, which usually causes the others. */
export const MAX_PROBLEMS = 20;

/** Most lexical pieces (words, signs, spaces, line ends) read from one YAML text. The YAML parser keeps an object for each, so a file of nothing but line ends would otherwise exhaust the memory. */
export const MAX_YAML_PIECES = 8_000_000;

/** The sentence for a text nested `found` levels deep. */
export function tooDeep(found: number): string {
  return `lists and mappings are nested ${grouped(found)} levels deep here; at most ${MAX_DEPTH} levels are read`;
}

/** The sentence for a text of `length` UTF-16 units. */
export function tooLong(length: number): string {
  return `this text is ${grouped(length)} characters long; at most ${grouped(MAX_TEXT_LENGTH)} are read at once. Split it into several files, or write one document a line (NDJSON)`;
}

/** The sentence for a YAML text of more than `MAX_YAML_PIECES` pieces. */
export const tooManyPieces =
  "this text has too many lines, words and signs to be read at once; split it into several files, or write one document a line (NDJSON)";

/** The sentence for a text of more than `MAX_NODES` values. */
export const tooMany = `this text holds more than ${grouped(MAX_NODES)} values; split it into several files, or write one document a line (NDJSON)`;

/** A whole number with commas between thousands. Not by `Intl`, whose tables take longer to load than a file to check. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=([0-9]{3})+$)/g, ",");
}
