import type { PlaceWhy, RuleState, RuleWhy } from "@erp-export-rules/sdk/authoring";
import { code } from "../pcco/markdown.ts";
import { conditionItem, count, factWords, type Item, item, listLines } from "./why-words.ts";

/** More lines that say the same are counted, not told one by one. */
const mostLines = 10;

/** What weighs more comes first. */
export const heaviestFirst: readonly RuleState[] = ["broken", "unknown", "holds", "does not apply"];

/** What a rule says and why, as lines of Markdown. */
export function ruleLines({ id, title, severity, stage, state, asks, messages, places }: RuleWhy): readonly string[] {
  const named = title === id ? code(id) : `${code(id)} ${title}`;
  return [
    `### ${named}`,
    "",
    `${stateWords[state]}. ${severity === "error" ? "An error" : `A ${severity}`}, checked at ${stage}. It asks: ${asks.join("; ")}.`,
    "",
    ...listLines([...messages.map((message) => item(message)), ...placeItems(places)]),
    "",
  ];
}

/** What a rule says, as people read it. */
export const stateWords: Readonly<Record<RuleState, string>> = {
  broken: "Broken",
  unknown: "Unknown",
  holds: "Holds",
  "does not apply": "Does not apply",
};

function placeItems(places: readonly PlaceWhy[]): readonly Item[] {
  const [first] = places;
  if (first === undefined) return [item("There are no lines to ask it of.")];
  // What is the same everywhere is told once.
  const isSame = places.every(({ when }) => JSON.stringify(when) === JSON.stringify(first.when));
  const apart = isSame ? places.map((place) => ({ ...place, when: undefined })) : places;
  const common = isSame ? appliesItems(first) : [];
  if (places.every(({ line }) => line < 0)) return [...common, ...apart.flatMap(reasonItems)];
  const sorted = heaviestFirst.flatMap((state) => apart.filter((place) => place.state === state));
  const rest = sorted.slice(mostLines);
  return [
    ...common,
    ...sorted.slice(0, mostLines).map((place) => {
      const where = place.line < 0 ? "The PCCO as a whole" : `Line ${place.line + 1}`;
      return item(`${where}: ${place.state}`, reasonItems(place));
    }),
    ...heaviestFirst.flatMap((state) => {
      const number = rest.filter((place) => place.state === state).length;
      return number === 0 ? [] : [item(`${count(number, "more line")}: ${state}`)];
    }),
  ];
}

/** Why a rule applies or not, and the facts it looked at. */
function reasonItems(place: PlaceWhy): readonly Item[] {
  const { state, facts } = place;
  const isIdle = state === "does not apply" && facts.length > 0;
  return [
    ...appliesItems(place),
    ...facts.map((fact) => item(factWords(fact))),
    ...(isIdle ? [item("Without a value there is nothing to check.")] : []),
  ];
}

function appliesItems({ when }: PlaceWhy): readonly Item[] {
  return when === undefined ? [] : [item(`${appliesWords[when.answer]}:`, [conditionItem(when)])];
}

const appliesWords = {
  holds: "It applies, since this holds",
  "does not hold": "It does not apply, since this does not hold",
  unknown: "Whether it applies is unknown, since this is",
} as const;
