import { toPointer } from "../../document/pointer.ts";
import { isList, isObject } from "../../document/value.ts";
import type { RuleSet } from "../../rule-set.ts";
import { isMeantBy } from "../../rules/reference.ts";
import type { RuleFileSource } from "../../rules/rule-file.ts";
import type { LintFinding } from "./finding.ts";
import { ownRules } from "./own-rules.ts";

/** What a rule test file says, as a value; it may have faults. */
export type TestValue = unknown;

/**
 * A rule file without tests, or rules and events of it of which no case says anything: a rule needs a case that expects it
 * to be broken, and an event one in which it is tried. No rule is asked for it, so that it takes next to no time.
 * @param rules the rule set of `source`
 * @param tests what the rule test files beside it say
 */
export function* lintTests(
  rules: RuleSet,
  source: RuleFileSource,
  tests: readonly TestValue[],
): Generator<LintFinding> {
  const { content } = source;
  const { active, isOwn, placeAt } = ownRules(rules, source);
  const own = tests.filter((test) => isAbout(test, content));
  if (own.length === 0) {
    yield {
      id: "lint/missing-test",
      severity: "warning",
      message: `Version ${content.version} of ${content.ruleSet} has no tests. Write them into a file beside it with the ending .test.yaml; "erp-rules samples" finds documents for it.`,
      place: placeAt("/ruleSet"),
      related: [],
    };
    return;
  }
  const broken = new Set(own.flatMap((test) => namesUnder(test, "broken")));
  const events = new Set(own.flatMap((test) => [...namesUnder(test, "event"), ...namesUnder(test, "events")]));
  for (const { id, place } of active.filter(isOwn)) {
    if (broken.has(id)) continue;
    const message = `No test expects rule "${id}" to be broken. Add a case with a PCCO that breaks it.`;
    yield { id: "lint/missing-test", severity: "warning", message, place, related: [] };
  }
  for (const name of Object.keys(content.lifecycle ?? {})) {
    if (events.has(name)) continue;
    const message = `No test tries event "${name}". Add a case in which it happens, and one in which it is refused.`;
    const place = placeAt(toPointer(["lifecycle", name]));
    yield { id: "lint/missing-test", severity: "warning", message, place, related: [] };
  }
}

function isAbout(test: TestValue, { ruleSet, version }: { readonly ruleSet: string; readonly version: string }) {
  const reference = isObject(test) ? test["ruleSet"] : undefined;
  return typeof reference === "string" && isMeantBy(reference, ruleSet, version);
}

/** All texts under a key, wherever it stands among cases and the matrix. */
function namesUnder(test: TestValue, key: string): readonly string[] {
  const names: string[] = [];
  const visit = (value: unknown): void => {
    if (isList(value)) value.forEach(visit);
    if (!isObject(value)) return;
    for (const [name, each] of Object.entries(value)) {
      if (name === key) names.push(...[each].flat().filter((word): word is string => typeof word === "string"));
      else if (name !== "documents" && name !== "contexts") visit(each);
    }
  };
  if (isObject(test)) visit([test["matrix"], test["cases"]]);
  return names;
}
