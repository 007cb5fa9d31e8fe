import { keywords } from "@erp-export-rules/sdk/authoring";
import type { Path } from "@erp-export-rules/sdk/text";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Location } from "../location/location.ts";
import { choicePlace, escapeSnippet, type Offer } from "../pcco/completion-item.ts";
import { writeKey } from "../pcco/write-value.ts";
import { type Shape, shapeAt } from "../schema-shape.ts";
import { at, type CompletionRequest } from "./completion-request.ts";
import { testKeys } from "./completion-test-keys.ts";
import { choicesAt } from "./completion-values.ts";
import { itemProperties } from "./document-paths.ts";
import { type KeyChoice, named } from "./key-choice.ts";
import { keywordPage } from "./keyword-words.ts";
import { conditionAt } from "./name-places.ts";
import { isGroup } from "./names.ts";
import { scalarText } from "./scalar-text.ts";
import { written } from "./written.ts";

/** More choices than this are better looked for by typing than walked through. */
const mostPlaces = 20;

/** The keys that a group may still get: those it needs first. */
export function keyOffers(path: Path, request: CompletionRequest): readonly Offer[] {
  const there = new Set(request.location.siblings);
  return keysAt(path, request)
    .filter(({ name }) => !there.has(name))
    .toSorted((a, b) => Number(b.isRequired ?? false) - Number(a.isRequired ?? false))
    .map((key) => offerOf(key, path, request));
}

function keysAt(path: Path, request: CompletionRequest): readonly KeyChoice[] {
  if (request.kind === "tests") return testKeys(path, request) ?? keysOfSchema(path, request);
  const { names } = request;
  const [section, , key, inner] = path;
  if (section === "overrides" && path.length === 1) return named("rule", names.inherited("rule"));
  if (section === "features" && path.length === 1) return named("feature", names.inherited("feature"));
  if (section === "lifecycle" && key === "set" && path.length === 3) {
    const own = names
      .of("field")
      .filter(({ entry }) => entry["in"] === undefined && !scalarText(entry["path"])?.includes("[]"));
    return named("field", own);
  }
  if (section === "fields" && inner === "matching") {
    const from = at(request, [...path.slice(0, 3), "from"]);
    const kind = CompletionItemKind.Property;
    return itemProperties(scalarText(from) ?? "").map(({ path: name, description }) => ({
      name,
      kind,
      documentation: description,
    }));
  }
  return keysOfSchema(path, request);
}

function keysOfSchema(path: Path, request: CompletionRequest): readonly KeyChoice[] {
  const isAllowed = keywordFilter(path, request);
  return (shapeAt(request.kind, path)?.keys ?? [])
    .filter(({ name }) => isAllowed(name))
    .map(({ name, isRequired }) => {
      const keyword = keywords.find((each) => each.name === name && isKeywordPlace(path));
      return {
        name,
        kind: keyword === undefined ? CompletionItemKind.Property : CompletionItemKind.Keyword,
        documentation:
          keyword === undefined ? shapeAt(request.kind, [...path, name])?.description : keywordPage(keyword),
        isRequired,
      };
    });
}

function isKeywordPlace(path: Path): boolean {
  return conditionAt(path)?.length === 0 || ((path[0] === "rules" || path[0] === "overrides") && path.length === 2);
}

/** A rule has one check keyword, one that fits its field; a change of a rule can only change the one it has. */
function keywordFilter(
  path: Path,
  { names, location, kind, ...request }: CompletionRequest,
): (name: string) => boolean {
  if (kind !== "rules" || !isKeywordPlace(path)) return () => true;
  const isKeyword = (name: string): boolean => keywords.some((each) => each.name === name);
  const there = new Set(location.siblings);
  if (path[0] === "overrides") {
    const rule = names.inherited("rule").find(({ name }) => name === path[1])?.entry;
    return (name) => !isKeyword(name) || rule === undefined || Object.hasOwn(rule, name);
  }
  if (location.siblings.some(isKeyword)) return (name) => !isKeyword(name);
  const group = at({ names, location, kind, ...request }, path);
  const field = names.field(isGroup(group) ? group["field"] : undefined);
  const subjects = ["field", "fields", "feature", "all", "any", "not"];
  const hasSubject = subjects.some((subject) => there.has(subject));
  return (name) => {
    const keyword = keywords.find((each) => each.name === name);
    if (keyword === undefined) return !(hasSubject && subjects.includes(name));
    if (["all", "any", "not"].some((join) => there.has(join))) return false;
    if (there.has("feature")) return keyword.on.includes("feature");
    if (field?.type === undefined) return !there.has("field") || !keyword.on.includes("feature");
    return keyword.on.includes(field.type);
  };
}

function offerOf(key: KeyChoice, path: Path, request: CompletionRequest): Offer {
  const { text, isSnippet } = keyText(key.name, [...path, key.name], request);
  const { detail, documentation, name, kind } = key;
  const mayEnd = isSnippet || !request.location.needsColon;
  return {
    label: name,
    kind,
    text,
    isSnippet,
    mayEnd,
    detail,
    documentation,
    ...(detail === undefined ? {} : { search: detail }),
  };
}

function keyText(
  name: string,
  path: Path,
  request: CompletionRequest,
): { readonly text: string; readonly isSnippet: boolean } {
  const { location, snippets, kind } = request;
  const key = writeKey(name, location);
  if (!location.needsColon) return { text: key, isSnippet: false };
  const shape = shapeAt(kind, path);
  const [only, ...others] = shape?.values ?? [];
  if (only !== undefined && others.length === 0)
    return { text: `${key}: ${written(only, unquoted(location))}`, isSnippet: false };
  const isGroupOnly = shape?.types.has("object") === true && shape.types.size === 1;
  if (location.style === "block" && isGroupOnly)
    return { text: `${key}:\n${" ".repeat(location.indent + (location.isNewItem ? 2 : 0) + 2)}`, isSnippet: false };
  if (!snippets) return { text: `${key}: `, isSnippet: false };
  return { text: `${escapeSnippet(key)}: ${placeFor(path, shape, request)}`, isSnippet: true };
}

function placeFor(path: Path, shape: Shape | undefined, request: CompletionRequest): string {
  const isList = shape?.types.has("array") === true && !shape.types.has("string");
  if (isList) return "[$1]";
  const texts = choicesAt(path, request).map(({ value }) => written(value, unquoted(request.location)));
  if (texts.length > 1 && texts.length <= mostPlaces) return choicePlace(texts);
  if (shape?.types.has("object") && shape.types.size === 1) return "{ $1 }";
  return /^(message|pattern)$/.test(String(path.at(-1))) ? '"$1"' : "$1";
}

/** A quote begun at the key says nothing about the value. */
function unquoted({ style }: Location): Pick<Location, "style" | "quote"> {
  return { style, quote: undefined };
}
