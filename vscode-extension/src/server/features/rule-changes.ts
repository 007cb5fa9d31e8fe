import {
  type BreakRuleParams,
  type DiffRulesParams,
  methods,
  type Requests,
  type RuleFileParams,
} from "../../protocol.ts";
import type { RuleText } from "../../service/model.ts";
import { breakingCase } from "../../service/rules/breaking-case.ts";
import { type Counterpart, counterpartsOf } from "../../service/rules/counterparts.ts";
import { ruleDiff } from "../../service/rules/rule-diff.ts";
import { ruleIdAt } from "../../service/rules/rule-id-at.ts";
import type { Folder } from "../folder.ts";
import { answering, type Feature } from "./feature.ts";

type Result<Method extends keyof Requests> = Requests[Method]["result"];

const noRules = { refusal: "This is no rule file." };

/** What an edit of a rule file changes. */
export const ruleChanges: Feature = {
  capabilities: () => ({}),
  register(connection, running) {
    connection.onRequest(
      methods.ruleVersions,
      answering<RuleFileParams, Result<typeof methods.ruleVersions>>(running, [], {
        rules: async ({ rule, folder }) =>
          (await counterparts(rule, folder)).map(({ name, kind, label }) => ({ name, kind, label })),
      }),
    );
    connection.onRequest<Result<typeof methods.diffRules>, void>(
      methods.diffRules,
      answering<DiffRulesParams, Result<typeof methods.diffRules>>(running, noRules, {
        rules: async ({ rule, folder }, { name }) => {
          const known = await counterparts(rule, folder);
          const chosen = name === undefined ? known[0] : known.find((each) => each.name === name);
          if (chosen === undefined)
            return { refusal: `There are no ${name ?? "other"} rules that ${rule.file} could be compared with.` };
          return ruleDiff(rule, chosen);
        },
      }),
    );
    connection.onRequest<Result<typeof methods.breakRule>, void>(
      methods.breakRule,
      answering<BreakRuleParams, Result<typeof methods.breakRule>>(running, noRules, {
        rules: ({ rule, folder }, { ruleId, line = 0 }) => {
          const id = ruleId ?? ruleIdAt(rule, line);
          if (id === undefined) return { refusal: "Put the cursor on a rule." };
          return breakingCase(rule, id, folder.settings.event);
        },
      }),
    );
  },
};

/** What a rule file can be compared with. */
export async function counterparts(rule: RuleText, folder: Folder): Promise<readonly Counterpart[]> {
  const saved = await folder.savedRules.with(rule, folder.rules.ruleTexts);
  return counterpartsOf(
    rule,
    folder.project(),
    saved?.ruleTexts.find(({ uri }) => uri === rule.uri),
  );
}
