import type { Document } from "yaml";
import { isScalar } from "yaml";
import { refuse } from "./json.ts";
import { LineIndex } from "./lines.ts";
import { brokenDocument, documentsOf, fatal, type Source } from "./reading.ts";
import type { TextDocument } from "./text.ts";
import { EXPECTED } from "./words.ts";
import { buildDocument } from "./yaml-build.ts";
import { controlFaults, faultsOf } from "./yaml-faults.ts";
import { parseQuickYaml } from "./yaml-quick.ts";
import { readEach } from "./yaml-stream.ts";

/** Reads a YAML 1.2 text (core schema) of one or several documents. Never throws. */
export function parseYaml(text: string): TextDocument[] {
  return parseQuickYaml(text) ?? parseYamlByLibrary(text);
}

/** Reads as `parseYaml` does, but also the usual YAML by way of the library, which says what is right. */
export function parseYamlByLibrary(text: string): TextDocument[] {
  const source = { text, lines: new LineIndex(text) };
  const refusal = refuse(text, text.startsWith("\uFEFF") ? 1 : 0, "this file");
  const faults = refusal ? [refusal] : controlFaults(text);
  if (faults.length > 0) return [brokenDocument(source, 0, faults)];
  // To YAML a lone CR ends a line, but not to the library. The lengths agree, so the positions do.
  const documents: TextDocument[] = [];
  const stop = readEach(text.replace(/\r(?!\n)/g, "\n"), (document) => {
    for (const read of readDocument(document, source, documents.length)) documents.push(read);
  });
  if (stop) documents.push(brokenDocument(source, documents.length, [stop]));
  if (documents.length > 0) return documents;
  return [brokenDocument(source, 0, [fatal("document/syntax", `this file is empty; ${EXPECTED}`, 0, 0)])];
}

function readDocument(document: Document.Parsed, source: Source, first: number): TextDocument[] {
  const faults = faultsOf(document, source.text);
  if (faults.length > 0) return [brokenDocument(source, first, faults)];
  if (isEmpty(document)) return [];
  return documentsOf(source, buildDocument(document, source), first, "this file");
}

function isEmpty(document: Document.Parsed): boolean {
  const { contents } = document;
  if (contents === null) return true;
  return isScalar(contents) && contents.value === null && contents.range[0] === contents.range[1];
}
