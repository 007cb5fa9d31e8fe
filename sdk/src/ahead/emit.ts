import { parsePath } from "../context/field-path.ts";
import type { CheckKeywords, Condition } from "../generated/types.ts";
import { keywords } from "../keywords/index.ts";
import type { Emission, Keyword } from "../keywords/keyword.ts";
import { literal } from "../keywords/literal.ts";
import type { ResolvedRule, ResolvedRuleSet } from "../rules/resolve.ts";
import { emitReader, type Reader } from "./emit-reader.ts";

// Writes the quick test of a rule set down as a function, ahead of time: a host that forbids code generation runs it, and
// its properties and tests stand in it by name, so that the engine can make the best of it. Like every quick test it only
// says "clean" or "can't say".

/** A quick test as source text. */
export interface EmittedTest {
  /** Source text of an expression: a function of the facts. */
  readonly source: string;
  /** Ids of the rules it does not cover, which have to be asked. */
  readonly rest: readonly string[];
}

/** Writes the quick test of some rules of a rule set that are asked together. */
export function emitCleanTest(set: ResolvedRuleSet, rules: readonly ResolvedRule[]): EmittedTest {
  const writer = createWriter(set);
  const rest: string[] = [];
  for (const rule of rules) if (!writer.add(rule)) rest.push(rule.id);
  return { source: writer.source(), rest };
}

interface Writer {
  /** Adds a rule; `false` when it can't be written down. */
  add(rule: ResolvedRule): boolean;
  source(): string;
}

function createWriter(set: ResolvedRuleSet): Writer {
  const lasting: string[] = [];
  const head: string[] = [];
  const body: string[] = [];
  const values = new Map<string, string>();
  const columns = new Map<string, string>();
  const reader = emitReader(set, lasting, head);

  /** The variable of a field that stands by itself; absent values are `undefined`, wrong ones end the test. */
  const value = (name: string): string | undefined => {
    const field = set.fields[name];
    if (field === undefined || parsePath(field.path).list !== undefined || field.in === "input") return undefined;
    const known = values.get(name);
    if (known !== undefined) return known;
    const variable = `v${values.size}`;
    if (!reader.value(variable, field)) return undefined;
    values.set(name, variable);
    return variable;
  };
  /** The variable of a column of a list of the PCCO. */
  const column = (name: string): string | undefined => {
    const field = set.fields[name];
    if (field === undefined || parsePath(field.path).list === undefined || (field.in ?? "document") !== "document")
      return undefined;
    const known = columns.get(name);
    if (known !== undefined) return known;
    const variable = `c${columns.size}`;
    if (!reader.column(variable, field)) return undefined;
    columns.set(name, variable);
    return variable;
  };
  const kept = (name: string): string | undefined => {
    const variable = column(name);
    if (variable !== undefined) reader.keep(variable);
    return variable;
  };
  const emission: Emission = {
    value,
    columns: (names) => group(names.map(kept)),
    known: (name) => {
      const field = set.fields[name];
      return field === undefined ? undefined : reader.known(field);
    },
    feature: (name) => reader.feature(name, (condition) => emitCondition(condition, emission, set)),
  };

  const group = (columns: readonly (string | undefined)[]): string | undefined => {
    if (columns.includes(undefined)) return undefined;
    const variable = `g${lasting.length}`;
    lasting.push(`const ${variable} = [${columns.join(", ")}];`);
    return variable;
  };
  const linesTest = (
    columns: readonly (string | undefined)[],
    definition: CheckKeywords,
    keyword: Keyword,
  ): readonly string[] | undefined => {
    const variable = group(columns);
    return variable === undefined ? undefined : only(keyword.emitLines?.(definition, variable));
  };
  const statements = (rule: ResolvedRule, condition: string): readonly string[] | undefined => {
    const { definition } = rule;
    const keyword = onlyKeyword(definition);
    if (keyword?.emit === undefined) return undefined;
    const names = definition.fields ?? (definition.field === undefined ? [] : [definition.field]);
    if (keyword.emitLines !== undefined) {
      return linesTest(names.map(kept), definition, keyword);
    }
    if (definition.feature !== undefined) {
      const position = emission.feature(definition.feature);
      return position === undefined ? undefined : only(keyword.emit(definition, position, emission));
    }
    const parts = names.map((name) => {
      const field = set.fields[name];
      if (field === undefined) return undefined;
      return parsePath(field.path).list === undefined
        ? emitValue(name, definition, keyword, emission)
        : emitColumn(column(name), definition, keyword, emission, condition, reader);
    });
    return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
  };

  return {
    add(rule) {
      const { when } = rule.definition;
      const condition = when === undefined ? "" : emitCondition(when, emission, set);
      if (condition === undefined) return false;
      const written = statements(rule, condition);
      if (written === undefined) return false;
      body.push(condition === "" ? written.join("\n") : `if (${condition}) {\n${written.join("\n")}\n}`);
      return true;
    },
    source: () => {
      const test = ["(facts) => {", ...head, ...reader.columns(), ...body, "return true;", "};"];
      return `(() => {\n${[...lasting, ...lettingGo(test.join("\n"), reader)].join("\n")}\n})()`;
    },
  };
}

/** A test that lets go of what has grown large, however it ends. */
function lettingGo(test: string, reader: Reader): readonly string[] {
  const kept = reader.kept();
  if (kept === undefined) return [`return ${test}`];
  return [
    `const columns = ${kept.columns};`,
    `const lists = ${kept.lists};`,
    `const test = ${test}`,
    "return (facts) => {",
    "try {\nreturn test(facts);\n} finally {\nletGo(columns, lists);\n}",
    "};",
  ];
}

/** Statements that end the test unless a field that stands by itself certainly keeps a check. */
function emitValue(
  name: string,
  settings: CheckKeywords,
  keyword: Keyword,
  emission: Emission,
): readonly string[] | undefined {
  const variable = emission.value(name);
  const test = variable === undefined ? undefined : keyword.emit?.(settings, variable, emission);
  if (variable === undefined || test === undefined) return undefined;
  if (keyword.whenAbsent === "broken") return [`if (${variable} === undefined) return false;`, test];
  return [`if (${variable} !== undefined) {\n${test}\n}`];
}

/** The same for a field of lines: each value is tested as it is read, and missing ones are counted. */
function emitColumn(
  variable: string | undefined,
  settings: CheckKeywords,
  keyword: Keyword,
  emission: Emission,
  condition: string,
  reader: Reader,
): readonly string[] | undefined {
  // Other columns are not read yet while this one is.
  const own = { ...emission, columns: () => undefined };
  const test = variable === undefined ? undefined : keyword.emit?.(settings, "value", own);
  if (variable === undefined || test === undefined) return undefined;
  if (test !== "") reader.forEach(variable, condition === "" ? test : `if (${condition}) {\n${test}\n}`);
  return keyword.whenAbsent === "broken" ? [`if (${variable}.absent > 0) return false;`] : [];
}

/** A condition as an expression; what it can't decide ends the test beforehand. `undefined` when it can't be written. */
function emitCondition(condition: Condition, emission: Emission, set: ResolvedRuleSet): string | undefined {
  const { all, any, not, feature, field } = condition;
  if (all !== undefined || any !== undefined) {
    const parts = (all ?? any ?? []).map((part) => emitCondition(part, emission, set));
    return parts.includes(undefined) ? undefined : `(${parts.join(all === undefined ? " || " : " && ")})`;
  }
  if (not !== undefined) {
    const part = emitCondition(not, emission, set);
    return part === undefined ? undefined : `!(${part})`;
  }
  if (feature !== undefined) {
    const position = emission.feature(feature);
    return position === undefined ? undefined : `${position} === ${literal(condition.is)}`;
  }
  const variable = field === undefined ? undefined : emission.value(field);
  if (variable === undefined) return undefined;
  const isId = field !== undefined && set.fields[field]?.type === "id";
  // An id may be written as a number where the rule has a text.
  const is = (word: string): string =>
    isId ? `sameId(${variable}, ${literal(word)})` : `${variable} === ${literal(word)}`;
  if (typeof condition.equals === "string") return is(condition.equals);
  if (condition.oneOf !== undefined) return `(${condition.oneOf.map(is).join(" || ")})`;
  if (condition.required !== undefined) return `${variable} !== undefined`;
  return condition.absent === undefined ? undefined : `${variable} === undefined`;
}

function onlyKeyword(settings: CheckKeywords): Keyword | undefined {
  return keywords.find(({ name }) => settings[name] !== undefined);
}

function only(statement: string | undefined): readonly string[] | undefined {
  return statement === undefined ? undefined : [statement];
}
