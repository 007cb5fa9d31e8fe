import { formatOf } from "@erp-export-rules/sdk/text";
import type { DocumentLink } from "vscode-languageserver-types";
import type { PccoFile } from "../model.ts";
import { resolvedUri } from "./relative-path.ts";

/** Most links of a file. */
const mostLinks = 1_000;

/** A pin with its value, found by its signs: in a large file that is much quicker than to read every PCCO. */
const pin = /(?:^|[\s{,-])(["']?)\$(context|rules)\1[ \t]*:[ \t]*(?:"([^"]*)"|'([^']*)'|([^\s"'{}[\],#][^\s,}\]]*))/g;

/** The files that `$context` and `$rules` name, as links. A rule set that is named by its id is no file. */
export function pccoDocumentLinks(file: PccoFile): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (let line = 0; line < file.lineCount && links.length < mostLinks; line++) {
    const text = file.lineAt(line);
    if (!text.includes("$")) continue;
    for (const match of text.matchAll(pin)) {
      const path = match[3] ?? match[4] ?? match[5] ?? "";
      const isInComment = file.format === "yaml" && /(^|\s)#/.test(text.slice(0, match.index + 1));
      const target = formatOf(path) === undefined || isInComment ? undefined : resolvedUri(file.uri, path);
      if (target === undefined) continue;
      const end = match.index + match[0].length - (match[5] === undefined ? 1 : 0);
      const range = { start: { line, character: end - path.length }, end: { line, character: end } };
      const tooltip = match[2] === "rules" ? "Open the rule file" : "Open the context";
      links.push({ range, target, tooltip });
    }
  }
  return links;
}
