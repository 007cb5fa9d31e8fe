import type { Rule } from "../../../sdk/src/generated/types.ts";
import type { Answer } from "./answer.ts";
import type { Book } from "./book.ts";
import { checkNone, checkValue } from "./checks.ts";
import { ask } from "./conditions.ts";
import type { Asked, Facts } from "./facts.ts";
import { fieldOf, linesOf, listPathOf, read } from "./fields.ts";
import { compareLines } from "./lines.ts";
import { positionOf } from "./toggles.ts";
import { isGroup } from "./values.ts";

/** What a rule says of one place. */
export interface Place {
  readonly answer: Answer;
  /** Where people see it: JSON Pointer into the document. */
  readonly at: string;
  /** Whether it is unknown because the surroundings give the value itself, but of a wrong type: told by itself. */
  readonly isWrongFact?: boolean;
  /** Whether a value of a wrong type had a part in it: beside a finding about that type it need not be told. */
  readonly wrongType?: boolean;
}

/** What a rule says, place by place. Of a list without lines, and of a rule that is off, it says nothing. */
export function judgeRule(book: Book, facts: Facts, rule: Rule): readonly Place[] {
  if (rule.severity === "off") return [];
  const asked: Asked = { book, facts, notes: { wrongType: false } };
  if (rule.feature !== undefined) return [{ answer: judgeToggle(asked, rule, rule.feature), at: "", ...asked.notes }];
  const names = rule.fields ?? (rule.field === undefined ? [] : [rule.field]);
  if (rule.distinct || rule.distinctOrSame || rule.same) return judgeLinesTogether(asked, rule, names);
  return togetherByPlace(asked, names).flatMap((group) => judgeGroup(asked, rule, group));
}

function judgeToggle(asked: Asked, rule: Rule, feature: string): Answer {
  const applies = rule.when === undefined ? "holds" : ask(asked, rule.when);
  if (applies !== "holds") return applies === "broken" ? "does not apply" : "unknown";
  const position = positionOf(asked, feature);
  return position === "unknown" ? "unknown" : position === rule.is ? "holds" : "broken";
}

function judgeLinesTogether(asked: Asked, rule: Rule, names: readonly string[]): readonly Place[] {
  const [first = ""] = names;
  const field = fieldOf(asked, first);
  const isOwn = (field.in ?? "document") === "document";
  const at = isOwn ? pointerTo(listPathOf(field)) : "";
  const applies = rule.when === undefined ? "holds" : ask(asked, rule.when);
  if (applies === "broken") return [{ answer: "does not apply", at }];
  const { is, lines } = linesOf(asked, field);
  if (applies === "unknown") return [{ answer: "unknown", at, ...asked.notes }];
  if (is !== "value") return [noList(is, isOwn, at)];
  const { answer, breaking } = compareLines(asked, rule, names, lines.length);
  if (answer !== "broken") return [{ answer, at, ...asked.notes }];
  return breaking.map((line) => ({ answer, at: read({ ...asked, line }, first).at }));
}

function noList(is: "none" | "open" | "wrong", isOwn: boolean, at: string): Place {
  if (is === "none") return { answer: "does not apply", at };
  return isOwn ? { answer: "mistyped", at } : { answer: "unknown", at: "" };
}

/** Fields of one rule that stand in the same place are asked together, line by line. */
function togetherByPlace(asked: Asked, names: readonly string[]): readonly (readonly string[])[] {
  const place = (name: string): string => {
    const field = fieldOf(asked, name);
    return `${field.in ?? "document"} ${listPathOf(field) ?? ""}`;
  };
  return [...new Set(names.map(place))].map((each) => names.filter((name) => place(name) === each));
}

function judgeGroup(asked: Asked, rule: Rule, names: readonly string[]): readonly Place[] {
  const [first = ""] = names;
  const field = fieldOf(asked, first);
  const list = listPathOf(field);
  if (list === undefined) return judgeOnce(asked, rule, names);
  const isOwn = (field.in ?? "document") === "document";
  const at = isOwn ? pointerTo(list) : "";
  const { is, lines } = linesOf(asked, field);
  if (is !== "value") return [noList(is, isOwn, at)];
  const places = lines.flatMap((item, line): readonly Place[] => {
    if (isOwn && !isGroup(item)) return [{ answer: "mistyped", at: `${at}/${line}` }];
    return judgeOnce({ ...asked, line, notes: { wrongType: false } }, rule, names);
  });
  return onceForAll(places, isOwn ? at : read(asked, first).at);
}

/** What is unknown on several lines is told once. */
function onceForAll(places: readonly Place[], at: string): readonly Place[] {
  const isAlike = ({ answer, isWrongFact }: Place): boolean => answer === "unknown" && !isWrongFact;
  const alike = places.filter(isAlike);
  if (alike.length < 2) return places;
  const wrongType = alike.some((place) => place.wrongType);
  return [...places.filter((place) => !isAlike(place)), { answer: "unknown", at, wrongType }];
}

function judgeOnce(asked: Asked, rule: Rule, names: readonly string[]): readonly Place[] {
  const [first = ""] = names;
  const applies = rule.when === undefined ? "holds" : ask(asked, rule.when);
  if (applies === "broken") return [{ answer: "does not apply", at: "" }];
  if (applies === "unknown") return [{ answer: "unknown", at: read(asked, first).at, ...asked.notes }];
  return names.map((name): Place => {
    const { is, value, at, isOwn } = read(asked, name);
    if (is === "open") return { answer: "unknown", at };
    if (is === "wrong") return isOwn ? { answer: "mistyped", at } : { answer: "unknown", at, isWrongFact: true };
    if (is === "none") return { answer: checkNone(rule), at };
    const notes = { wrongType: false };
    return { answer: checkValue({ ...asked, notes }, fieldOf(asked, name), rule, value), at, ...notes };
  });
}

function pointerTo(list = ""): string {
  return `/${list.replaceAll(".", "/")}`;
}
