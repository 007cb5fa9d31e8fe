import { parsePath } from "../context/field-path.ts";
import { toPointer } from "../document/pointer.ts";
import type { Field, LifecycleEvent, RuleFile } from "../generated/types.ts";
import { known } from "./known.ts";
import { leadsBack } from "./leads-back.ts";
import type { ResolvedRuleSet } from "./resolve.ts";
import { Problems, type RuleFileSource, RuleSetError } from "./rule-file.ts";
import { verifyPath } from "./verify-path.ts";
import { asksFeature, literalComplaint, verifyCondition, verifyRule } from "./verify-rule.ts";

/**
 * Checks every name that a rule file mentions against the rule set it belongs to: fields, sources, features, roles,
 * states, events, and the words of messages.
 * @throws {RuleSetError} with every unknown name, each at its place with the name probably meant
 */
export function verifyNames(source: RuleFileSource, set: ResolvedRuleSet): void {
  const problems = new Problems(source);
  const { content } = source;
  verifyFields(content, set, problems);
  for (const [id, rule] of Object.entries(content.rules ?? {})) verifyRule(`/rules/${id}`, rule, set, problems);
  for (const id of Object.keys(content.overrides ?? {})) {
    const rule = set.rules.find((each) => each.id === id);
    if (rule !== undefined) verifyRule(`/overrides/${id}`, rule.definition, set, problems);
  }
  for (const [name, feature] of Object.entries(content.features ?? {})) {
    if (typeof feature === "string") continue;
    const where = toPointer(["features", name, "where"]);
    if (feature.where !== undefined) {
      verifyCondition(where, feature.where, set, undefined, problems);
      if (asksFeature(feature.where)) problems.add(where, `where a feature exists can't depend on another feature`);
    }
    verifySource(toPointer(["features", name, "source"]), feature.source, set, problems);
  }
  for (const [name, role] of Object.entries(content.roles ?? {})) {
    verifyCondition(`/roles/${name}/where`, role.where, set, undefined, problems);
    verifySource(`/roles/${name}/source`, role.source, set, problems);
  }
  verifyStates(content, set, problems);
  for (const [name, event] of Object.entries(content.lifecycle ?? {}))
    verifyEvent(`/lifecycle/${name}`, event, set, problems);
  if (problems.found.length > 0) throw new RuleSetError(`${source.file} has faults:`, problems.found);
}

function verifyFields(content: RuleFile, set: ResolvedRuleSet, problems: Problems): void {
  for (const [name, field] of Object.entries(content.fields ?? {})) {
    const path = `/fields/${name}`;
    const { otherwise, shownAt } = field;
    if (parsePath(field.path).steps.some((step) => step.includes("[]"))) {
      problems.add(`${path}/path`, `a field can stand in one list only; found ${field.path}`);
    }
    verifyPath(path, field, problems);
    if (field.type === "choice" && field.choices === undefined)
      problems.add(path, `"${name}" is of type choice, so it needs "choices"`);
    if (shownAt !== undefined && known(`${path}/shownAt`, "field", shownAt, set.fields, problems)) {
      const place = set.fields[shownAt];
      const isWhole = place?.in !== "context" && place?.in !== "input" && !place?.path.includes("[]");
      if (!isWhole)
        problems.add(
          `${path}/shownAt`,
          `"${shownAt}" is not a field of the PCCO itself, so nothing can be shown there`,
        );
    }
    if (otherwise === undefined) continue;
    const { field: other, from, matching, take } = otherwise;
    const [by] = Object.entries(matching ?? {});
    if (other !== undefined) {
      known(`${path}/otherwise/field`, "field", other, set.fields, problems);
      if (from !== undefined || matching !== undefined || take !== undefined)
        problems.add(`${path}/otherwise`, `write either "field", or all of "from", "matching" and "take"`);
    } else if (from === undefined || by === undefined || take === undefined) {
      problems.add(`${path}/otherwise`, `write either "field", or all of "from", "matching" and "take"`);
    } else {
      known(`${path}/otherwise/matching${toPointer([by[0]])}`, "field", by[1], set.fields, problems);
    }
    if (leadsBack(name, set.fields)) problems.add(`${path}/otherwise`, `"${name}" leads back to itself`);
    else if (other !== undefined && set.fields[other] !== undefined && listOf(set.fields[other]) !== listOf(field)) {
      problems.add(`${path}/otherwise/field`, `"${other}" does not stand in the same place as "${name}"`);
    }
  }
}

function listOf(field: Field | undefined): string {
  return field === undefined ? "" : `${field.in ?? "document"} ${parsePath(field.path).list?.join(".") ?? ""}`;
}

function verifyStates(content: RuleFile, set: ResolvedRuleSet, problems: Problems): void {
  const states = Object.entries(set.states);
  const initial = states.filter(([, state]) => state.initial);
  if (states.length > 0 && initial.length !== 1)
    problems.add("/states", `exactly one state must be "initial"; found ${initial.length}`);
  if (states.length === 0 && Object.keys(content.lifecycle ?? {}).length > 0)
    problems.add("/lifecycle", `events need "states"`);
}

function verifyEvent(path: string, event: LifecycleEvent, set: ResolvedRuleSet, problems: Problems): void {
  event.from.forEach((from, index) => {
    if (typeof from === "string") known(`${path}/from/${index}`, "state", from, set.states, problems);
    else {
      known(`${path}/from/${index}/state`, "state", from.state, set.states, problems);
      known(`${path}/from/${index}/after`, "event", from.after, set.lifecycle, problems);
    }
  });
  if (event.to !== undefined) known(`${path}/to`, "state", event.to, set.states, problems);
  const roles = typeof event.role === "string" ? [event.role] : event.role;
  roles.forEach((role, index) => {
    known(typeof event.role === "string" ? `${path}/role` : `${path}/role/${index}`, "role", role, set.roles, problems);
  });
  event.guards?.forEach((guard, index) => {
    verifyCondition(`${path}/guards/${index}/when`, guard.when, set, undefined, problems);
  });
  for (const [name, setter] of Object.entries(event.set ?? {})) {
    const place = `${path}/set${toPointer([name])}`;
    if (known(place, "field", name, set.fields, problems)) {
      const field = set.fields[name];
      if (field?.in !== undefined && field.in !== "document")
        problems.add(place, `"${name}" is not a field of the PCCO, so no event can write it`);
      else if (field?.path.includes("[]"))
        problems.add(place, `"${name}" stands on every line; an event writes fields of the PCCO itself`);
      const complaint =
        field === undefined || setter.value === undefined ? undefined : literalComplaint(field, setter.value);
      if (complaint !== undefined) problems.add(`${place}/value`, complaint);
    }
    if (setter.input !== undefined) known(`${place}/input`, "input", setter.input, event.input ?? {}, problems);
  }
  for (const [name, { type, default: preset, mustBe }] of Object.entries(event.input ?? {})) {
    if (preset !== undefined && type !== "date")
      problems.add(
        `${path}/input/${name}/default`,
        `"default: today" is for a value of type date; "${name}" is of type ${type}`,
      );
    if (mustBe !== undefined && type !== "boolean")
      problems.add(
        `${path}/input/${name}/mustBe`,
        `"mustBe" is for a value of type boolean; "${name}" is of type ${type}`,
      );
  }
  verifySource(`${path}/source`, event.source, set, problems);
}

function verifySource(path: string, name: string | undefined, set: ResolvedRuleSet, problems: Problems): void {
  if (name !== undefined) known(path, "source", name, set.sources, problems);
}
