import { type Path, valueAt } from "@erp-export-rules/sdk/text";
import { CompletionItemKind } from "vscode-languageserver-types";
import { dottedPath } from "../pcco/inner-path.ts";
import { type Choice, nameChoices, ruleSetChoices } from "./choices.ts";
import { at, type CompletionRequest } from "./completion-request.ts";
import { namesOfTest } from "./name-places-tests.ts";
import { scalarText } from "./scalar-text.ts";
import { documentNames } from "./test-documents.ts";

/** The values that make sense in a rule test file; `undefined` where only its schema tells. */
export function testValues(path: Path, request: CompletionRequest): readonly Choice[] | undefined {
  const [section, index, key, pointer] = path;
  const place = namesOfTest(() => "send")(path, "value", undefined);
  // An exception speaks of what its matrix is made of.
  if (section === "matrix" && key === "except" && path.length === 6 && place !== undefined && place.kind !== "rule")
    return ownOfMatrix(at(request, ["matrix", index ?? 0]), String(path[4]), request);
  switch (place?.kind) {
    case "ruleSet":
      return ruleSetChoices(request);
    case "document":
      return documentNames(request.content, section === "variants" ? String(index) : undefined).map(
        ({ name, detail }) => ({ value: name, kind: CompletionItemKind.Variable, detail }),
      );
    case "context":
      return own("contexts", CompletionItemKind.Variable, request);
    case "actor":
      return own("actors", CompletionItemKind.Class, request);
    case "state": {
      const refused: Choice = {
        value: "refused",
        kind: CompletionItemKind.EnumMember,
        detail: "The event can't happen",
      };
      const states = nameChoices("state", request.names.of("state"));
      const isExpected = path.at(-1) === "moves" || (section === "matrix" && key === "default");
      return isExpected ? [...states, refused] : states;
    }
  }
  if (place !== undefined) return nameChoices(place.kind, request.names.of(place.kind));
  if (section === "documents" && path.length > 2) return documentValues(path.slice(2), request);
  if ((section === "cases" || section === "variants") && key === "change" && typeof pointer === "string")
    return documentValues([...pointer.slice(1).split("/").map(stepOf), ...path.slice(4)], request);
  return undefined;
}

/** The documents, actors or events that a matrix is made of. */
function ownOfMatrix(matrix: unknown, list: string, request: CompletionRequest): readonly Choice[] {
  const names = valueAt(matrix, [list]);
  const details = request.names.of("event");
  const kind = list === "events" ? CompletionItemKind.Event : CompletionItemKind.Variable;
  return (Array.isArray(names) ? names.flatMap((name) => scalarText(name) ?? []) : []).map((value) => ({
    value,
    kind,
    detail: list === "events" ? details.find(({ name }) => name === value)?.detail : undefined,
  }));
}

/** The names of contexts or actors of the file itself. */
function own(section: string, kind: CompletionItemKind, request: CompletionRequest): readonly Choice[] {
  const entries = Object.entries(Object(at(request, [section])));
  return entries.map(([value, entry]) => {
    const title = valueAt(entry, ["title"]);
    return { value, kind, detail: typeof title === "string" ? title : undefined };
  });
}

/** The words that a field of a PCCO can be, by the dictionary of the rule set. */
function documentValues(path: Path, { names }: CompletionRequest): readonly Choice[] | undefined {
  const dotted = dottedPath(path);
  const field = names.of("field").find(({ entry }) => entry["path"] === dotted && entry["in"] === undefined)?.entry;
  const choices = Object.entries(Object(field?.["choices"]));
  if (choices.length === 0) return undefined;
  return choices.map(([value, detail]) => ({ value, kind: CompletionItemKind.EnumMember, detail: scalarText(detail) }));
}

/** A step of a JSON Pointer: digits are a position in a list. */
export function stepOf(step: string): string | number {
  return /^\d+$/.test(step) ? Number(step) : step.replaceAll("~1", "/").replaceAll("~0", "~");
}
