import type { CodeLens, CodeLensParams, InlayHint, InlayHintParams } from "vscode-languageserver";
import { pccoCodeLenses } from "../../service/pcco/code-lens.ts";
import { pccoInlayHints } from "../../service/pcco/inlay-hints.ts";
import { changeLenses } from "../../service/rules/change-lenses.ts";
import { ruleCodeLenses } from "../../service/rules/code-lens.ts";
import { ruleTestCodeLenses } from "../../service/rules/test-lenses.ts";
import { answering, type Feature } from "./feature.ts";

/** What is written between the lines: code lenses and inlay hints. */
export const marks: Feature = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: false }, inlayHintProvider: { resolveProvider: false } }),
  register(connection, running) {
    connection.onCodeLens(
      answering<CodeLensParams, CodeLens[]>(running, [], {
        pcco: ({ file, surroundingsOf }, _, { client }) => pccoCodeLenses(file, surroundingsOf, client.hasCommands),
        tests: ({ test }, _, { client }) => ruleTestCodeLenses(test, client.hasCommands),
        rules: async ({ rule, project }, _, { client, workspace }) => {
          await workspace.checked();
          const lenses = ruleCodeLenses(rule, project, client.hasCommands);
          return client.hasCommands ? [...lenses, ...changeLenses(rule)] : lenses;
        },
      }),
    );
    connection.languages.inlayHint.on(
      answering<InlayHintParams, InlayHint[]>(running, [], {
        pcco: ({ file, surroundingsOf }, { range }) => pccoInlayHints(file, range, surroundingsOf),
      }),
    );
  },
};
