import { Composer, type CST, type Document, Lexer, Parser, Schema } from "yaml";
import { MAX_DEPTH, MAX_NODES, MAX_YAML_PIECES, tooDeep, tooMany, tooManyPieces } from "./limits.ts";
import { type Fault, fatal } from "./reading.ts";
import { YamlDepth } from "./yaml-depth.ts";

// One schema for all documents: building it takes longer than reading a small document. It stays
// the YAML 1.2 core schema even after `%YAML 1.1`, under which `0520` would mean 336.
const SCHEMA = new Schema({ schema: "core", merge: false, resolveKnownTags: false });

const OPTIONS = {
  schema: SCHEMA,
  merge: false,
  resolveKnownTags: false,
  stringKeys: true,
  // The library compares each key with every other; the builder finds duplicates in one go.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: "silent",
} as const;

const SCALAR_FOLLOWS = "\x1f";

/** What a document costs beyond its pieces, in pieces: the library sets up much for each. */
const DOCUMENT_COST = 8;

/** The documents of a YAML stream, and the limit at which reading stopped, if it did. */
export interface YamlStream {
  readonly documents: readonly Document.Parsed[];
  readonly stop: Fault | undefined;
}

/** Reads a YAML text and keeps all its documents. */
export function readStream(text: string): YamlStream {
  const documents: Document.Parsed[] = [];
  const stop = readEach(text, (document) => documents.push(document));
  return { documents, stop };
}

/**
 * Reads a YAML text piece by piece instead of with the library's `parseAllDocuments`, to stop at a
 * limit before the library recurses or fills the memory.
 * @param onDocument called with each document as it is complete
 * @returns the limit at which reading stopped, if it did
 */
export function readEach(text: string, onDocument: (document: Document.Parsed) => void): Fault | undefined {
  const parser = new Parser();
  const composer = new Composer(OPTIONS);
  const take = (token: CST.Token) => {
    for (const document of composer.next(token)) onDocument(document);
  };
  const finish = (stop: Fault | undefined): Fault | undefined => {
    for (const document of composer.end(stop === undefined, text.length)) onDocument(document);
    return stop;
  };
  const gauge = new YamlDepth();
  let pieces = 0;
  let values = 0;
  let isScalar = false;
  let tooDeepAt: number | undefined;
  for (const piece of new Lexer().lex(text)) {
    gauge.next(piece, isScalar);
    // Once too deep, only the gauge goes on, to say how deep.
    if (tooDeepAt === undefined) {
      const offset = parser.offset;
      for (const token of parser.next(piece)) take(token);
      if (parser.stack.length > MAX_DEPTH) tooDeepAt = firstTooDeep(parser.stack);
      if (!isScalar && (piece === "-" || piece === ":" || piece === ",")) values++;
      pieces += !isScalar && piece === "---" ? DOCUMENT_COST : 1;
      const excess = values > MAX_NODES ? tooMany : pieces > MAX_YAML_PIECES ? tooManyPieces : undefined;
      if (excess) return finish(fatal("document/limit", excess, offset, offset + 1));
    }
    isScalar = !isScalar && piece === SCALAR_FOLLOWS;
  }
  // The parser also nests when it loses its way in faulty text (`a: b: c` on line after line); the
  // composer then says what is wrong with the part read so far.
  if (tooDeepAt !== undefined && gauge.deepest > MAX_DEPTH) {
    return finish(fatal("document/limit", tooDeep(gauge.deepest), tooDeepAt, tooDeepAt + 1));
  }
  for (const token of parser.end()) take(token);
  return finish(undefined);
}

function firstTooDeep(stack: readonly CST.Token[]): number | undefined {
  let depth = 0;
  for (const token of stack) {
    const nests = token.type === "block-map" || token.type === "block-seq" || token.type === "flow-collection";
    if (nests && ++depth > MAX_DEPTH) return token.offset;
  }
  return undefined;
}
