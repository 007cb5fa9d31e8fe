import type { Range } from "@erp-export-rules/sdk/text";
import type { SemanticTokens, SemanticTokensLegend } from "vscode-languageserver-types";
import type { Project, RuleTestText, RuleText } from "../model.ts";
import { namesKnownTo } from "./known-names.ts";
import type { NameKind } from "./name-places.ts";
import { occurrencesIn } from "./occurrences.ts";
import { placeholdersIn } from "./placeholders.ts";
import { startOf } from "./symbol-at.ts";

const types: Readonly<Record<NameKind | "placeholder", string>> = {
  rule: "function",
  field: "variable",
  feature: "macro",
  role: "class",
  state: "enumMember",
  event: "event",
  source: "namespace",
  input: "property",
  keyword: "keyword",
  ruleSet: "namespace",
  document: "variable",
  context: "variable",
  actor: "class",
  placeholder: "parameter",
};

const tokenTypes = [...new Set(Object.values(types))];

/** The kinds of words that are coloured. */
export const semanticTokensLegend: SemanticTokensLegend = { tokenTypes, tokenModifiers: ["declaration"] };

/** The names of a rule file or a rule test file, by what they are. A name that nothing defines stays as it is. */
export function ruleSemanticTokens(file: RuleText | RuleTestText, project: Project): SemanticTokens {
  const start = startOf(file, project);
  const isKnown = start === undefined ? () => true : namesKnownTo(start, project);
  const names = occurrencesIn(file).filter(({ isDefinition, ...each }) => isDefinition || isKnown(each));
  const tokens = [
    ...names.map(({ range, kind, isDefinition }) => ({ range, type: types[kind], isDefinition })),
    ...placeholdersIn(file).map((range) => ({ range, type: types.placeholder, isDefinition: false })),
  ];
  return { data: encode(tokens) };
}

interface Token {
  readonly range: Range;
  readonly type: string;
  readonly isDefinition: boolean;
}

/** Five numbers a word, each counted from the word before, as the protocol asks. */
function encode(tokens: readonly Token[]): number[] {
  const sorted = tokens.toSorted(
    ({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character,
  );
  let [line, character] = [0, 0];
  return sorted.flatMap(({ range: { start, end }, type, isDefinition }) => {
    const first = start.line === line ? start.character - character : start.character;
    const data = [
      start.line - line,
      first,
      end.character - start.character,
      tokenTypes.indexOf(type),
      Number(isDefinition),
    ];
    [line, character] = [start.line, start.character];
    return data;
  });
}
