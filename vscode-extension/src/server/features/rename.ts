import type { PrepareRenameParams, Range, RenameParams, WorkspaceEdit } from "vscode-languageserver";
import { ResponseError, TextDocumentEdit } from "vscode-languageserver";
import type { RuleTestText, RuleText } from "../../service/model.ts";
import { prepareRuleRename, type Refusal, ruleRename } from "../../service/rules/rename.ts";
import type { Folder } from "../folder.ts";
import type { Server } from "../server.ts";
import { answering, type Feature, textsOf, wholeFolder } from "./feature.ts";

/** What editors show of a refusal as it is. */
const requestFailed = -32803;

/** Renames names of rule files, everywhere they are used. */
export const rename: Feature = {
  capabilities: () => ({ renameProvider: { prepareProvider: true } }),
  register(connection, running) {
    const nameAt = (file: RuleText | RuleTestText, { position }: PrepareRenameParams, server: Server, folder: Folder) =>
      orRefused(prepareRuleRename(file, position, folder.project(), textsOf(server, folder))).range;
    connection.onPrepareRename(
      answering<PrepareRenameParams, Range | null>(running, null, {
        rules: ({ rule, folder }, asked, server) => nameAt(rule, asked, server, folder),
        tests: ({ test, folder }, asked, server) => nameAt(test, asked, server, folder),
      }),
    );
    const renamed = async (file: RuleText | RuleTestText, asked: RenameParams, server: Server, folder: Folder) => {
      const { project, textOf } = await wholeFolder(server, folder);
      return versioned(orRefused(ruleRename(file, asked.position, asked.newName, project, textOf)).edit, server);
    };
    connection.onRenameRequest(
      answering<RenameParams, WorkspaceEdit | null>(running, null, {
        rules: ({ rule, folder }, asked, server) => renamed(rule, asked, server, folder),
        tests: ({ test, folder }, asked, server) => renamed(test, asked, server, folder),
      }),
    );
  },
};

/** The edit for the texts as they are open: an editor that has gone on typing meanwhile must not make it. */
function versioned(edit: WorkspaceEdit, { workspace }: Server): WorkspaceEdit {
  const documentChanges = edit.documentChanges?.map((change) => {
    if (!TextDocumentEdit.is(change)) return change;
    const { uri, version } = change.textDocument;
    return { ...change, textDocument: { uri, version: version ?? workspace.texts.versionOf(uri) } };
  });
  return documentChanges === undefined ? edit : { ...edit, documentChanges };
}

function orRefused<T extends object>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new ResponseError(requestFailed, answer.refusal);
  return answer;
}

function isRefusal(answer: object): answer is Refusal {
  return "refusal" in answer;
}
