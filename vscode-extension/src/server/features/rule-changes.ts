import { LSPErrorCodes, ProgressType, ResponseError } from "vscode-languageserver";
import {
  type BreakRuleParams,
  type CoverageParams,
  type DiffRulesParams,
  type ImpactCount,
  type ImpactParams,
  methods,
  type Requests,
  type RuleFileCoverage,
  type RuleFileParams,
} from "../../protocol.ts";
import type { RuleText } from "../../service/model.ts";
import { breakingCase } from "../../service/rules/breaking-case.ts";
import { type Counterpart, counterpartsOf } from "../../service/rules/counterparts.ts";
import { ruleCoverage } from "../../service/rules/coverage.ts";
import { ruleDiff } from "../../service/rules/rule-diff.ts";
import { ruleIdAt } from "../../service/rules/rule-id-at.ts";
import type { Folder } from "../folder.ts";
import { ImpactRun } from "../impact.ts";
import { answering, type Feature } from "./feature.ts";

type Result<Method extends keyof Requests> = Requests[Method]["result"];

const counts = new ProgressType<ImpactCount>();

const noRules = { refusal: "This is no rule file." };

/** What an edit of a rule file changes. */
export const ruleChanges: Feature = {
  capabilities: () => ({}),
  register(connection, running) {
    const newest = new Map<string, object>();
    connection.onRequest<Result<typeof methods.impact>, void>(
      methods.impact,
      answering<ImpactParams, Result<typeof methods.impact>>(running, null, {
        rules: async ({ rule, folder }, { partialResultToken }, { workspace }, token) => {
          // An earlier question about the same file is given up for this one.
          const own = {};
          newest.set(rule.uri, own);
          const isGivenUp = (): boolean => token?.isCancellationRequested === true || newest.get(rule.uri) !== own;
          const tell = (count: ImpactCount): void => {
            if (partialResultToken === undefined) return;
            // Whoever has closed the connection does not wait for the answer either.
            connection.sendProgress(counts, partialResultToken, count).catch(() => undefined);
          };
          try {
            const impact = await new ImpactRun(folder, workspace.texts, isGivenUp, tell).of(rule);
            if (impact === undefined) throw new ResponseError(LSPErrorCodes.RequestCancelled, "no longer asked for");
            return impact;
          } finally {
            if (newest.get(rule.uri) === own) newest.delete(rule.uri);
          }
        },
      }),
    );
    connection.onRequest(methods.coverage, async ({ uris }: CoverageParams): Promise<readonly RuleFileCoverage[]> => {
      const { workspace } = running();
      await Promise.all(workspace.folders.map((folder) => workspace.settled(folder)));
      return workspace.folders.flatMap((folder) => ruleCoverage(folder.project(), (uri) => uris.includes(uri)));
    });
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
async function counterparts(rule: RuleText, folder: Folder): Promise<readonly Counterpart[]> {
  const saved = await folder.savedRules.with(rule, folder.rules.ruleTexts);
  return counterpartsOf(
    rule,
    folder.project(),
    saved?.ruleTexts.find(({ uri }) => uri === rule.uri),
  );
}
