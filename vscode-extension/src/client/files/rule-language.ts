import { Disposable, languages, type TextDocument, workspace } from "vscode";
import { kindOf } from "../../kinds.ts";
import { ruleLanguage } from "../documents.ts";

/** Gives YAML documents that are rule files their own language, once: who changes it back keeps it. */
export function recogniseRuleFiles(log: (problem: string) => void): Disposable {
  const seen = new WeakSet<TextDocument>();
  const look = async (document: TextDocument): Promise<void> => {
    if (document.languageId !== "yaml" || seen.has(document)) return;
    if (kindOf(document.uri.toString(), document.languageId, document.getText()) !== "rules") return;
    seen.add(document);
    try {
      await languages.setTextDocumentLanguage(document, ruleLanguage);
    } catch (error) {
      log(`${document.uri.toString(true)} stays YAML: ${String(error)}`);
    }
  };
  for (const document of workspace.textDocuments) void look(document);
  return Disposable.from(
    workspace.onDidOpenTextDocument((document) => void look(document)),
    workspace.onDidSaveTextDocument((document) => void look(document)),
  );
}
