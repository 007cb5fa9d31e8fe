import { type DocumentFilter, languages, type TextDocument, type Uri } from "vscode";
import { namedPatterns } from "../kinds.ts";

/** The language of rule files. */
export const ruleLanguage = "erp-rules";

/**
 * The documents the server is told of, wherever they are kept: on this machine, on a remote one, in a repository on the web.
 * Which unsaved JSON and YAML documents are PCCOs the server sees from their text.
 */
export const documentSelector = [
  { language: ruleLanguage },
  { pattern: namedPatterns.pcco },
  { pattern: namedPatterns.tests },
  { pattern: namedPatterns.context },
  ...["json", "jsonc", "jsonl", "yaml"].map((language) => ({ scheme: "untitled", language })),
] satisfies DocumentFilter[];

/** Whether the server is told of a document. */
export function isOurs(document: TextDocument): boolean {
  return languages.match(documentSelector, document) > 0 && !isCopy(document.uri);
}

/** Schemes of documents that only repeat another document, for comparison: an earlier commit, a proposed change. */
const copies = new Set([
  "git",
  "gitlens",
  "gitlens-git",
  "gitfs",
  "review",
  "pr",
  "scm-history-item",
  "conflictResolution",
]);

/** Whether a document is a copy that has no findings of its own: they would stand twice in the list of problems. */
export function isCopy({ scheme }: Pick<Uri, "scheme">): boolean {
  return copies.has(scheme);
}
