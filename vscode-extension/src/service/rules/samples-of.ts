import type { Location } from "vscode-languageserver-types";
import type { Project, SampleRecord } from "../model.ts";
import { concerning } from "./references.ts";
import { nodeOfRuleSet, type RuleNode } from "./rule-nodes.ts";

/** What the PCCOs of a project say of one rule. */
export interface SamplesOfRule {
  /** How many PCCOs are asked it. */
  readonly asked: number;
  readonly broken: number;
  readonly unknown: number;
  /** The places that break it. */
  readonly places: readonly Location[];
}

/** Counts what the PCCOs of the project say of rules of one rule file; those judged by a file that extends it count too. */
export function samplesOf(node: RuleNode, project: Project): (ruleId: string) => SamplesOfRule {
  const concerns = concerning(node, project);
  const judged = project.samples.flatMap(({ uri, records }) =>
    records
      .filter(({ rules }) => rules !== undefined && concerns(nodeOfRuleSet(rules, project)))
      .map((record) => ({ uri, record })),
  );
  return (ruleId) => {
    const asked = judged.filter(({ record }) => isAsked(ruleId, record));
    const saying = (state: string) =>
      asked.filter(({ record }) =>
        record.verdict.findings.some((found) => found.ruleId === ruleId && found.state === state),
      );
    const broken = saying("broken");
    return {
      asked: asked.length,
      broken: broken.length,
      unknown: saying("unknown").length,
      places: broken.flatMap(({ uri, record }) =>
        record.verdict.findings.flatMap(({ ruleId: id, state, range }) =>
          id === ruleId && state === "broken" && range !== undefined ? [{ uri, range }] : [],
        ),
      ),
    };
  };
}

/** Whether a PCCO was asked a rule: it could be read, and the rule belongs to the event that it was judged for. */
function isAsked(ruleId: string, { rules, verdict, event = "send" }: SampleRecord): boolean {
  const rule = rules?.definition.rules.find(({ id }) => id === ruleId)?.definition;
  if (rules === undefined || rule === undefined || rule.severity === "off" || verdict.outcome === "unreadable")
    return false;
  const checks = rules.events.length === 0 ? ["save", "send"] : (rules.definition.lifecycle[event]?.checks ?? []);
  return checks.includes(rule.stage);
}
