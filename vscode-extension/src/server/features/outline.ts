import type {
  DocumentSymbol,
  DocumentSymbolParams,
  FoldingRange,
  FoldingRangeParams,
  SelectionRange,
  SelectionRangeParams,
  SemanticTokens,
  SemanticTokensParams,
} from "vscode-languageserver";
import { pccoFoldingRanges } from "../../service/pcco/folding.ts";
import { pccoSelectionRanges } from "../../service/pcco/selection-ranges.ts";
import { pccoSymbols, workspaceSymbols } from "../../service/pcco/symbols.ts";
import { ruleFoldingRanges } from "../../service/rules/folding.ts";
import { ruleSelectionRanges } from "../../service/rules/selection-ranges.ts";
import { ruleSemanticTokens, semanticTokensLegend } from "../../service/rules/semantic-tokens.ts";
import { ruleSymbols } from "../../service/rules/symbols.ts";
import { answering, type Feature } from "./feature.ts";

/** How a document is built: symbols, folding, selection, colours of names. */
export const outline: Feature = {
  capabilities: () => ({
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    semanticTokensProvider: { legend: semanticTokensLegend, full: true },
  }),
  register(connection, running) {
    connection.onDocumentSymbol(
      answering<DocumentSymbolParams, DocumentSymbol[]>(running, [], {
        pcco: ({ file }) => pccoSymbols(file),
        rules: ({ rule }) => ruleSymbols(rule),
        tests: ({ test }) => ruleSymbols(test),
      }),
    );
    connection.onWorkspaceSymbol(async ({ query }) => {
      const { workspace } = running();
      await workspace.settled();
      return workspace.folders.flatMap((folder) => workspaceSymbols(folder.project(), query));
    });
    connection.onFoldingRanges(
      answering<FoldingRangeParams, FoldingRange[]>(running, [], {
        pcco: ({ file }, _, { client }) => pccoFoldingRanges(file, client.foldingLimit),
        rules: ({ rule }, _, { client }) => ruleFoldingRanges(rule, client.foldingLimit),
        tests: ({ test }, _, { client }) => ruleFoldingRanges(test, client.foldingLimit),
      }),
    );
    connection.onSelectionRanges(
      answering<SelectionRangeParams, SelectionRange[]>(running, [], {
        pcco: ({ file }, { positions }) => pccoSelectionRanges(file, positions),
        rules: ({ rule }, { positions }) => ruleSelectionRanges(rule, positions),
        tests: ({ test }, { positions }) => ruleSelectionRanges(test, positions),
      }),
    );
    connection.languages.semanticTokens.on(
      answering<SemanticTokensParams, SemanticTokens>(
        running,
        { data: [] },
        {
          rules: ({ rule, project }) => ruleSemanticTokens(rule, project),
          tests: ({ test, project }) => ruleSemanticTokens(test, project),
        },
      ),
    );
  },
};
