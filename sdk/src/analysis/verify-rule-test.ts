import { isDateTime } from "../context/calendar.ts";
import { toPointer } from "../document/pointer.ts";
import { isList, isObject } from "../document/value.ts";
import type { RuleTestCase, RuleTestFile } from "../generated/types.ts";
import { show } from "../keywords/show.ts";
import type { RuleSet } from "../rule-set.ts";
import { known } from "../rules/known.ts";
import type { Problems } from "../rules/rule-file.ts";
import { nearProperty } from "../rules/verify-path.ts";

/** Findings about the document itself that a check of a value can have. */
const ofDocuments = ["document/type", "document/unquoted-code"];

/** What a case can say instead of a state it leads to. */
const REFUSED = "refused";

/** Checks every name that a rule test file mentions, and that each case expects something. */
export function verifyRuleTest(file: RuleTestFile, rules: RuleSet, problems: Problems): void {
  if (file.at !== undefined && !isDateTime(file.at))
    problems.add("/at", `"at" is ${show(file.at)}; write a date and time such as 2026-11-05T09:00:00Z`);
  for (const section of ["documents", "contexts", "actors"] as const)
    verifyProperties(`/${section}`, file[section], problems, 1);
  for (const [name, context] of Object.entries(file.contexts ?? {})) {
    for (const feature of Object.keys(context.erp?.features ?? {}))
      known(at("contexts", name, "erp", "features", feature), "feature", feature, rules.definition.features, problems);
  }
  const names = new Set<string>();
  file.cases.forEach((each, index) => {
    const path = `/cases/${index}`;
    if (names.has(each.name)) problems.add(`${path}/name`, `another case is named ${show(each.name)}, too`);
    names.add(each.name);
    verifyCase(path, each, file, rules, problems);
  });
}

function verifyCase(path: string, each: RuleTestCase, file: RuleTestFile, rules: RuleSet, problems: Problems): void {
  const { definition } = rules;
  known(`${path}/document`, "document", each.document, file.documents ?? {}, problems);
  if (each.context !== undefined) known(`${path}/context`, "context", each.context, file.contexts ?? {}, problems);
  if (each.actor !== undefined) known(`${path}/actor`, "actor", each.actor, file.actors ?? {}, problems);
  const events = rules.events.length === 0 ? { send: {} } : definition.lifecycle;
  const { event = "send" } = each;
  if (each.event !== undefined && known(`${path}/event`, "event", event, events, problems)) {
    const inputs = definition.lifecycle[event]?.input ?? {};
    for (const name of Object.keys(each.input ?? {}))
      known(`${path}${at("input", name)}`, "input", name, inputs, problems);
  }
  verifyChanges(`${path}/change`, each.change, problems);
  verifyChanges(`${path}/changeContext`, each.changeContext, problems);
  for (const pointer of Object.keys(each.changeContext ?? {})) {
    const feature = /^\/erp\/features\/([^/]+)$/.exec(pointer)?.[1];
    if (feature !== undefined)
      known(`${path}${at("changeContext", pointer)}`, "feature", feature, definition.features, problems);
  }
  const ids = Object.fromEntries([...definition.rules.map(({ id }) => id), ...ofDocuments].map((id) => [id, id]));
  for (const key of ["broken", "unknown"] as const) {
    each[key]?.forEach((id, index) => {
      known(`${path}/${key}/${index}`, "rule", id, ids, problems);
    });
  }
  if (each.moves !== undefined)
    known(`${path}/moves`, "state", each.moves, { ...definition.states, [REFUSED]: {} }, problems);
  if (each.moves !== undefined && each.moves !== REFUSED && file.at === undefined)
    problems.add(`${path}/moves`, 'an event needs a time: write "at" at the top of the file');
  if (each.reasons !== undefined && each.moves !== REFUSED)
    problems.add(`${path}/reasons`, '"reasons" are those of a refusal; write "moves: refused" beside it');
  const { outcome, broken, unknown, moves, reasons } = each;
  if ([outcome, broken, unknown, moves, reasons].every((expected) => expected === undefined))
    problems.add(path, 'this case expects nothing; write "outcome", "broken", "unknown" or "moves"');
}

function verifyChanges(path: string, changes: Readonly<Record<string, unknown>> | undefined, problems: Problems): void {
  for (const [pointer, value] of Object.entries(changes ?? {})) {
    const place = `${path}${at(pointer)}`;
    if (!pointer.startsWith("/")) {
      problems.add(place, `write a JSON Pointer, which begins with a slash, such as /line_items/0/amount`);
      continue;
    }
    const steps = pointer.slice(1).split("/");
    // The names of toggles are not properties.
    const toggles = steps.indexOf("features");
    for (const step of toggles < 0 ? steps : steps.slice(0, toggles)) verifyProperty(place, step, problems);
    verifyProperties(place, value, problems, 0);
  }
}

/** @param names how many levels of names of the file's own stand above the properties */
function verifyProperties(path: string, value: unknown, problems: Problems, names: number): void {
  if (isList(value)) {
    value.forEach((item, index) => {
      verifyProperties(`${path}/${index}`, item, problems, names);
    });
    return;
  }
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    const place = `${path}${at(key)}`;
    if (names === 0) verifyProperty(place, key, problems);
    if (names > 0 || key !== "features") verifyProperties(place, inner, problems, Math.max(0, names - 1));
  }
}

function verifyProperty(place: string, name: string, problems: Problems): void {
  const near = nearProperty(name);
  if (near !== "") problems.add(place, `no PCCO and no context has "${name}".${near}`);
}

function at(...steps: readonly string[]): string {
  return toPointer(steps);
}
