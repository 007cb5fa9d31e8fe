import { type Path, parseText, valueAt } from "@erp-export-rules/sdk/text";
import type { Position } from "vscode-languageserver-types";
import type { Location } from "../location/location.ts";
import { locationAt } from "../location/location-at.ts";
import type { PccoFile, PccoRecord } from "../model.ts";
import { innerPath } from "./inner-path.ts";
import { linesOf } from "./record-lines.ts";

/** A cursor in a PCCO, also in one that is half typed. */
export interface Asked {
  readonly record: PccoRecord;
  readonly location: Location;
  /** The path of `location` from the PCCO itself. */
  readonly path: Path;
  /** The PCCO as far as it can be read, as the file gives it. */
  readonly value: unknown;
}

/** Texts of more characters are not read a second time for what is half typed in them. */
const longestMended = 200_000;

/** Where a cursor stands; `undefined` where nothing can be written. */
export function askedAt(file: PccoFile, position: Position): Asked | undefined {
  const record = file.recordAt(position.line, position.character);
  const text = linesOf(file, record);
  const location = locationAt(text, file.format, position, record.startLine);
  if (location === undefined) return undefined;
  const [first, ...rest] = location.path;
  const value = record.document().value ?? mended(file, text, record.startLine, location);
  return { record, location, path: innerPath(typeof first === "number" ? rest : location.path), value };
}

/** The value of a PCCO that can't be read because of what is half typed at the cursor: read without it, or at least its pins. */
function mended(file: PccoFile, text: string, startLine: number, location: Location): unknown {
  const value = text.length > longestMended ? undefined : withoutWord(file, text, startLine, location);
  return value ?? pinsIn(text);
}

function withoutWord(file: PccoFile, text: string, startLine: number, location: Location): unknown {
  const { replace, commaAt, needsColon, needsComma, part, path } = location;
  const isKey = part === "key" || (part === "either" && file.format !== "yaml");
  const word = isKey && !needsColon ? undefined : isKey ? '"~": null' : "null";
  const lines = text.split("\n");
  const put = (line: number, start: number, end: number, inserted: string): void => {
    const old = lines[line - startLine] ?? "";
    lines[line - startLine] = `${old.slice(0, start)}${inserted}${old.slice(end)}`;
  };
  if (word !== undefined) {
    const { start, end } = replace;
    put(start.line, start.character, end.character, ` ${word}${needsComma ? "," : ""}`);
  }
  if (commaAt !== undefined) put(commaAt.line, commaAt.character, commaAt.character, ",");
  const { documents } = parseText(lines.join("\n"), { format: file.format === "ndjson" ? "json" : file.format });
  const index = typeof path[0] === "number" ? path[0] : 0;
  return documents.find((document) => document.index === index)?.value;
}

/** What the PCCO is to be judged by, read by its signs alone. */
function pinsIn(text: string): unknown {
  const pin = (key: string): string | undefined => {
    const [, quoted, plain] =
      new RegExp(`["']?\\$${key}["']?\\s*:\\s*(?:["']([^"'\\n]*)["']|([^\\s"'{\\[#,]+))`).exec(text) ?? [];
    return quoted ?? plain;
  };
  const [rules, context] = [pin("rules"), pin("context")];
  return { ...(rules === undefined ? {} : { $rules: rules }), ...(context === undefined ? {} : { $context: context }) };
}

/** The value of the line (`line_items[n]`) around a path; `undefined` outside of lines. */
export function lineAround(value: unknown, path: Path): unknown {
  const [list, index] = path;
  return typeof list === "string" && typeof index === "number" ? valueAt(value, [list, index]) : undefined;
}
