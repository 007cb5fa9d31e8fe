import { keywords } from "@erp-export-rules/sdk/authoring";
import { valueAt } from "@erp-export-rules/sdk/text";
import type { Hover, Position } from "vscode-languageserver-types";
import type { Project, RuleTestText, RuleText } from "../model.ts";
import { code } from "../pcco/markdown.ts";
import { shapeAt } from "../schema-shape.ts";
import { pages } from "./hover-pages.ts";
import { testPage } from "./hover-test-pages.ts";
import { keywordPage, settingWords } from "./keyword-words.ts";
import { isRuleText } from "./occurrences.ts";
import { readable } from "./readable.ts";
import { rulePage } from "./rule-page.ts";
import { setOf } from "./set-of.ts";
import { type NameAt, nameAt } from "./symbol-at.ts";

/** What the word at a position means: a name, a check keyword, or another key of the language. */
export function ruleHover(file: RuleText | RuleTestText, position: Position, project: Project): Hover | undefined {
  const name = nameAt(file, position);
  const page = name && pageOf(name, file, project);
  if (name !== undefined && page !== undefined)
    return { contents: { kind: "markdown", value: page }, range: name.range };
  return keyHover(file, position);
}

function pageOf(name: NameAt, file: RuleText | RuleTestText, project: Project): string | undefined {
  if (name.kind === "keyword") {
    const keyword = keywords.find((each) => each.name === name.name);
    return keyword && `**${code(`${keyword.name}: ${settingWords(keyword)}`)}**\n\n${keywordPage(keyword)}`;
  }
  if (!isRuleText(file)) {
    const own = testPage(name.kind, name.name, file);
    if (own !== undefined) return own;
  }
  const set = setOf(file, project);
  if (set === undefined) return undefined;
  if (name.kind === "rule") return rulePage(name.name, file, set, project);
  return pages[name.kind]?.(name.name, set, project, name.scope);
}

/** A key that is no name, or the word behind it where that is one of a few: what the schema says of it. */
function keyHover(file: RuleText | RuleTestText, position: Position): Hover | undefined {
  const document = readable(file);
  const spot = document.spotAt(position);
  const key = spot?.path.findLast((step) => typeof step === "string");
  const shape = spot && shapeAt(isRuleText(file) ? "rules" : "tests", spot.path);
  if (spot === undefined || key === undefined || shape === undefined || shape.description === "") return undefined;
  const isWord = shape.values.some((value) => value === valueAt(document.value, spot.path));
  if (spot.part === "value" && !isWord) return undefined;
  const range = spot.part === "key" ? document.keyRange(spot.path) : document.valueRange(spot.path);
  const words = shape.values.map((value) => code(String(value))).join(", ");
  const value = `**${code(key)}**\n\n${shape.description}${words === "" ? "" : `\n\nOne of ${words}`}`;
  return { contents: { kind: "markdown", value }, ...(range === undefined ? {} : { range }) };
}
