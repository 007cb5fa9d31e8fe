import { type Disposable, l10n, workspace } from "vscode";
import { bundledScheme, methods } from "../../protocol.ts";
import type { ServerLink } from "../server-link.ts";

/** Lets the rule files that ship be opened, to read. */
export function showBundledRules(link: ServerLink): Disposable {
  return workspace.registerTextDocumentContentProvider(bundledScheme, {
    async provideTextDocumentContent(uri) {
      const text = await link.ask(methods.bundledRuleFile, { uri: uri.toString() });
      if (text === null) throw new Error(l10n.t("No rule file {0} ships with ERP Export Rules.", uri.path));
      return text;
    },
  });
}
