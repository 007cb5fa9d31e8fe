import type { ClientCapabilities, ServerCapabilities } from "vscode-languageserver";

/** What the editor can do that the server asks about. */
export interface Client {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  readonly asksConfiguration: boolean;
  readonly tellsOfSettings: boolean;
  readonly watchesFiles: boolean;
  readonly watchesRelative: boolean;
  readonly hasFolders: boolean;
  readonly insertsSnippets: boolean;
  readonly showsProgress: boolean;
  readonly foldingLimit: number | undefined;
  /** How the editor counts characters. */
  readonly encoding: PositionEncoding;
  /** The extension's own client is at the other end. */
  readonly hasCommands: boolean;
  readonly hasFiles: boolean;
}

export type PositionEncoding = "utf-8" | "utf-16" | "utf-32";

/** Reads what the editor says about itself. */
export function clientOf(capabilities: ClientCapabilities, options: unknown): Client {
  const { workspace, textDocument, window, general } = capabilities;
  const says = (name: string): boolean =>
    typeof options === "object" && options !== null && Object.getOwnPropertyDescriptor(options, name)?.value === true;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    asksConfiguration: workspace?.configuration === true,
    tellsOfSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesRelative: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    hasFolders: workspace?.workspaceFolders === true,
    insertsSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    showsProgress: window?.workDoneProgress === true,
    foldingLimit: textDocument?.foldingRange?.rangeLimit,
    encoding: encodingOf(general?.positionEncodings),
    hasCommands: says("clientCommands"),
    hasFiles: says("clientFiles"),
  };
}

/** UTF-16 wherever it is offered: the protocol makes it the one that every editor knows. */
function encodingOf(offered: readonly string[] | undefined): PositionEncoding {
  if (offered === undefined || offered.length === 0 || offered.includes("utf-16")) return "utf-16";
  return offered.includes("utf-32") ? "utf-32" : "utf-8";
}

/** One capability after another, put together. */
export function merged(parts: readonly ServerCapabilities[]): ServerCapabilities {
  return Object.assign({}, ...parts);
}
