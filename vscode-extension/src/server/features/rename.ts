import type { PrepareRenameParams, Range, RenameParams, WorkspaceEdit } from "vscode-languageserver";
import { ResponseError } from "vscode-languageserver";
import { prepareRuleRename, ruleRename } from "../../service/rules/rename.ts";
import { answering, type Feature, textsOf } from "./feature.ts";

/** What editors show of a refusal as it is. */
const requestFailed = -32803;

/** Renames names of rule files, everywhere they are used. */
export const rename: Feature = {
  capabilities: () => ({ renameProvider: { prepareProvider: true } }),
  register(connection, running) {
    connection.onPrepareRename(
      answering<PrepareRenameParams, Range | null>(running, null, {
        rules: ({ rule, project, folder }, { position }, server) => {
          const found = prepareRuleRename(rule, position, project, textsOf(server, folder));
          if ("refusal" in found) throw new ResponseError(requestFailed, found.refusal);
          return found.range;
        },
      }),
    );
    connection.onRenameRequest(
      answering<RenameParams, WorkspaceEdit | null>(running, null, {
        rules: ({ rule, project, folder }, { position, newName }, server) => {
          const found = ruleRename(rule, position, newName, project, textsOf(server, folder));
          if ("refusal" in found) throw new ResponseError(requestFailed, found.refusal);
          return found.edit;
        },
      }),
    );
  },
};
