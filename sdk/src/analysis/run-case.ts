import { editValue } from "../document/edit-value.ts";
import { fromPointer, valueAt } from "../document/pointer.ts";
import type { Edit } from "../document/text.ts";
import { isObject } from "../document/value.ts";
import type { Finding, Pcco, PccoContext, Reason, RuleTestCase, RuleTestFile } from "../generated/types.ts";
import { either } from "../keywords/show.ts";
import type { TransitionResult } from "../lifecycle/transition.ts";
import type { RuleSet } from "../rule-set.ts";

/** What a case expects, or what came of it: the parts that the case speaks of. Lists are sorted. */
export type CaseExpectation = Pick<RuleTestCase, "outcome" | "broken" | "unknown" | "moves" | "reasons">;

/** What came of one case of a rule test file. */
export interface CaseResult {
  readonly passed: boolean;
  /** Every difference as a sentence, a line each; empty when passed. */
  readonly message: string;
  readonly expected: CaseExpectation;
  readonly actual: CaseExpectation;
}

/**
 * Runs one case of a rule test file: checks its document, lets its event happen, and compares. A case that can't be run,
 * because what it names is not there, has not passed.
 * @param file the file it stands in, whose names are known to exist (`readRuleTest`)
 */
export function runCase(rules: RuleSet, file: RuleTestFile, each: RuleTestCase): CaseResult {
  const expected = expectationOf(each);
  try {
    return compare(rules, each, expected, file);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { passed: false, message: `This case can't be run: ${error.message}.`, expected, actual: {} };
  }
}

function compare(rules: RuleSet, each: RuleTestCase, expected: CaseExpectation, file: RuleTestFile): CaseResult {
  const { event = "send", input } = each;
  const given = { ...(file.at === undefined ? {} : { at: file.at }), ...(input === undefined ? {} : { input }) };
  const { document: pcco, context } = givenTo(file, each);
  const { outcome, findings } = rules.check(pcco, context, { event, ...given });
  const idsOf = (state: Finding["state"]): readonly string[] => [
    ...new Set(findings.filter((found) => found.state === state).map(({ ruleId }) => ruleId)),
  ];
  const moved = each.moves === undefined ? undefined : rules.transition(pcco, event, { at: "", ...given, context });
  const actual = partsOf(expected, {
    outcome,
    broken: idsOf("broken").toSorted(),
    unknown: idsOf("unknown").toSorted(),
    ...(moved === undefined ? {} : movesOf(moved, rules)),
  });
  const differences = [
    ...(expected.outcome === undefined || expected.outcome === outcome
      ? []
      : [`The outcome is ${outcome}, not ${expected.outcome}.`]),
    ...ruleDifferences("broken", expected.broken, findings, rules),
    ...ruleDifferences("unknown", expected.unknown, findings, rules),
    ...moveDifferences(event, expected, actual, moved),
  ];
  return { passed: differences.length === 0, message: differences.join("\n"), expected, actual };
}

function expectationOf({ outcome, broken, unknown, moves, reasons }: RuleTestCase): CaseExpectation {
  return {
    ...(outcome === undefined ? {} : { outcome }),
    ...(broken === undefined ? {} : { broken: sorted(broken) }),
    ...(unknown === undefined ? {} : { unknown: sorted(unknown) }),
    ...(moves === undefined ? {} : { moves }),
    ...(reasons === undefined ? {} : { reasons: sorted(reasons) }),
  };
}

function partsOf(expected: CaseExpectation, all: CaseExpectation): CaseExpectation {
  return Object.fromEntries(Object.entries(all).filter(([key]) => key === "moves" || Object.hasOwn(expected, key)));
}

function sorted<T extends string>(values: readonly T[]): T[] {
  return [...new Set(values)].sort();
}

/**
 * The document and the context of a case, with its changes and its actor.
 * @throws {RangeError} when one of them is not there, or a change leads nowhere
 */
export function givenTo(
  file: RuleTestFile,
  { document: name, change, context, changeContext, actor }: RuleTestCase,
): { readonly document: Pcco; readonly context: PccoContext } {
  return {
    document: changed(file.documents?.[name], change, `document "${name}"`),
    context: contextOf(file, context, changeContext, actor),
  };
}

function contextOf(
  file: RuleTestFile,
  name: string | undefined,
  changeContext: RuleTestCase["changeContext"],
  actor: string | undefined,
): PccoContext {
  const context =
    name === undefined
      ? changed({}, changeContext, "")
      : changed(file.contexts?.[name], changeContext, `context "${name}"`);
  if (actor === undefined) return context;
  const person = file.actors?.[actor];
  if (person === undefined) throw new RangeError(`there is no actor "${actor}"`);
  return { ...context, actor: person };
}

function changed(
  value: Readonly<Record<string, unknown>> | undefined,
  changes: RuleTestCase["change"],
  name: string,
): Readonly<Record<string, unknown>> {
  if (value === undefined) throw new RangeError(`there is no ${name}`);
  let result: unknown = value;
  for (const [path, to] of Object.entries(changes ?? {})) result = editValue(result, [editOf(result, path, to)]);
  if (!isObject(result)) throw new RangeError(`nothing is left of ${name}`);
  return result;
}

function editOf(value: unknown, path: string, to: unknown): Edit {
  if (to === null) return { op: "remove", path };
  return { op: valueAt(value, fromPointer(path)) === undefined ? "add" : "replace", path, value: to };
}

function movesOf(moved: TransitionResult, rules: RuleSet): CaseExpectation {
  if (moved.ok) return { moves: rules.statusOf(moved.document) };
  return { moves: "refused", reasons: sorted(moved.reasons.map(({ kind }) => kind)) };
}

function ruleDifferences(
  state: Finding["state"],
  expected: readonly string[] | undefined,
  findings: readonly Finding[],
  rules: RuleSet,
): readonly string[] {
  if (expected === undefined) return [];
  const found = findings.filter((finding) => finding.state === state);
  const extra = new Map(found.filter(({ ruleId }) => !expected.includes(ruleId)).map((each) => [each.ruleId, each]));
  const missing = expected.filter((id) => !found.some(({ ruleId }) => ruleId === id));
  return [
    ...[...extra.values()].map(({ ruleId, message }) => `${ruleId} is ${state}, which is not expected: ${message}`),
    ...missing.map((id) => `${id} is expected to be ${state}, but ${insteadOf(id, findings, rules)}.`),
  ];
}

function insteadOf(id: string, findings: readonly Finding[], rules: RuleSet): string {
  const other = findings.find(({ ruleId }) => ruleId === id);
  if (other !== undefined) return `it is ${other.state}: ${other.message.replace(/\.$/, "")}`;
  const rule = rules.definition.rules.find((each) => each.id === id);
  if (rule === undefined) return id.startsWith("document/") ? "it is not found" : "there is no such rule";
  if (rule.definition.severity === "off") return "it is off";
  return "it holds, does not apply, or is not asked for this event";
}

function moveDifferences(
  event: string,
  expected: CaseExpectation,
  actual: CaseExpectation,
  moved: TransitionResult | undefined,
): readonly string[] {
  if (moved === undefined) return [];
  const why = moved.ok ? "" : moved.reasons.map(({ message }) => message).join(" ");
  if (expected.moves !== actual.moves) {
    if (!moved.ok) return [`${event} is refused, but should lead to ${expected.moves}: ${why}`];
    return [
      `${event} leads to ${actual.moves}${expected.moves === "refused" ? ", but should be refused" : `, not to ${expected.moves}`}.`,
    ];
  }
  const kinds = (reasons: readonly Reason["kind"][] | undefined): string => either(reasons ?? [], "and") || "nothing";
  if (expected.reasons === undefined || kinds(expected.reasons) === kinds(actual.reasons)) return [];
  return [`${event} is refused for ${kinds(actual.reasons)}, not for ${kinds(expected.reasons)}: ${why}`];
}
