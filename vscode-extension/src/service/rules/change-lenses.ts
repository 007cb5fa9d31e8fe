import type { CodeLens } from "vscode-languageserver-types";
import { type CommandArguments, commands } from "../../protocol.ts";
import type { RuleText } from "../model.ts";
import { readable } from "./readable.ts";
import { ruleIdsIn } from "./rule-id-at.ts";

/** What can be clicked to see what an edit changes: over the rule file its comparison, over each rule a PCCO that breaks it. */
export function changeLenses(rule: RuleText): CodeLens[] {
  const { uri, ruleSet } = rule;
  if (ruleSet === undefined) return [];
  const lens = <Name extends keyof CommandArguments>(
    range: CodeLens["range"],
    title: string,
    command: Name,
    given: CommandArguments[Name],
  ): CodeLens => ({ range, command: { title, command, arguments: [...given] } });
  const document = readable(rule);
  const head = document.keyRange(["ruleSet"]) ?? document.keyRange([Object.keys(Object(document.value))[0] ?? ""]);
  const { rules } = ruleSet.definition;
  return [
    ...(head === undefined
      ? []
      : [
          lens(head, "Compare with published version", commands.compareRules, [uri, ""]),
          lens(head, "Compare with…", commands.compareRules, [uri]),
        ]),
    ...ruleIdsIn(rule)
      .filter(({ id }) => rules.some((each) => each.id === id && each.definition.severity !== "off"))
      .map(({ id, range }) => lens(range, "Open a PCCO that breaks this rule", commands.breakRule, [uri, id])),
  ];
}
