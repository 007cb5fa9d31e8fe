import type {
  CodeAction,
  CodeActionParams,
  CompletionList,
  CompletionParams,
  SignatureHelp,
  SignatureHelpParams,
} from "vscode-languageserver";
import { fixAllKind, pccoCodeActions } from "../../service/pcco/code-actions.ts";
import { pccoCompletion } from "../../service/pcco/completion.ts";
import type { CodeActionRequest } from "../../service/pcco/request.ts";
import { ruleCodeActions, ruleTestCodeActions } from "../../service/rules/code-actions.ts";
import { ruleCompletion, ruleTestCompletion } from "../../service/rules/completion.ts";
import { ruleSignatureHelp } from "../../service/rules/signature-help.ts";
import { ruleUriFor } from "../rule-uri.ts";
import { answering, type Feature } from "./feature.ts";

const none: CompletionList = { isIncomplete: false, items: [] };

/** Completion, signature help and code actions. */
export const writing: Feature = {
  capabilities: () => ({
    completionProvider: {
      triggerCharacters: [":", " ", '"', "'", "-", "{", "[", ",", "@", "/"],
      resolveProvider: false,
    },
    signatureHelpProvider: { triggerCharacters: [":", " ", "["] },
    codeActionProvider: { codeActionKinds: ["quickfix", fixAllKind], resolveProvider: false },
  }),
  register(connection, running) {
    connection.onCompletion(
      answering<CompletionParams, CompletionList>(running, none, {
        pcco: ({ file, surroundingsOf, folder }, { position }, { client }) =>
          pccoCompletion(file, position, surroundingsOf, folder.project(), { snippets: client.insertsSnippets }),
        rules: ({ rule, project }, { position }, { client }) =>
          ruleCompletion(rule, position, project, { snippets: client.insertsSnippets }),
        tests: ({ test, project }, { position }, { client }) =>
          ruleTestCompletion(test, position, project, { snippets: client.insertsSnippets }),
      }),
    );
    connection.onSignatureHelp(
      answering<SignatureHelpParams, SignatureHelp | null>(running, null, {
        rules: ({ rule }, { position }) => ruleSignatureHelp(rule, position) ?? null,
      }),
    );
    connection.onCodeAction(
      answering<CodeActionParams, CodeAction[]>(running, [], {
        pcco: ({ file, surroundingsOf, folder }, asked, server) =>
          pccoCodeActions(file, surroundingsOf, requestOf(asked), {
            ruleUri: ruleUriFor(server, folder),
            hasCommands: server.client.hasCommands,
            project: folder.project(),
          }),
        rules: ({ rule, project }, asked) => ruleCodeActions(rule, requestOf(asked), project),
        tests: ({ test, project }, asked) => ruleTestCodeActions(test, requestOf(asked), project),
      }),
    );
  },
};

function requestOf({ range, context: { diagnostics, only } }: CodeActionParams): CodeActionRequest {
  return { range, diagnostics, ...(only === undefined ? {} : { only }) };
}
