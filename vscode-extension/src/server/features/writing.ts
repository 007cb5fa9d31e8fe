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
import { ruleCodeActions } from "../../service/rules/code-actions.ts";
import { ruleCompletion, ruleTestCompletion } from "../../service/rules/completion.ts";
import { ruleSignatureHelp } from "../../service/rules/signature-help.ts";
import { ruleUriFor } from "../rule-uri.ts";
import { answering, type Feature } from "./feature.ts";

const none: CompletionList = { isIncomplete: false, items: [] };

/** Completion, signature help and code actions. */
export const writing: Feature = {
  capabilities: () => ({
    completionProvider: { triggerCharacters: [":", " ", '"', "'", "-", "{", "@", "/"], resolveProvider: false },
    signatureHelpProvider: { triggerCharacters: [":", " "] },
    codeActionProvider: { codeActionKinds: ["quickfix", fixAllKind], resolveProvider: false },
  }),
  register(connection, running) {
    connection.onCompletion(
      answering<CompletionParams, CompletionList>(running, none, {
        pcco: ({ file, surroundingsOf, folder }, { position }, { client }) =>
          pccoCompletion(file, position, surroundingsOf, folder.project(), { snippets: client.insertsSnippets }),
        rules: ({ rule, project }, { position }, { client }) =>
          ruleCompletion(rule, position, project, { snippets: client.insertsSnippets }),
        tests: ({ test, project }, { position }) => ruleTestCompletion(test, position, project),
      }),
    );
    connection.onSignatureHelp(
      answering<SignatureHelpParams, SignatureHelp | null>(running, null, {
        rules: ({ rule }, { position }) => ruleSignatureHelp(rule, position) ?? null,
      }),
    );
    connection.onCodeAction(
      answering<CodeActionParams, CodeAction[]>(running, [], {
        pcco: ({ file, surroundingsOf, folder }, { range, context }, server) =>
          pccoCodeActions(
            file,
            surroundingsOf,
            { range, diagnostics: context.diagnostics, ...(context.only === undefined ? {} : { only: context.only }) },
            { ruleUri: ruleUriFor(server, folder), hasCommands: server.client.hasCommands, project: folder.project() },
          ),
        rules: ({ rule, project }, { range, context }) =>
          ruleCodeActions(
            rule,
            { range, diagnostics: context.diagnostics, ...(context.only === undefined ? {} : { only: context.only }) },
            project,
          ),
      }),
    );
  },
};
