import { valueAt } from "@erp-export-rules/sdk/text";
import type { Range } from "vscode-languageserver-types";
import type { RuleText } from "../model.ts";
import { readable } from "./readable.ts";

/** The rules and overrides of a rule file: each with the place of its id. */
export function ruleIdsIn(rule: RuleText): readonly { readonly id: string; readonly range: Range }[] {
  const document = readable(rule);
  return ["rules", "overrides"].flatMap((section) =>
    Object.keys(Object(valueAt(document.value, [section]))).flatMap((id) => {
      const range = document.keyRange([section, id]);
      return range === undefined ? [] : [{ id, range }];
    }),
  );
}

/** The rule or override that a line of a rule file belongs to. */
export function ruleIdAt(rule: RuleText, line: number): string | undefined {
  const document = readable(rule);
  return ruleIdsIn(rule).find(({ id, range }) => {
    const whole = document.valueRange(["rules", id]) ?? document.valueRange(["overrides", id]);
    return line >= range.start.line && line <= (whole ?? range).end.line;
  })?.id;
}
