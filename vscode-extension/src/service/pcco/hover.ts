import { type Path, type Spot, valueAt } from "@erp-export-rules/sdk/text";
import type { Hover, Position, Range } from "vscode-languageserver-types";
import type { PccoFile, PccoRecord, Surroundings, SurroundingsOf } from "../model.ts";
import { shapeAt } from "../schema-shape.ts";
import { askedAt } from "./asked.ts";
import { labelAt } from "./dictionary.ts";
import { explainRulesAt } from "./explain-rules.ts";
import { explainValue } from "./explain-value.ts";
import { dottedPath, innerPath } from "./inner-path.ts";
import { code, plain } from "./markdown.ts";

/** What stands at a position: the field and what it means, its value explained, and every rule about it with what it says here. */
export function pccoHover(file: PccoFile, position: Position, surroundingsOf: SurroundingsOf): Hover | undefined {
  const record = file.recordAt(position.line, position.character);
  const found = spotIn(record, position) ?? halfTypedSpot(file, position);
  if (found === undefined) return undefined;
  const path = innerPath(found.path);
  const surroundings = surroundingsOf(found.value);
  const sections =
    "cannot" in surroundings
      ? [...head(path, undefined), ...(isPin(path, surroundings.cannot) ? [plain(surroundings.problem)] : [])]
      : [
          ...head(path, surroundings),
          ...explainValue(path, found.value, surroundings),
          explainRulesAt(path, found.path, record, surroundings, surroundingsOf).join("\n"),
        ];
  const value = sections.filter((section) => section !== "").join("\n\n");
  return value === "" ? undefined : { contents: { kind: "markdown", value }, range: found.range };
}

interface FoundSpot {
  readonly path: Path;
  readonly range: Range;
  /** The PCCO as far as it can be read. */
  readonly value: unknown;
}

/** A key, or a value that is no group: hovering over the space between fields tells nothing. */
function spotIn(record: PccoRecord, position: Position): FoundSpot | undefined {
  const document = record.document();
  const spot: Spot | undefined = document.spotAt(position);
  if (spot === undefined) return undefined;
  const isGroup = typeof (valueAt(document.value, spot.path) ?? undefined) === "object";
  if (spot.part === "value" && isGroup) return undefined;
  const range = spot.part === "key" ? document.keyRange(spot.path) : document.valueRange(spot.path);
  return range && { path: spot.path, range, value: document.value };
}

function halfTypedSpot(file: PccoFile, position: Position): FoundSpot | undefined {
  const asked = askedAt(file, position);
  if (asked === undefined || asked.location.word === "" || asked.record.document().value !== undefined)
    return undefined;
  const { path, location, value } = asked;
  return { path: location.part === "value" ? path : [...path, location.word], range: location.replace, value };
}

/** What people call a field, how it is written, and what the schema says it means. */
function head(path: Path, surroundings: Surroundings | undefined): readonly string[] {
  const key = path.findLast((step) => typeof step === "string");
  const shape = shapeAt("pcco", path);
  const label = labelAt(surroundings?.rules.definition, path);
  if (key === undefined || (shape === undefined && label === undefined)) return [];
  const name = label === undefined ? `**${code(String(key))}**` : `**${plain(label)}** ${code(dottedPath(path))}`;
  return [name, shape?.description ?? ""];
}

function isPin(path: Path, cannot: "rules" | "context"): boolean {
  return path[0] === `$${cannot}`;
}
