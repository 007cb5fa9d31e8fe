import { ruleFileFormat } from "@erp-export-rules/sdk/authoring";
import type { Path } from "@erp-export-rules/sdk/text";
import type { CompletionItem, CompletionList, Position } from "vscode-languageserver-types";
import type { Location } from "../location/location.ts";
import { locationAt } from "../location/location-at.ts";
import type { Project, RuleTestText, RuleText } from "../model.ts";
import type { CompletionClient } from "../pcco/completion.ts";
import { completionItem, type Offer } from "../pcco/completion-item.ts";
import { shapeAt } from "../schema-shape.ts";
import { keyOffers } from "./completion-keys.ts";
import type { CompletionRequest } from "./completion-request.ts";
import { snippetOffers } from "./completion-snippets.ts";
import { choicesAt } from "./completion-values.ts";
import { wordItems } from "./completion-words.ts";
import { namesOf } from "./names.ts";
import { isRuleText } from "./occurrences.ts";
import { readable } from "./readable.ts";
import { written } from "./written.ts";

/** What can be written at a position of a rule file: keys of the language, names, words, and places in PCCOs and contexts. */
export function ruleCompletion(
  rule: RuleText,
  position: Position,
  project: Project,
  client: CompletionClient = { snippets: false },
): CompletionList {
  return complete(rule, position, project, client);
}

/** What can be written at a position of a rule test file. */
export function ruleTestCompletion(
  test: RuleTestText,
  position: Position,
  project: Project,
  client: CompletionClient = { snippets: false },
): CompletionList {
  return complete(test, position, project, client);
}

function complete(
  file: RuleText | RuleTestText,
  position: Position,
  project: Project,
  { snippets }: CompletionClient,
): CompletionList {
  const location = locationAt(file.text, ruleFileFormat(file.file), position);
  if (location === undefined) return { isIncomplete: false, items: [] };
  const request: CompletionRequest = {
    kind: isRuleText(file) ? "rules" : "tests",
    file,
    project,
    names: namesOf(file, project),
    content: readable(file).value,
    location,
    snippets,
  };
  const items = wordItems(request, position) ?? itemsAt(request);
  return { isIncomplete: false, items: [...items] };
}

function itemsAt(request: CompletionRequest): readonly CompletionItem[] {
  const offers = offersAt(request);
  return offers.map(({ offer, location }, rank) => completionItem(offer, location, rank));
}

interface Placed {
  readonly offer: Offer;
  readonly location: Location;
}

function offersAt(request: CompletionRequest): readonly Placed[] {
  const { location, kind } = request;
  const { path, part, style } = location;
  if (part === "key") return keysAt(path, location, request);
  if (part === "value") return valuesAt(path, location, request);
  if (style !== "block" || !shapeAt(kind, path)?.types.has("array"))
    return [...keysAt(path, location, request), ...valuesAt(path, location, request)];
  // On a fresh line below the key of a list, its first item begins.
  const item: Location = { ...location, isNewItem: true };
  return [
    ...valuesAt([...path, 0], item, request),
    ...keysAt([...path, 0], item, request),
    ...keysAt(path, location, request),
  ];
}

function keysAt(path: Path, location: Location, request: CompletionRequest): readonly Placed[] {
  const here = { ...request, location };
  return [...keyOffers(path, here), ...snippetOffers(path, here)].map((offer) => ({ offer, location }));
}

function valuesAt(path: Path, location: Location, request: CompletionRequest): readonly Placed[] {
  const there = new Set(location.siblings);
  return choicesAt(path, { ...request, location })
    .filter(({ value }) => !there.has(String(value)))
    .map(({ value, kind, detail, documentation }) => ({
      offer: {
        label: String(value),
        kind,
        text: written(value, location),
        detail,
        documentation,
        ...(detail === undefined ? {} : { search: detail }),
      },
      location,
    }));
}
