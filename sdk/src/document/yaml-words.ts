import type { YAMLError } from "yaml";
import { ticks } from "./words.ts";

/** What an error message is made from: the library's message and the text it points at. */
interface Wording {
  readonly said: string;
  readonly at: string;
}

type Sentence = (wording: Wording) => string;

const QUOTE_IT = "if it is a text, put it in quotes";

/** Our wording for the library's codes; each is asked with the piece of text the error points at. */
const SENTENCES: Readonly<Record<YAMLError["code"], Sentence>> = {
  ALIAS_PROPS: () => "a `*` that repeats another value can carry no `&` or `!` mark of its own",
  BAD_ALIAS: ({ at }) => `${ticks(at)} names no mark; a name is expected after \`*\` or \`&\``,
  BAD_COLLECTION_TYPE: unknownTag,
  BAD_DIRECTIVE: ({ at }) => `${ticks(at)} is not a setting YAML knows; remove this line`,
  BAD_DQ_ESCAPE: ({ at }) =>
    `${ticks(at)} has no meaning in double quotes; write a backslash as \`\\\\\`, or use single quotes`,
  BAD_INDENT: badIndent,
  BAD_PROP_ORDER: ({ at }) => `${ticks(at)} stands behind a mark (\`&\` or \`!\`) that belongs after it`,
  BAD_SCALAR_START: ({ at }) =>
    `a value cannot begin with ${at.startsWith("`") ? "a backtick" : ticks(at.slice(0, 1))}; ${QUOTE_IT}`,
  BLOCK_AS_IMPLICIT_KEY: blockAsKey,
  BLOCK_IN_FLOW: () => "indented fields and lists with `-` cannot stand inside brackets; write them in brackets too",
  DUPLICATE_KEY: ({ at }) => `the key ${ticks(at)} is given twice`,
  IMPOSSIBLE: unreadable,
  KEY_OVER_1024_CHARS: () => "a key is longer than 1024 characters; perhaps quotes before it are not closed",
  MISSING_CHAR: missing,
  MULTILINE_IMPLICIT_KEY: () =>
    "a key must stand on one line together with its `:`; perhaps a `:` or a closing quote is missing on a line before",
  MULTIPLE_ANCHORS: ({ at }) => `${ticks(at)} is a second \`&\` mark for the same value; keep one`,
  MULTIPLE_DOCS: () => "a second document begins here",
  MULTIPLE_TAGS: ({ at }) => `${ticks(at)} is a second \`!\` mark for the same value; keep one`,
  NON_STRING_KEY: ({ at }) => `${keyKind(at)} cannot be a key; a key is a plain text such as \`number\``,
  RESOURCE_EXHAUSTION: () => "this part is too large or too deeply nested to be read",
  TAB_AS_INDENT: () => "a tab is used to indent this line; YAML takes only spaces there",
  TAG_RESOLVE_FAILED: unknownTag,
  UNEXPECTED_TOKEN: unexpected,
};

/** A plain sentence for an error of the YAML library. `at` is the text the error points at. */
export function sentenceFor(error: YAMLError, at: string): string {
  const sentence: Sentence = SENTENCES[error.code] ?? unreadable;
  return sentence({ said: error.message, at });
}

function unreadable({ at }: Wording): string {
  return at.trim() === "" ? "this part cannot be read as YAML" : `${ticks(at)} cannot be read as YAML here`;
}

function keyKind(at: string): string {
  return at === "[" || at === "-" ? "a list" : at === "{" ? "a mapping" : ticks(at);
}

function unknownTag({ at }: Wording): string {
  return `the type mark ${ticks(at)} is unknown or does not fit the value after it; remove it and write the value alone`;
}

function badIndent({ said, at }: Wording): string {
  if (said.startsWith("Block scalar"))
    return "this line must be indented further than the field whose text it continues";
  const kind = said.includes("sequence") ? "list items" : "fields";
  const what = at.trim() === "" ? "this line" : ticks(at);
  return `${what} does not begin in the same column as the other ${kind} of its group; indent them all alike`;
}

function blockAsKey({ said }: Wording): string {
  return said.includes("sequence")
    ? "a list begins here where a field is expected; indent its `-` like those of the list it belongs to"
    : `a second key with \`:\` begins on the same line; begin it on a new line, or ${QUOTE_IT}`;
}

function missing({ said, at }: Wording): string {
  if (said.startsWith("Comments")) return "a space is missing before this `#`";
  if (said.startsWith("Implicit map keys")) return `a \`:\` and a value are expected after ${ticks(at)}`;
  if (said.startsWith("Sequence item")) return "a `-` is missing before this list item";
  if (said.startsWith("Missing space after :")) return "a space is missing after this `:`";
  if (said.startsWith("Missing , or :")) return "a `,` or `:` is missing here";
  if (said.startsWith("Missing ,")) return "a `,` is missing before this item";
  if (said.startsWith("Missing newline")) return "the list marked here must begin on a new line";
  if (said.startsWith("Tags and anchors")) return "a space is missing after the `&` or `!` mark";
  if (said.startsWith("Block scalars")) return "the empty lines at the beginning of this text are indented too far";
  if (said.startsWith("Block collection"))
    return "fields cannot begin on the same line as `---`; begin them on the next";
  if (said.includes("directives-end")) return "a line `---` is expected after lines that begin with `%`";
  return unreadable({ said, at });
}

function unexpected({ said, at }: Wording): string {
  if (said.startsWith("Block scalar header"))
    return `${ticks(at)} cannot follow \`|\` or \`>\`; begin the text on the next line`;
  if (said.includes("empty item")) return "an item is missing between these two commas";
  if (said.includes("block-seq-ind on same line"))
    return "a list cannot begin on the same line as its key; begin it on the next";
  return at.trim() === ""
    ? "something is missing or misplaced here"
    : `${ticks(at)} has no place here; check how it is indented, or ${QUOTE_IT}`;
}
