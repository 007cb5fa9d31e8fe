import { valueAt } from "@erp-export-rules/sdk/text";
import type { CodeLens, Command, Range } from "vscode-languageserver-types";
import { type CommandArguments, commands } from "../../protocol.ts";
import type { Project, RuleText } from "../model.ts";
import { readable } from "./readable.ts";
import { nodeOf } from "./rule-nodes.ts";
import { type SamplesOfRule, samplesOf } from "./samples-of.ts";

/**
 * Over each rule: how many PCCOs of the project break it; over the life cycle: its diagram.
 * @param hasCommands whether the editor has the extension's commands; without them nothing can be clicked
 */
export function ruleCodeLenses(rule: RuleText, project: Project, hasCommands: boolean): CodeLens[] {
  const document = readable(rule);
  const count = samplesOf(nodeOf(rule), project);
  const lenses: CodeLens[] = [];
  for (const section of ["rules", "overrides"]) {
    for (const id of Object.keys(Object(valueAt(document.value, [section])))) {
      const range = document.keyRange([section, id]);
      if (range === undefined) continue;
      const severity = rule.ruleSet?.definition.rules.find((each) => each.id === id)?.definition.severity;
      lenses.push({ range, command: lensOf(rule.uri, range, severity === "off" ? undefined : count(id), hasCommands) });
    }
  }
  const lifecycle = document.keyRange(["lifecycle"]);
  if (lifecycle !== undefined && hasCommands) {
    const lifecycleArguments: CommandArguments[typeof commands.showLifecycle] = [rule.uri];
    const command = { title: "Show life cycle", command: commands.showLifecycle, arguments: [...lifecycleArguments] };
    lenses.push({ range: lifecycle, command });
  }
  return lenses;
}

function lensOf(uri: string, { start }: Range, samples: SamplesOfRule | undefined, hasCommands: boolean): Command {
  const title = titleOf(samples);
  if (samples === undefined || samples.places.length === 0 || !hasCommands) return { title, command: "" };
  const shown: CommandArguments[typeof commands.showSamples] = [uri, start, samples.places];
  return { title, command: commands.showSamples, arguments: [...shown] };
}

function titleOf(samples: SamplesOfRule | undefined): string {
  if (samples === undefined) return "off: not asked";
  const { asked, broken, unknown } = samples;
  if (asked === 0) return "not asked of any sample";
  const all = `${asked} ${asked === 1 ? "sample" : "samples"}`;
  const rest = unknown === 0 ? "" : `, unknown for ${unknown}`;
  return `breaks ${broken === 0 ? "none" : broken} of ${all}${rest}`;
}
