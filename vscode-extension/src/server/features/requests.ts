import { fromPointer, parseText } from "@erp-export-rules/sdk/text";
import {
  type BlockedFile,
  methods,
  type PccoParams,
  type Requests,
  type RunTestsParams,
  type TestFile,
  type TransitionParams,
  type TurnOffParams,
  type WhyParams,
} from "../../protocol.ts";
import { blockedFiles } from "../../service/blocked.ts";
import { lifecycleOf, lifecycleOfPcco, type PlaceOf } from "../../service/lifecycle.ts";
import { pccoActions, pccoTransition } from "../../service/pcco/events.ts";
import { pccoStatus, ruleStatus } from "../../service/pcco/status.ts";
import { turnOffRule } from "../../service/pcco/turn-off.ts";
import { ruleSetChoices } from "../../service/rule-set-choices.ts";
import { listTests, runTests } from "../../service/rules/run-tests.ts";
import { whyPcco } from "../../service/rules/why-pcco.ts";
import { whyTest } from "../../service/rules/why-test.ts";
import type { Folder } from "../folder.ts";
import { bundledFile, bundledUri } from "../rule-files.ts";
import type { Server } from "../server.ts";
import { answering, type Feature, targetOf } from "./feature.ts";

type Result<Method extends keyof Requests> = Requests[Method]["result"];

/** What the extension's own client asks beyond the protocol. */
export const requests: Feature = {
  capabilities: () => ({}),
  register(connection, running) {
    connection.onRequest(
      methods.status,
      answering<PccoParams, Result<typeof methods.status>>(running, null, {
        pcco: ({ file, surroundingsOf, folder }, { line = 0 }) =>
          pccoStatus(file, line, surroundingsOf, folder.settings.event),
        rules: ({ rule, folder }) => ruleStatus(rule, folder.settings.event),
      }),
    );
    connection.onRequest(
      methods.actions,
      answering<PccoParams, Result<typeof methods.actions>>(running, null, {
        pcco: ({ file, surroundingsOf }, { line = 0 }) => pccoActions(file, line, surroundingsOf) ?? null,
      }),
    );
    connection.onRequest<Result<typeof methods.transition>, void>(
      methods.transition,
      answering<TransitionParams, Result<typeof methods.transition>>(
        running,
        { ok: false, reasons: [{ kind: "rule", message: "This file holds no PCCO." }] },
        {
          pcco: ({ file, surroundingsOf }, { line = 0, event, input }) =>
            pccoTransition(file, { line, event, input, at: new Date().toISOString() }, surroundingsOf),
        },
      ),
    );
    connection.onRequest(
      methods.lifecycle,
      answering<PccoParams, Result<typeof methods.lifecycle>>(running, null, {
        pcco: ({ file, surroundingsOf, folder }, { line = 0 }) => {
          const record = file.recordAt(line);
          const found = surroundingsOf(record.document().value);
          return "cannot" in found
            ? null
            : lifecycleOfPcco(record, found, placesIn(running(), folder, found.rules.definition.file));
        },
        rules: ({ rule, folder }) =>
          rule.ruleSet === undefined
            ? null
            : lifecycleOf(rule.ruleSet, placesIn(running(), folder, rule.ruleSet.definition.file)),
      }),
    );
    connection.onRequest(
      methods.ruleSets,
      answering<PccoParams, Result<typeof methods.ruleSets>>(running, [], {
        pcco: ({ file, surroundingsOf, folder }, { line = 0 }) => {
          const found = surroundingsOf(file.recordAt(line).document().value);
          const { id, version } = "cannot" in found ? { id: "", version: "" } : found.rules.reference;
          return ruleSetChoices(folder.project(), `${id}@${version}`);
        },
        rules: ({ project }) => ruleSetChoices(project, undefined),
      }),
    );
    connection.onRequest<Result<typeof methods.turnOff>, void>(
      methods.turnOff,
      answering<TurnOffParams, Result<typeof methods.turnOff>>(running, null, {
        pcco: ({ file, surroundingsOf, folder }, { line = 0, ruleId, because }) => {
          const record = file.recordAt(line);
          const found = surroundingsOf(record.document().value);
          if ("cannot" in found) return { refusal: found.problem };
          const answer = turnOffRule(file, record, found, ruleId, because, folder.project());
          return "refusal" in answer ? { refusal: answer.refusal } : answer.edit;
        },
      }),
    );
    connection.onRequest<Result<typeof methods.why>, void>(
      methods.why,
      answering<WhyParams, Result<typeof methods.why>>(running, null, {
        pcco: ({ file, surroundingsOf }, { line = 0, test }) => {
          const named = test === undefined ? undefined : file.records[Number(test)];
          return whyPcco(named ?? file.recordAt(line), surroundingsOf);
        },
        tests: ({ test, project }, asked) => whyTest(test, project, asked) ?? null,
      }),
    );
    connection.onRequest(methods.blocked, async (): Promise<readonly BlockedFile[]> => {
      const { workspace } = running();
      await workspace.checked();
      return workspace.folders.flatMap((folder) => blockedFiles(folder.project()));
    });
    connection.onRequest(methods.tests, async (): Promise<readonly TestFile[]> => {
      const { workspace } = running();
      await workspace.checked();
      return workspace.folders.flatMap((folder) => listTests(folder.project()));
    });
    connection.onRequest(methods.runTests, async (params: RunTestsParams) => {
      const server = running();
      const target = await targetOf(server, params.uri);
      // What is known of a PCCO file that is not open is known once it is checked.
      if (target?.kind === "pcco") await server.workspace.checked();
      return runTests(server.workspace.folderOf(params.uri).project(), params);
    });
    connection.onRequest(methods.bundledRuleFile, ({ uri }: { readonly uri: string }): string | null => {
      return running().ruleTexts[bundledFile(uri)] ?? null;
    });
  },
};

/** Where entries of a rule file stand: in the workspace, or in a file that ships. */
function placesIn({ ruleTexts }: Server, folder: Folder, file: string): PlaceOf {
  const own = folder.rules.ruleTexts.find((each) => each.file === file);
  const text = own === undefined ? ruleTexts[file] : own.text;
  const uri = own === undefined ? bundledUri(file) : own.uri;
  const [document] = text === undefined ? [] : parseText(text, { format: "yaml" }).documents;
  return (pointer) => {
    const range = document?.keyRange(fromPointer(pointer));
    return range && { uri, range };
  };
}
