import { parsePath } from "../context/field-path.ts";
import type { CheckKeywords } from "../generated/types.ts";
import { keywords } from "../keywords/index.ts";
import type { ResolvedRule, ResolvedRuleSet } from "../rules/resolve.ts";
import { createDoubts, isOpenBy } from "./doubts.ts";
import { type Emission, type EmittedCheck, emittedChecks } from "./emit-checks.ts";
import { createColumnWriter } from "./emit-columns.ts";
import { emitCondition } from "./emit-condition.ts";
import { createGroupWriter } from "./emit-groups.ts";
import { createListWriter } from "./emit-lists.ts";
import { createValueWriter } from "./emit-values.ts";

// Writes the quick test of a rule set down as a function, ahead of time: a host that forbids code generation runs it, and
// its properties and tests stand in it by name, so that the engine can make the best of it. Like every quick test it only
// says "holds" or "can't say", of each rule.

/** A quick test as source text. */
export interface EmittedTest {
  /** Source text of an expression: an object with the functions of an `AheadTest`. */
  readonly source: string;
  /** Ids of the rules it does not cover, which have to be asked. */
  readonly rest: readonly string[];
}

/** Writes the quick test of some rules of a rule set that are asked together. */
export function emitCleanTest(set: ResolvedRuleSet, rules: readonly ResolvedRule[]): EmittedTest {
  const writer = createWriter(set);
  const rest = rules.flatMap((rule, index) => (writer.add(rule, index) ? [] : [rule.id]));
  return { source: writer.source(), rest };
}

interface Writer {
  /** Adds the rule at this position; `false` when it can't be written down. */
  add(rule: ResolvedRule, index: number): boolean;
  source(): string;
}

function createWriter(set: ResolvedRuleSet): Writer {
  const doubts = createDoubts();
  const groups = createGroupWriter();
  const lists = createListWriter(doubts, groups);
  const values = createValueWriter(set, doubts, groups);
  const columns = createColumnWriter(set, doubts, groups, lists);
  const body: string[] = [];

  const emission: Emission = {
    doubt: doubts.own,
    value: values.value,
    sum: columns.sum,
    known: (name, value) => {
      const field = set.fields[name];
      return field === undefined ? undefined : lists.known(field, value);
    },
    feature: (name) => values.feature(name, (condition) => emitCondition(condition, emission, set)),
  };

  const ofValue = (name: string, definition: CheckKeywords, check: EmittedCheck): readonly string[] | undefined => {
    const variable = values.value(name, !takesBlanks(check, definition));
    const test = variable === undefined ? undefined : check.value?.(definition, variable, emission);
    if (variable === undefined || test === undefined) return undefined;
    const present = `if (${variable} !== undefined) { ${test} }`;
    return [check.whenAbsent === "broken" ? `${present} else { ${doubts.own()} }` : present];
  };
  // Each value is tested as it is read, and missing ones are counted.
  const ofColumn = (
    name: string,
    definition: CheckKeywords,
    check: EmittedCheck,
    condition: string,
  ): readonly string[] | undefined => {
    // Other columns are not read yet while this one is.
    const own = { ...emission, sum: () => undefined };
    const variable = columns.column(name, !takesBlanks(check, definition));
    const test = variable === undefined ? undefined : check.value?.(definition, "value", own);
    if (variable === undefined || test === undefined) return undefined;
    if (test !== "") columns.forEach(variable, condition === "" ? test : `if (${condition}) { ${test} }`);
    return check.whenAbsent === "broken" ? [`if (${columns.hasGaps(variable)}) { ${doubts.own()} }`] : [];
  };
  const statements = ({ definition }: ResolvedRule, condition: string): readonly string[] | undefined => {
    const keyword = keywords.find(({ name }) => definition[name] !== undefined);
    const check = keyword === undefined ? undefined : emittedChecks[keyword.name];
    if (check === undefined) return undefined;
    const names = definition.fields ?? (definition.field === undefined ? [] : [definition.field]);
    if (check.lines !== undefined) {
      const lines = columns.lines(names);
      return lines === undefined ? undefined : [check.lines(lines, emission)];
    }
    if (definition.feature !== undefined) {
      const position = emission.feature(definition.feature);
      const test = position === undefined ? undefined : check.value?.(definition, position, emission);
      return test === undefined ? undefined : [test];
    }
    const parts = names.map((name) => {
      const field = set.fields[name];
      if (field === undefined) return undefined;
      const isSingle = parsePath(field.path).list === undefined;
      return isSingle ? ofValue(name, definition, check) : ofColumn(name, definition, check, condition);
    });
    return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
  };

  return {
    add(rule, index) {
      doubts.begin(index);
      const { when } = rule.definition;
      const condition = when === undefined ? "" : emitCondition(when, emission, set);
      const written = condition === undefined ? undefined : statements(rule, condition);
      if (written === undefined) return false;
      if (written.length > 0)
        body.push(condition === "" ? written.join("\n") : `if (${condition}) {\n${written.join("\n")}\n}`);
      return true;
    },
    source: () => {
      const words = doubts.words();
      // Their groups are known once they are written.
      const read = [...values.head(), ...lists.head(), ...columns.head(), ...columns.loops()];
      const ends = [
        ...lists.variables().map((variable) => `endPlaces(${variable});`),
        ...(columns.variables().length === 0
          ? []
          : [`if (isLong) {`, ...columns.variables().map((variable) => `letGo(${variable});`), "isLong = false;", "}"]),
      ];
      return [
        "(() => {",
        ...lists.kept(),
        ...columns.kept(),
        "let isLong = false;",
        `let ${words.map((word) => `${word}Open = 0`).join(", ")};`,
        "const test = (facts) => {",
        `let t, q, ${words.map((word) => `${word} = 0`).join(", ")};`,
        ...groups.head(),
        ...read,
        ...body,
        `if ((${words.join(" | ")}) === 0) return true;`,
        ...words.map((word) => `${word}Open = ${word};`),
        "return false;",
        "};",
        `const isOpen = (index) => ${isOpenBy(words.map((word) => `${word}Open`))};`,
        ends.length === 0 ? "return { holds: test, isOpen };" : lettingGo(ends),
        "})()",
      ].join("\n");
    },
  };
}

function takesBlanks(check: EmittedCheck, definition: CheckKeywords): boolean {
  return check.takesBlanks?.(definition) ?? false;
}

/** A test that lets go of the PCCO, however it ends. */
function lettingGo(ends: readonly string[]): string {
  return [
    "const holds = (facts) => {",
    "try {",
    "return test(facts);",
    "} finally {",
    ...ends,
    "}",
    "};",
    "return { holds, isOpen };",
  ].join("\n");
}
