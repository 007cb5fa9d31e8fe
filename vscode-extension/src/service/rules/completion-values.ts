import { keywords } from "@erp-export-rules/sdk/authoring";
import type { Path } from "@erp-export-rules/sdk/text";
import { CompletionItemKind } from "vscode-languageserver-types";
import { shapeAt } from "../schema-shape.ts";
import { type Choice, nameChoices, ruleSetChoices } from "./choices.ts";
import { at, type CompletionRequest } from "./completion-request.ts";
import { testValues } from "./completion-test-values.ts";
import { documentPaths, itemProperties } from "./document-paths.ts";
import { conditionAt, namesOfRules } from "./name-places.ts";
import { isGroup } from "./names.ts";
import { scalarText } from "./scalar-text.ts";

/** The values that make sense at a path; none where anything may stand. */
export function choicesAt(path: Path, request: CompletionRequest): readonly Choice[] {
  if (request.kind === "tests") return testValues(path, request) ?? wordsOfSchema(path, request);
  const [section, , key] = path;
  if (section === "extends") return ruleSetChoices(request);
  if (section === "fields" && key === "path") return pathChoices(at(request, [...path.slice(0, 2), "in"]));
  if (section === "fields" && key === "otherwise") return otherwiseChoices(path, request);
  const settings = settingsAt(path);
  if (settings !== undefined) {
    const found = settingChoices(path, settings, request);
    if (found !== undefined) return found;
  }
  const place = namesOfRules(path, "value", undefined);
  if (place === undefined) return wordsOfSchema(path, request);
  return place.kind === "input" ? inputChoices(path, request) : nameChoices(place.kind, request.names.of(place.kind));
}

/** What the schema counts. */
function wordsOfSchema(path: Path, { kind }: CompletionRequest): readonly Choice[] {
  const shape = shapeAt(kind, path);
  if (shape === undefined) return [];
  const words = shape.types.has("boolean") && shape.types.size === 1 ? [true, false] : shape.values;
  return words.map((value) => ({ value, kind: CompletionItemKind.EnumMember, documentation: shape.description }));
}

function pathChoices(where: unknown): readonly Choice[] {
  if (where === "input") return [];
  return documentPaths(where === "context" ? "context" : "document").map(({ path, description }) => ({
    value: path,
    kind: CompletionItemKind.Property,
    documentation: description,
  }));
}

function otherwiseChoices(path: Path, { names, ...request }: CompletionRequest): readonly Choice[] {
  const [, , , key] = path;
  if (key === "field" || key === "matching") return nameChoices("field", names.of("field"));
  const of = (paths: ReturnType<typeof documentPaths>): readonly Choice[] =>
    paths.map((each) => ({ value: each.path, kind: CompletionItemKind.Property, documentation: each.description }));
  if (key === "from") return of(documentPaths("context").filter(({ isList }) => isList));
  const from = at({ names, ...request }, [...path.slice(0, 3), "from"]);
  return key === "take" && typeof from === "string" ? of(itemProperties(from)) : [];
}

function inputChoices(path: Path, request: CompletionRequest): readonly Choice[] {
  const inputs = at(request, [...path.slice(0, 2), "input"]);
  return Object.keys(Object(inputs)).map((value) => ({ value, kind: CompletionItemKind.Variable }));
}

/** The path of the group that a check keyword stands in, and the steps from there: in a rule, a change of one, or a condition. */
function settingsAt(path: Path): { readonly group: Path; readonly inside: Path } | undefined {
  const inside = conditionAt(path) ?? (path[0] === "rules" || path[0] === "overrides" ? path.slice(2) : undefined);
  return inside && { group: path.slice(0, path.length - inside.length), inside };
}

/** Fields that fit a keyword, and words that a field can be; `undefined` where nothing more is known. */
function settingChoices(
  path: Path,
  { group, inside }: { readonly group: Path; readonly inside: Path },
  request: CompletionRequest,
): readonly Choice[] | undefined {
  const { names } = request;
  const [key, inner] = inside;
  const written = at(request, group);
  const settings = isGroup(written) ? written : {};
  const fields = (fits: (field: Readonly<Record<string, unknown>>) => boolean) =>
    nameChoices(
      "field",
      names.of("field").filter(({ entry }) => fits(entry)),
    );
  const isOnLines = ({ path: place }: Readonly<Record<string, unknown>>): boolean =>
    typeof place === "string" && place.includes("[]");
  const subject = names.field(settings["field"] ?? (path[0] === "overrides" ? ruleField(path[1], names) : undefined));
  switch (key) {
    case "field":
    case "fields": {
      const keyword = keywords.find(({ name }) => settings[name] !== undefined);
      return fields(({ type }) => keyword === undefined || keyword.on.some((each) => each === type));
    }
    case "refersTo":
      return fields(isOnLines);
    case "sumEquals":
      return fields(({ type }) => type === "money");
    case "notBefore":
      return fields(({ type }) => type === "date" || type === "dateTime");
    case "equals":
      if (inner === "field") return fields(({ type }) => subject === undefined || type === subject.type);
      return literals(subject);
    case "oneOf":
      return literals(subject);
    default:
      return undefined;
  }
}

function ruleField(id: unknown, { inherited }: CompletionRequest["names"]): unknown {
  return inherited("rule").find(({ name }) => name === id)?.entry["field"];
}

/** The words that a field can be. */
function literals(field: { readonly type?: unknown; readonly choices?: unknown } | undefined): readonly Choice[] {
  if (field?.type === "boolean") return [true, false].map((value) => ({ value, kind: CompletionItemKind.Value }));
  return Object.entries(Object(field?.choices)).map(([value, detail]) => ({
    value,
    kind: CompletionItemKind.EnumMember,
    detail: scalarText(detail),
  }));
}
