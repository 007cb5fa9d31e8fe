import { type Path, type TextDocument, valueAt } from "@erp-export-rules/sdk/text";
import type { InlayHint, Range } from "vscode-languageserver-types";
import type { PccoFile, PccoRecord, Surroundings, SurroundingsOf } from "../model.ts";
import { type ContractLine, contractLines, lineOf } from "./contract-lines.ts";
import { entryAt } from "./dictionary.ts";
import { innerPcco } from "./inner-path.ts";
import { type Length, lengthAt } from "./limits.ts";

/** How many characters below its limit the length of a text is shown. */
const near = 2;

/** Descriptions are cut here: a hint must not push the line out of sight. */
const longestDescription = 40;

/**
 * What a file does not say itself, beside its values: labels of statuses, the contract line and Billing Item Code behind an
 * Associated Line Item, and the length of texts that are too long or nearly so.
 * @param range the lines that are shown
 */
export function pccoInlayHints(file: PccoFile, range: Range, surroundingsOf: SurroundingsOf): InlayHint[] {
  return file.records
    .filter((record) => record.startLine <= range.end.line && record.endLine > range.start.line)
    .flatMap((record) => hintsOf(record, range, surroundingsOf));
}

/** A PCCO whose hints are made. */
interface Shown {
  readonly document: TextDocument;
  readonly range: Range;
  readonly surroundings: Surroundings;
  /** The PCCO itself. */
  readonly pcco: unknown;
  /** The path that leads to it. */
  readonly at: Path;
  readonly contract: readonly ContractLine[];
}

function hintsOf(record: PccoRecord, range: Range, surroundingsOf: SurroundingsOf): InlayHint[] {
  const document = record.document();
  if (typeof document.value !== "object" || document.value === null) return [];
  const surroundings = surroundingsOf(document.value);
  if ("cannot" in surroundings) return [];
  const { value: pcco, path: at } = innerPcco(document.value);
  const contract = contractLines(surroundings.context, document.value) ?? [];
  const shown: Shown = { document, range, surroundings, pcco, at, contract };
  const lines = valueAt(pcco, ["line_items"]);
  return [
    ...textHints(shown, []),
    ...statusHint(shown),
    ...stateHint(shown),
    ...(Array.isArray(lines) ? lines.flatMap((_, index) => lineHints(shown, ["line_items", index])) : []),
  ];
}

function lineHints(shown: Shown, line: Path): InlayHint[] {
  const place = shown.document.valueRange([...shown.at, ...line]);
  if (place === undefined || place.end.line < shown.range.start.line || place.start.line > shown.range.end.line)
    return [];
  return [...associationHint(shown, line), ...textHints(shown, line)];
}

/** The texts of a PCCO (or of a line of it) that are too long or nearly so. */
function textHints(shown: Shown, group: Path): InlayHint[] {
  const fields = valueAt(shown.pcco, group);
  if (typeof fields !== "object" || fields === null) return [];
  return Object.entries(fields).flatMap(([key, value]) => {
    const path = [...group, key];
    const length = lengthAt(shown.surroundings.rules.definition, path, value);
    if (length === undefined || !isNear(length)) return [];
    return hint(
      shown,
      path,
      written(length),
      `${length.length} of at most ${length.limit} characters: ${length.rule}.`,
    );
  });
}

function isNear({ length, limit }: Length): boolean {
  return length >= limit - near;
}

function written({ length, limit }: Length): string {
  return `${length}/${limit}`;
}

function statusHint(shown: Shown): InlayHint[] {
  const { field } = entryAt(shown.surroundings.rules.definition, ["status"]);
  const value = valueAt(shown.pcco, ["status"]);
  const choices = field?.choices ?? {};
  if (typeof value !== "string" || !Object.hasOwn(choices, value)) return [];
  return labelHint(shown, ["status"], value, choices[value], "What Procore shows as the status.");
}

function stateHint(shown: Shown): InlayHint[] {
  const { rules } = shown.surroundings;
  const value = valueAt(shown.pcco, ["erp", "status"]);
  if (typeof value !== "string" || typeof shown.pcco !== "object") return [];
  const state = rules.definition.states[rules.statusOf({ ...shown.pcco })];
  const lock = state?.locked ? "locked" : "not locked";
  return labelHint(shown, ["erp", "status"], value, state?.label, `The ERP status; the PCCO is ${lock}.`);
}

/** A label, unless it only repeats the token in other letters. */
function labelHint(shown: Shown, path: Path, token: string, label: string | undefined, tooltip: string): InlayHint[] {
  const isSame = label === undefined || bare(label) === bare(token);
  return isSame ? [] : hint(shown, path, label, tooltip);
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function associationHint(shown: Shown, line: Path): InlayHint[] {
  const path = [...line, "prime_line_item_id"];
  const found = lineOf(shown.contract, valueAt(shown.pcco, path));
  if (found === undefined) return [];
  const own = valueAt(shown.pcco, [...line, "billing_item_code"]);
  const hasOwn = typeof own === "string" && own.trim() !== "";
  const { code, description } = found;
  const length = lengthAt(shown.surroundings.rules.definition, [...line, "billing_item_code"], code);
  const suffix = length !== undefined && isNear(length) ? ` (${written(length)})` : "";
  const resolved = code === undefined ? "no Billing Item Code" : `${code}${suffix}`;
  const parts = [...(hasOwn ? [] : [resolved]), ...(description === undefined ? [] : [shortened(description)])];
  const whence = hasOwn
    ? `The line has a Billing Item Code of its own, ${own}.`
    : code === undefined
      ? "It has no Billing Item Code, so the line has none either."
      : `The line's Billing Item Code is taken from it: ${code}.`;
  const name = `Line ${found.id} of the prime contract${description === undefined ? "" : `, ${description}`}.`;
  return parts.length === 0 ? [] : hint(shown, path, parts.join(" · "), `${name} ${whence}`);
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= longestDescription ? text : `${characters.slice(0, longestDescription - 1).join("")}…`;
}

function hint({ document, at, range }: Shown, path: Path, label: string, tooltip: string): InlayHint[] {
  const position = document.valueRange([...at, ...path])?.end;
  if (position === undefined || position.line < range.start.line || position.line > range.end.line) return [];
  return [{ position, label, tooltip, paddingLeft: true }];
}
