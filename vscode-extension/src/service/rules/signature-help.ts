import { type Keyword, keywords, ruleFileFormat } from "@erp-export-rules/sdk/authoring";
import type { Path } from "@erp-export-rules/sdk/text";
import type { Position, SignatureHelp } from "vscode-languageserver-types";
import { locationAt } from "../location/location-at.ts";
import type { RuleText } from "../model.ts";
import { keywordAt } from "./keyword-at.ts";
import { keywordPage, settingWords } from "./keyword-words.ts";

/** While the setting of a check keyword is typed: what it takes. */
export function ruleSignatureHelp(rule: RuleText, position: Position): SignatureHelp | undefined {
  const location = locationAt(rule.text, ruleFileFormat(rule.file), position);
  if (location === undefined || location.part === "key") return undefined;
  const keyword = keywordOf(location.path);
  if (keyword === undefined) return undefined;
  const setting = settingWords(keyword);
  const label = `${keyword.name}: ${setting}`;
  return {
    signatures: [
      {
        label,
        documentation: { kind: "markdown", value: keywordPage(keyword) },
        parameters: [{ label: [label.length - setting.length, label.length] }],
      },
    ],
    activeSignature: 0,
    activeParameter: 0,
  };
}

function keywordOf(path: Path): Keyword | undefined {
  const name = keywordAt(path);
  return keywords.find((keyword) => keyword.name === name);
}
