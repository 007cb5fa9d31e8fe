import type { CodeLens, Range } from "vscode-languageserver-types";
import { type CommandArguments, commands } from "../../protocol.ts";
import type { RuleTestText } from "../model.ts";
import { listedTests } from "./listed-tests.ts";
import { readable } from "./readable.ts";

/**
 * Over each case and each matrix of a rule test file: to run it, and to see how its verdict comes about; over the rule set
 * to run them all.
 * @param hasCommands whether the editor has the extension's commands; without them there are none
 */
export function ruleTestCodeLenses(test: RuleTestText, hasCommands: boolean): CodeLens[] {
  if (!hasCommands) return [];
  const { uri } = test;
  const listed = listedTests(test);
  const run = (title: string, range: Range, ids?: readonly string[]): CodeLens => {
    const given: CommandArguments[typeof commands.runTests] = ids === undefined ? [uri] : [uri, ids];
    return { range, command: { title, command: commands.runTests, arguments: [...given] } };
  };
  const whole = readable(test).keyRange(["ruleSet"]);
  return [
    ...(whole === undefined || listed.length === 0 ? [] : [run("Run all", whole)]),
    ...listed.flatMap(({ id, range }) => {
      const explained: CommandArguments[typeof commands.why] = [uri, id];
      return [
        run("Run", range, [id]),
        { range, command: { title: "Why?", command: commands.why, arguments: [...explained] } },
      ];
    }),
  ];
}
