import { isDateTime } from "../context/calendar.ts";
import { toPointer } from "../document/pointer.ts";
import type { RuleTestCase, RuleTestFile } from "../generated/types.ts";
import { show } from "../keywords/show.ts";
import type { RuleSet } from "../rule-set.ts";
import { known } from "../rules/known.ts";
import type { Problems } from "../rules/rule-file.ts";
import { type Places, verifyEvent } from "./verify-event.ts";
import { verifyExpectation } from "./verify-expectation.ts";
import { verifyMatrix } from "./verify-matrix.ts";
import { verifyChanges, verifyProperties } from "./verify-properties.ts";

/** Checks every name that a rule test file mentions, and that each case expects something. */
export function verifyRuleTest(file: RuleTestFile, rules: RuleSet, problems: Problems): void {
  if (file.at !== undefined && !isDateTime(file.at))
    problems.add("/at", `"at" is ${show(file.at)}; write a date and time such as 2026-11-05T09:00:00Z`);
  for (const section of ["documents", "contexts", "actors"] as const)
    verifyProperties(`/${section}`, file[section], problems, 1);
  for (const [name, context] of Object.entries(file.contexts ?? {})) {
    for (const feature of Object.keys(context.erp?.features ?? {})) {
      const path = toPointer(["contexts", name, "erp", "features", feature]);
      known(path, "feature", feature, rules.definition.features, problems);
    }
  }
  const places: Places = { file, rules, names: { documents: verifyVariants(file, problems) } };
  verifyNames("/matrix", "matrix", file.matrix ?? [], problems);
  file.matrix?.forEach((each, index) => {
    verifyMatrix(`/matrix/${index}`, each, places, problems);
  });
  verifyNames("/cases", "case", file.cases, problems);
  file.cases.forEach((each, index) => {
    verifyCase(`/cases/${index}`, each, places, problems);
  });
}

function verifyNames(path: string, kind: string, entries: readonly { name: string }[], problems: Problems): void {
  const names = new Set<string>();
  entries.forEach(({ name }, index) => {
    if (names.has(name)) problems.add(`${path}/${index}/name`, `another ${kind} is named ${show(name)}, too`);
    names.add(name);
  });
}

/** Checks the variants, and gives all documents by name. */
function verifyVariants(
  { documents = {}, variants = {} }: RuleTestFile,
  problems: Problems,
): Places["names"]["documents"] {
  let above: Readonly<Record<string, unknown>> = documents;
  for (const [name, { of, change }] of Object.entries(variants)) {
    const path = `/variants${toPointer([name])}`;
    if (Object.hasOwn(documents, name)) problems.add(path, `a document is named ${show(name)}, too`);
    known(`${path}/of`, "document", of, above, problems);
    verifyChanges(`${path}/change`, change, problems);
    above = { ...above, [name]: of };
  }
  return above;
}

function verifyCase(path: string, each: RuleTestCase, { file, rules, names }: Places, problems: Problems): void {
  known(`${path}/document`, "document", each.document, names.documents, problems);
  if (each.context !== undefined) known(`${path}/context`, "context", each.context, file.contexts ?? {}, problems);
  if (each.actor !== undefined) known(`${path}/actor`, "actor", each.actor, file.actors ?? {}, problems);
  const { event, input } = each;
  verifyEvent(event === undefined ? undefined : `${path}/event`, event ?? "send", rules, problems, {
    path: `${path}/input`,
    entered: input,
  });
  verifyChanges(`${path}/change`, each.change, problems);
  verifyChanges(`${path}/changeContext`, each.changeContext, problems);
  for (const pointer of Object.keys(each.changeContext ?? {})) {
    const feature = /^\/erp\/features\/([^/]+)$/.exec(pointer)?.[1];
    if (feature !== undefined)
      known(`${path}/changeContext${toPointer([pointer])}`, "feature", feature, rules.definition.features, problems);
  }
  verifyExpectation(path, each, file, rules, problems);
}
