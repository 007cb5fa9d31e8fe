import { valueAt } from "@erp-export-rules/sdk/text";
import type { DocumentLink, Range } from "vscode-languageserver-types";
import type { Project, RuleTestText, RuleText } from "../model.ts";
import { occurrencesIn } from "./occurrences.ts";
import { readable } from "./readable.ts";
import { nodeOfReference } from "./rule-nodes.ts";

/** The pages that a rule file names under `sources`, and the rule files that `extends` and `ruleSet` name. */
export function ruleDocumentLinks(file: RuleText | RuleTestText, project: Project): DocumentLink[] {
  return [...pagesOf(file), ...ruleFilesOf(file, project)];
}

function pagesOf(file: RuleText | RuleTestText): readonly DocumentLink[] {
  const document = readable(file);
  return Object.keys(Object(valueAt(document.value, ["sources"]))).flatMap((name) => {
    const path = ["sources", name, "url"];
    const target = valueAt(document.value, path);
    const range = document.valueRange(path);
    if (typeof target !== "string" || !/^https?:\/\//.test(target) || range === undefined) return [];
    return [{ range: withoutQuotes(range, document.sourceOf(path) ?? ""), target, tooltip: "Open the page" }];
  });
}

function ruleFilesOf(file: RuleText | RuleTestText, project: Project): readonly DocumentLink[] {
  return occurrencesIn(file).flatMap(({ kind, name, range }) => {
    const node = kind === "ruleSet" ? nodeOfReference(name, project) : undefined;
    return node === undefined ? [] : [{ range, target: node.uri, tooltip: `Open ${node.key}` }];
  });
}

function withoutQuotes(range: Range, source: string): Range {
  if (!/^["']/.test(source) || range.start.line !== range.end.line) return range;
  const { start, end } = range;
  return { start: { ...start, character: start.character + 1 }, end: { ...end, character: end.character - 1 } };
}
