import type { Path } from "@erp-export-rules/sdk/text";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Location } from "../location/location.ts";
import type { Surroundings } from "../model.ts";
import { type Shape, shapeAt } from "../schema-shape.ts";
import { choicePlace, escapeSnippet, type Offer } from "./completion-item.ts";
import type { Choice } from "./completion-values.ts";
import { entryAt } from "./dictionary.ts";
import { dottedPath } from "./inner-path.ts";
import { isCodeKey, writeKey, writeScalar } from "./write-value.ts";

/** What keys are offered with. */
export interface KeyRequest {
  /** The mapping, from the PCCO itself. */
  readonly path: Path;
  readonly location: Location;
  readonly surroundings: Surroundings | undefined;
  /** Whether the editor fills in places of snippets. */
  readonly snippets: boolean;
  readonly choicesAt: (path: Path) => readonly Choice[];
}

/** More choices than this are better looked for by typing than walked through. */
const mostPlaces = 15;

/** The keys that a mapping may still get: those that rules look at first, our own (`$rules`) last. */
export function keyOffers(request: KeyRequest): readonly Offer[] {
  const { path, location, surroundings } = request;
  const there = new Set(location.siblings);
  const offers = [...(shapeAt("pcco", path)?.keys ?? []).map(({ name }) => name), ...expectedNames(path, surroundings)]
    .filter((key) => !there.has(key))
    .map((key) => {
      const entry = surroundings && entryAt(surroundings.rules.definition, [...path, key]);
      const rank = key.startsWith("$") ? 2 : entry === undefined || entry.rules.length === 0 ? 1 : 0;
      return { rank, offer: keyOffer(key, request) };
    });
  return offers.sort((a, b) => a.rank - b.rank).map(({ offer }) => offer);
}

/** What `$expect` can speak of: events, and what is entered for them. */
function expectedNames(path: Path, surroundings: Surroundings | undefined): readonly string[] {
  const lifecycle = Object.entries(surroundings?.rules.definition.lifecycle ?? {});
  switch (dottedPath(path)) {
    case "$expect.events":
      return lifecycle.map(([event]) => event);
    case "$expect.input":
      return [...new Set(lifecycle.flatMap(([, { input }]) => Object.keys(input ?? {})))];
    default:
      return [];
  }
}

function keyOffer(key: string, request: KeyRequest): Offer {
  const { path, location, surroundings } = request;
  const shape = shapeAt("pcco", [...path, key]);
  const entry = surroundings && entryAt(surroundings.rules.definition, [...path, key]);
  const label = entry?.field?.label;
  const rules = (entry?.rules ?? []).map(({ id, definition }) => `- ${definition.title ?? id}`);
  const { text, isSnippet } = keyText(key, shape, request);
  return {
    label: key,
    kind: CompletionItemKind.Property,
    text,
    isSnippet,
    mayEnd: isSnippet || !location.needsColon,
    ...(label === undefined ? {} : { search: label, detail: label }),
    documentation: [shape?.description ?? "", rules.join("\n")].filter((part) => part !== "").join("\n\n"),
  };
}

function keyText(
  key: string,
  shape: Shape | undefined,
  { path, location, snippets, choicesAt }: KeyRequest,
): { readonly text: string; readonly isSnippet: boolean } {
  const { needsColon, style, indent, isNewItem } = location;
  const name = writeKey(key, location);
  if (!needsColon) return { text: name, isSnippet: false };
  const types = shape?.types ?? new Set();
  const isList = types.has("array") && !types.has("string");
  const isMapping = types.has("object") && !types.has("string") && !isList;
  const hasMappings = isList && (shapeAt("pcco", [...path, key, 0])?.keys ?? []).length > 0;
  if (style === "block" && (isMapping || hasMappings)) {
    const deeper = " ".repeat(indent + (isNewItem ? 2 : 0) + 2);
    return { text: `${name}:\n${deeper}${isList ? "- " : ""}`, isSnippet: false };
  }
  if (!snippets) return { text: `${name}: `, isSnippet: false };
  const place = isMapping ? "{ $1 }" : isList ? "[$1]" : scalarPlace(key, choicesAt([...path, key]), shape, location);
  return { text: `${escapeSnippet(name)}: ${place}`, isSnippet: true };
}

function scalarPlace(key: string, choices: readonly Choice[], shape: Shape | undefined, { style }: Location): string {
  // A quote begun at the key says nothing about the value.
  const value = { style, quote: undefined };
  const texts = choices.map((choice) => choice.written ?? writeScalar(choice.value, value, choice.isCode));
  if (texts.length > 1 && texts.length <= mostPlaces) return choicePlace(texts);
  const types = shape?.types ?? new Set();
  const isText = types.has("string") && !types.has("integer") && !types.has("number");
  return isCodeKey(key) || (style === "json" && isText) ? '"$1"' : "$1";
}
