import { validateContext } from "../../generated/context-validator.js";
import type { ResolvedRuleSet } from "../../rules/resolve.ts";
import type { Domain } from "./domain.ts";
import { LINE, LIST, listSlot, MISSPELT, ODD, type Slot } from "./slot.ts";
import { worldOf } from "./world.ts";

/** The day on which everything happens unless it matters. */
export const usualDay = "2025-01-01";

/** The values that a slot can have, and how they are compared with those of other slots. */
export interface Choice {
  /** What is missing comes first, then the simplest. */
  readonly values: readonly unknown[];
  /** For each value its class, whose values can stand for each other; -1 for one that none can stand for. */
  readonly classes: readonly number[];
  /** For each value a number that it shares with its twin, which is the same but for spaces at its end; -1 for none. */
  readonly pairs: readonly number[];
  /** Whether a value is the twin with the spaces. */
  readonly areTwins: readonly boolean[];
  /** Why not all that can stand there is among them, as the end of a sentence. */
  readonly gap: string | undefined;
}

/** The values of a slot: those of its group that can stand there, and those that no group has. */
export function choiceOf(slot: Slot, domain: Domain | undefined, defaults: ReadonlyMap<string, string>): Choice {
  if (slot.kind === "value" && domain !== undefined) return withDomain(slot, domain, defaults);
  const values = plainValues(slot).filter((value) => canStand(slot, value));
  return { values, ...alone(values.length), gap: undefined };
}

function alone(count: number): Pick<Choice, "classes" | "pairs" | "areTwins"> {
  const none = Array.from({ length: count }, () => -1);
  return { classes: none, pairs: none, areTwins: none.map(() => false) };
}

function withDomain(slot: Slot, domain: Domain, defaults: ReadonlyMap<string, string>): Choice {
  const first = missingAt(slot, defaults).filter((value) => canStand(slot, value));
  const none = alone(first.length);
  const own = domain.values.flatMap((value, at) => {
    const fitting = domain.isFor(slot, value) ? fittingAt(slot, value, domain) : undefined;
    return fitting === undefined || first.includes(fitting.value) ? [] : [{ at, value: fitting.value }];
  });
  const others = slot.place === "context" ? furtherAt(slot, domain, new Set(own.map(({ at }) => at))) : [];
  const rest = alone(others.length);
  return {
    values: [...first, ...own.map(({ value }) => value), ...others],
    classes: [...none.classes, ...own.map(({ at }) => domain.classes[at] ?? -1), ...rest.classes],
    pairs: [...none.pairs, ...own.map(({ at }) => domain.twins[at] ?? -1), ...rest.pairs],
    areTwins: [...none.areTwins, ...own.map(({ at }) => domain.twins[at] !== at), ...rest.areTwins],
    gap: domain.gap ?? shapeGap(slot, domain),
  };
}

/** What stands where nothing does. What is the day of the event unless given is never missing. */
function missingAt(slot: Slot, defaults: ReadonlyMap<string, string>): readonly unknown[] {
  if (slot.place === "input" && defaults.get(slot.steps.join(".")) === "all") return [usualDay, null];
  if (slot.place === "document") return [undefined];
  // Where contexts may not say null, spaces say that there is nothing.
  return canStand(slot, null) ? [undefined, null] : [undefined, " "];
}

function plainValues(slot: Slot): readonly unknown[] {
  const missing = slot.place === "document" ? [undefined] : [undefined, null];
  switch (slot.kind) {
    case "list":
      // Spaces in place of the PCCO's list are no list, but nothing to whoever only asks whether there is one.
      return slot.place === "document" ? [...missing, LIST, ODD, " "] : [...missing, LIST, ODD];
    case "line":
      return [undefined, LINE, ODD];
    case "toggles":
      return [undefined, true];
    case "toggle":
      return [undefined, true, false, MISSPELT];
    case "value":
      return missing;
  }
}

/** A value as it can stand in a place: an id that may only be text there is written as one. */
function fittingAt(slot: Slot, value: unknown, { signatureOf }: Domain): { readonly value: unknown } | undefined {
  if (canStand(slot, value)) return { value };
  const text = String(value);
  const isId = typeof value === "number" && signatureOf(text) === signatureOf(value);
  return isId && canStand(slot, text) ? { value: text } : undefined;
}

/** Values of classes of which the group has none that can stand in a place. */
function furtherAt(slot: Slot, { values, signatureOf }: Domain, kept: ReadonlySet<number>): readonly unknown[] {
  const seen = new Set(values.filter((_, at) => kept.has(at)).map(signatureOf));
  const others: unknown[] = [];
  for (const value of [...examples, ...wordsAt(slot)]) {
    const signature = signatureOf(value);
    if (seen.has(signature) || !canStand(slot, value)) continue;
    seen.add(signature);
    others.push(value);
  }
  return others;
}

/** One value of each kind of JSON. */
const examples: readonly unknown[] = ["A", 7, 1.5, true, false, [], {}];

/** Why values may stand in a place that none of the group's stands for: the shape of contexts takes some of a kind. */
function shapeGap(slot: Slot, { values }: Domain): string | undefined {
  if (slot.place !== "context" || wordsAt(slot).length > 0) return undefined;
  const takes = (value: unknown): boolean =>
    examples.some((each) => kindOf(each) === kindOf(value) && canStand(slot, each));
  const isCut = values.some((value) => takes(value) && !canStand(slot, value));
  return isCut ? "the shape of contexts takes only some such values" : undefined;
}

function kindOf(value: unknown): string {
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return Array.isArray(value) ? "list" : typeof value;
}

/** Whether a value can stand in a place: contexts have a shape, PCCOs may hold anything. */
function canStand(slot: Slot, value: unknown): boolean {
  return slot.place !== "context" || value === undefined || validateContext(contextWith(slot, value));
}

/** The only words that can stand in a place; none when there are more. */
export function wordsAt(slot: Slot): readonly string[] {
  if (slot.place !== "context" || slot.kind !== "value" || validateContext(contextWith(slot, "\u0000"))) return [];
  const { params } = validateContext.errors?.find(({ keyword }) => keyword === "enum") ?? {};
  const allowed = params?.["allowedValues"];
  return Array.isArray(allowed) ? allowed.filter((word): word is string => typeof word === "string") : [];
}

function contextWith(slot: Slot, value: unknown): unknown {
  const isOnLine = slot.list !== undefined && slot.kind !== "list";
  const list = isOnLine ? [{ slot: listSlot(slot.place, slot.list), line: undefined, value: 1 }] : [];
  return worldOf([...list, { slot, line: 0, value }]).context;
}

/** Names of entered values that are the day of the event unless given: for all events that take them, or for some. */
export function inputsOfToday(sets: readonly ResolvedRuleSet[]): ReadonlyMap<string, "all" | "some"> {
  const inputs = sets
    .flatMap(({ lifecycle }) => Object.values(lifecycle))
    .flatMap(({ input = {} }) => Object.entries(input));
  const names = new Set(inputs.flatMap(([name, field]) => (field.default === "today" ? [name] : [])));
  const isAlways = (name: string): boolean =>
    inputs.every(([each, field]) => each !== name || field.default === "today");
  return new Map([...names].map((name) => [name, isAlways(name) ? "all" : "some"]));
}
