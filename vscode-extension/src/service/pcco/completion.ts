import type { Path } from "@erp-export-rules/sdk/text";
import { CompletionItemKind, type CompletionList, type Position } from "vscode-languageserver-types";
import type { Location } from "../location/location.ts";
import type { PccoFile, Project, SurroundingsOf } from "../model.ts";
import { shapeAt } from "../schema-shape.ts";
import { type Asked, askedAt } from "./asked.ts";
import { completionItem, type Offer } from "./completion-item.ts";
import { keyOffers } from "./completion-keys.ts";
import { type Choice, type ChoiceSources, choicesAt } from "./completion-values.ts";
import { writeScalar } from "./write-value.ts";

/** What the editor can do with completions. */
export interface CompletionClient {
  /** Whether it fills in places of snippets. */
  readonly snippets: boolean;
}

/** What can be written at a position: keys of the document schema, and values from rules, context and project. */
export function pccoCompletion(
  file: PccoFile,
  position: Position,
  surroundingsOf: SurroundingsOf,
  project: Project,
  client: CompletionClient = { snippets: false },
): CompletionList {
  const asked = askedAt(file, position);
  if (asked === undefined) return { isIncomplete: false, items: [] };
  const found = surroundingsOf(asked.value);
  const surroundings = "cannot" in found ? undefined : found;
  const sources: ChoiceSources = { surroundings, project, value: asked.value, uri: file.uri };
  const offers = offersAt(asked, sources, client.snippets);
  return {
    isIncomplete: false,
    items: offers.map(({ offer, location }, rank) => completionItem(offer, location, rank)),
  };
}

interface Placed {
  readonly offer: Offer;
  readonly location: Location;
}

function offersAt({ path, location }: Asked, sources: ChoiceSources, snippets: boolean): readonly Placed[] {
  const { part, style } = location;
  const { surroundings } = sources;
  const choices = (where: Path) => choicesAt(where, sources);
  const keysAt = (where: Path, place: Location): readonly Placed[] =>
    keyOffers({ path: where, location: place, surroundings, snippets, choicesAt: choices }).map((offer) => ({
      offer,
      location: place,
    }));
  const valuesAt = (where: Path, place: Location): readonly Placed[] =>
    valueOffers(choices(where), place).map((offer) => ({ offer, location: place }));
  if (part === "key") return keysAt(path, location);
  if (part === "value") return valuesAt(path, location);
  if (style !== "block" || !shapeAt("pcco", path)?.types.has("array"))
    return [...keysAt(path, location), ...valuesAt(path, location)];
  // On a fresh line below the key of a list, its first item begins.
  const item: Location = { ...location, isNewItem: true };
  return [...valuesAt([...path, 0], item), ...keysAt([...path, 0], item), ...keysAt(path, location)];
}

function valueOffers(choices: readonly Choice[], location: Location): readonly Offer[] {
  const there = new Set(location.siblings);
  return choices
    .filter(({ value }) => !there.has(String(value)))
    .map(({ value, isCode, written, detail, documentation, kind = CompletionItemKind.Value }) => ({
      label: String(value),
      kind,
      text: written ?? writeScalar(value, location, isCode),
      ...(detail === undefined ? {} : { search: detail, detail }),
      documentation,
    }));
}
