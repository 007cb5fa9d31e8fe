import { type Condition, keywords } from "@erp-export-rules/sdk/authoring";
import { type CompletionItem, CompletionItemKind, type Position } from "vscode-languageserver-types";
import { at, type CompletionRequest } from "./completion-request.ts";
import { isGroup } from "./names.ts";

const meanings: Readonly<Record<string, string>> = {
  label: "What people call the field",
  value: "What was found",
  line: "Number of the line",
  feature: "What people call the toggle",
  switchedOnBy: "Who can switch the toggle",
};

/** The words in braces that a message may mention, while one is typed; `undefined` outside of messages and braces. */
export function wordItems(request: CompletionRequest, position: Position): readonly CompletionItem[] | undefined {
  const { path, prefix, word, part } = request.location;
  const [section, id, key] = path;
  if (part === "key" || (section !== "rules" && section !== "overrides") || key !== "message" || path.length !== 3)
    return undefined;
  const begun = /\{[A-Za-z]*$/.exec(prefix)?.[0];
  if (begun === undefined || id === undefined) return undefined;
  const behind = /^[A-Za-z]*\}?/.exec(word.slice(prefix.length))?.[0] ?? "";
  const range = {
    start: { ...position, character: position.character - begun.length },
    end: { ...position, character: position.character + behind.length },
  };
  return wordsFor(String(id), request).map((name, rank) => ({
    label: `{${name}}`,
    kind: CompletionItemKind.Variable,
    detail: meanings[name] ?? "A value of the check keyword",
    sortText: String(rank).padStart(4, "0"),
    filterText: `{${name}}`,
    textEdit: { range, newText: `{${name}}` },
  }));
}

function wordsFor(id: string, request: CompletionRequest): readonly string[] {
  const below = request.names.inherited("rule").find(({ name }) => name === id)?.entry;
  const own = at(request, ["rules", id]) ?? at(request, ["overrides", id]);
  const rule = { ...below, ...(isGroup(own) ? own : {}) };
  const keyword = keywords.find(({ name }) => rule[name] !== undefined);
  const fields = [rule["field"], ...(Array.isArray(rule["fields"]) ? rule["fields"] : [])];
  const isOnLines = fields.some((name) => request.names.field(name)?.path?.includes("[]"));
  const asks = rule["feature"] !== undefined || asksToggle(rule["when"]);
  return [
    ...(rule["feature"] === undefined ? ["label"] : []),
    "value",
    ...(isOnLines ? ["line"] : []),
    ...(asks ? ["feature", "switchedOnBy"] : []),
    ...(keyword?.words ?? []),
  ];
}

function asksToggle(condition: unknown): boolean {
  if (!isGroup(condition)) return false;
  const { all, any, not, feature }: Partial<Record<keyof Condition, unknown>> = condition;
  const parts = [all, any].flatMap((each) => (Array.isArray(each) ? each : []));
  return feature !== undefined || [...parts, not].some(asksToggle);
}
