import type { LogOutputChannel, TextDocument } from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";
import type { InitializationOptions } from "../protocol.ts";
import { documentSelector, isCopy } from "./documents.ts";

/** The options of the language client, the same on the desktop and in a browser. */
export function clientOptions(outputChannel: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector,
    outputChannel,
    // All are named, since each one left out would be off.
    diagnosticPullOptions: { onChange: true, onSave: false, onFocus: false, onTabs: false },
    initializationOptions: { clientFiles: true, clientCommands: true } satisfies InitializationOptions,
    markdown: { isTrusted: false, supportHtml: false },
    middleware: {
      didOpen: unlessCopy,
      didClose: unlessCopy,
      didChange: async (event, next) => (isCopy(event.document.uri) ? undefined : next(event)),
      provideDiagnostics: (document, previous, token, next) =>
        isCopy("uri" in document ? document.uri : document) ? undefined : next(document, previous, token),
    },
  };
}

async function unlessCopy(document: TextDocument, next: (document: TextDocument) => Promise<void>): Promise<void> {
  if (!isCopy(document.uri)) await next(document);
}
