import { valueAt } from "@erp-export-rules/sdk/text";
import type { FeatureStatus, StatusResult } from "../../protocol.ts";
import type { PccoFile, RuleText, Surroundings, SurroundingsOf } from "../model.ts";

/** Which rules and context apply to the PCCO at a line, and why. */
export function pccoStatus(file: PccoFile, line: number, surroundingsOf: SurroundingsOf, event: string): StatusResult {
  const record = file.recordAt(line);
  const document = record.document();
  const found = surroundingsOf(document.value);
  const outcomes = file.records.map((each) => each.verdict(surroundingsOf).outcome);
  const counts = {
    documents: outcomes.length,
    blocked: outcomes.filter((outcome) => outcome === "blocked" || outcome === "unreadable").length,
    unknown: outcomes.filter((outcome) => outcome === "unknown").length,
  };
  const pin = document.valueRange(["$rules"]);
  const pinned = pin === undefined ? {} : { pin };
  if ("cannot" in found) {
    return {
      kind: "pcco",
      whyRules: found.problem,
      whyContext: "",
      notice: found.problem,
      features: [],
      event,
      counts,
      ...pinned,
    };
  }
  const { rules, why } = found;
  return {
    kind: "pcco",
    ruleSet: {
      id: rules.reference.id,
      version: rules.reference.version,
      title: rules.definition.title,
      ...(why.rulesUri === undefined ? {} : { uri: why.rulesUri }),
    },
    whyRules: why.rules,
    ...pinned,
    ...(why.isLastGood ? { notice: lastGood } : {}),
    ...contextOf(found, document.value),
    whyContext: why.context,
    features: featuresOf(found),
    event: found.event,
    counts,
  };
}

/** What a rule file stands for. */
export function ruleStatus({ ruleSet, isCurrent, uri }: RuleText, event: string): StatusResult {
  return {
    kind: "rules",
    ...(ruleSet === undefined
      ? {}
      : {
          ruleSet: {
            id: ruleSet.reference.id,
            version: ruleSet.reference.version,
            title: ruleSet.definition.title,
            uri,
          },
        }),
    whyRules: "this rule file",
    ...(isCurrent ? {} : { notice: ruleSet === undefined ? "This rule file has faults." : lastGood }),
    whyContext: "",
    features: [],
    event,
    counts: { documents: 0, blocked: 0, unknown: 0 },
  };
}

function contextOf({ why }: Surroundings, value: unknown): Pick<StatusResult, "context"> {
  if (why.contextUri !== undefined) return { context: { label: nameOf(why.contextUri), uri: why.contextUri } };
  const isInside = (valueAt(value, ["$context"]) ?? undefined) !== undefined;
  return isInside ? { context: { label: "in the file itself" } } : {};
}

const lastGood = "The rule file has faults; its last version without faults stays in force.";

/** Where each toggle stands, and who says so: the settings win over the context. */
function featuresOf({ rules, context, why }: Surroundings): readonly FeatureStatus[] {
  return rules.toggles(context).map((toggle): FeatureStatus => {
    const isListed = context.erp?.features?.[toggle.name] !== undefined;
    const by = Object.hasOwn(why.featuresSet, toggle.name) ? "workspace setting" : isListed ? "context" : "rule set";
    return { ...toggle, by: toggle.position === "unknown" ? "not given by the context" : by };
  });
}

function nameOf(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
}
