import { type Document, visit, type YAMLError } from "yaml";
import { isControl } from "./binary.ts";
import { MAX_PROBLEMS } from "./limits.ts";
import { type Fault, fatal } from "./reading.ts";
import { ticks } from "./words.ts";
import { sentenceFor } from "./yaml-words.ts";

const TAG_CODES: ReadonlySet<string> = new Set(["TAG_RESOLVE_FAILED", "BAD_COLLECTION_TYPE"]);

/** What the YAML library finds wrong with a document, one fault a place, first ones first. */
export function faultsOf(document: Document.Parsed, text: string): Fault[] {
  // The library only warns of unknown types, but then takes the value for a text it may not be.
  const tags = document.warnings.filter((warning) => TAG_CODES.has(warning.code));
  const errors = [...document.errors, ...tags].sort((a, b) => a.pos[0] - b.pos[0]);
  const faults = new Map<number, Fault>();
  let done = -1;
  for (const [index, error] of errors.entries()) {
    if (faults.size === MAX_PROBLEMS) break;
    if (error.pos[0] < done) continue;
    // Further errors at one place are only consequences of the first.
    if (index > 0 && errors[index - 1]?.pos[0] === error.pos[0]) continue;
    const twin = errors[index + 1]?.pos[0] === error.pos[0] ? errors[index + 1] : undefined;
    const run = error.code === "UNEXPECTED_TOKEN" ? runEnd(errors, index, text) : error.pos[1];
    if (error.code === "UNEXPECTED_TOKEN") done = run;
    const fault = unclosed(document, error, text) ?? deeperLine(error, twin, text) ?? plainFault(error, text, run);
    if (!faults.has(fault.start)) faults.set(fault.start, fault);
  }
  return [...faults.values()].sort((a, b) => a.start - b.start);
}

/** The end of a stretch of one line whose every piece the library calls unexpected. */
function runEnd(errors: readonly YAMLError[], index: number, text: string): number {
  let end = errors[index]?.pos[1] ?? 0;
  for (let next = index + 1; next < errors.length; next++) {
    const error = errors[next];
    if (error?.code !== "UNEXPECTED_TOKEN" || /[^ \t]/.test(text.slice(end, error.pos[0]))) break;
    end = Math.max(end, error.pos[1]);
  }
  return end;
}

function plainFault(error: YAMLError, text: string, runEnd: number): Fault {
  const [start, own] = extent(error, text);
  const end = Math.min(Math.max(own, runEnd), text.length);
  const id = error.code === "RESOURCE_EXHAUSTION" ? "document/limit" : "document/syntax";
  return fatal(id, sentenceFor(error, text.slice(start, end)), start, end);
}

/** The library reports a missing quote or bracket where the text ends; people look for the one that opens. */
function unclosed(document: Document.Parsed, error: YAMLError, text: string): Fault | undefined {
  if (!/closing|end with a/.test(error.message)) return undefined;
  let start = -1;
  visit(document, {
    Node: (_key, { range }) => {
      if (range && range[1] === error.pos[0] && "\"'[{".includes(text[range[0]] ?? " ")) start = range[0];
    },
  });
  if (start < 0) return undefined;
  const sign = text[start] ?? "";
  const end = sign === "[" ? "]" : sign === "{" ? "}" : sign;
  const message = `this ${ticks(sign)} is never closed; a ${ticks(end)} is missing`;
  return fatal("document/syntax", message, start, start + 1);
}

/** A field indented under another that already has a value: the library takes both lines for one key. */
function deeperLine(error: YAMLError, twin: YAMLError | undefined, text: string): Fault | undefined {
  const multiline = [error, twin].find((one) => one?.code === "MULTILINE_IMPLICIT_KEY");
  const asKey = [error, twin].some((one) => one?.code === "BLOCK_AS_IMPLICIT_KEY");
  if (multiline === undefined || !asKey) return undefined;
  const end = Math.min(multiline.pos[1], text.length);
  const lastLine = /[^\r\n]*$/.exec(text.slice(multiline.pos[0], end))?.[0].trimStart() ?? "";
  if (lastLine === "") return undefined;
  const message = `${ticks(lastLine)} is indented further than the field before it, which already has a value; indent both alike`;
  return fatal("document/syntax", message, end - lastLine.length, end);
}

/** The library often points at one unit only, or at the blanks before what it means. */
function extent(error: YAMLError, text: string): readonly [number, number] {
  const start = Math.min(Math.max(error.pos[0], 0), text.length);
  const end = Math.min(Math.max(error.pos[1], start), text.length);
  if (error.code === "BAD_DQ_ESCAPE") return [start, Math.max(end, Math.min(start + 2, text.length))];
  const moves = error.code === "BAD_INDENT" || error.code === "BLOCK_AS_IMPLICIT_KEY";
  if (end - start > 1 || (!moves && error.code !== "BAD_SCALAR_START")) return [start, end];
  let from = start;
  if (moves) while (" \t\r\n".includes(text[from] ?? "x")) from++;
  return [from, from + (/^[^\r\n]*/.exec(text.slice(from, from + 200))?.[0].trimEnd().length ?? 0)];
}

/** Control characters, which YAML forbids even in quotes; the library would trip over some of them. */
export function controlFaults(text: string): Fault[] {
  const faults: Fault[] = [];
  for (let at = 0; at < text.length && faults.length < MAX_PROBLEMS; at++) {
    const code = text.charCodeAt(at);
    if (!isControl(code)) continue;
    const written = `\\x${code.toString(16).padStart(2, "0")}`;
    const message = `an invisible control character stands here; remove it, or write it as \`${written}\` in double quotes`;
    faults.push(fatal("document/syntax", message, at, at + 1));
  }
  return faults;
}
