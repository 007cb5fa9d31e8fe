import { isObject } from "../document/value.ts";
import type { Pcco } from "../generated/types.ts";
import type { RepairResult } from "../lifecycle/repair.ts";
import { createColors } from "../report/colors.ts";
import { fileName } from "../report/words.ts";
import type { Command } from "./command.ts";
import { destinationOf } from "./destination.ts";
import { BLOCKED, OK, UNKNOWN } from "./exit-code.ts";
import { noMore, readOne } from "./one-document.ts";
import { flag, oneOf, pccoOptions, text } from "./options.ts";
import { knownEvent } from "./rule-choice.ts";
import { readSetting } from "./setting.ts";
import { mustBeWritable, writeBack } from "./write-back.ts";

/** `erp-rules repair`. */
export const repair: Command = {
  options: { ...pccoOptions, for: { type: "string" }, write: { type: "boolean" } },
  help: `Usage: erp-rules repair FILE [options]

Finds the smallest set of edits after which an event can happen, or says why no edit can. Values are never
made up: where only a person knows one, it says which field needs it.

  --for EVENT            the event to be ready for (default send)
  --write                write the edits into the file; comments and layout stay
  --format FORMAT        pretty (default) or json
  --rules, --context, --actor, --as-of, --feature, --output   as for check

Exit code: 0 repaired or nothing to repair, 1 it can't be repaired by edits alone, 4 facts are missing.

Example:
  erp-rules repair 004.pcco.yaml --write`,
  async run(typed, terminal) {
    const format = oneOf(typed, "format", ["pretty", "json"], "pretty");
    noMore(typed.positionals, 1, "repair");
    const setting = await readSetting(typed);
    const { input, rules, context } = await readOne(typed.positionals[0], setting, "repair", terminal);
    const event = knownEvent(rules, text(typed, "for") ?? "send");
    if (flag(typed, "write")) mustBeWritable(input);
    const pcco: Pcco = isObject(input.document.value) ? input.document.value : {};
    const { at } = setting.clock;
    const result = rules.repair(pcco, context, event, { at, sourceOf: (path) => input.document.sourceOf(path) });
    const destination = destinationOf(text(typed, "output"), terminal);
    await destination.write(
      format === "json"
        ? `${JSON.stringify(result, null, 2)}\n`
        : pretty(fileName(input.file), event, result, destination.color),
    );
    await destination.end();
    if (!result.ok) {
      const open =
        result.needs.length === 0 && result.reasons.length > 0 && result.reasons.every(({ unknown }) => unknown);
      return open ? UNKNOWN : BLOCKED;
    }
    if (flag(typed, "write") && result.edits.length > 0) {
      await writeBack(input, result.edits);
      terminal.note(`${input.file}: written.`);
    }
    return OK;
  },
};

function pretty(file: string, event: string, result: RepairResult, color: boolean): string {
  const { bold, dim, green, red, yellow } = createColors(color);
  const lines: string[] = [];
  if (result.ok) {
    if (result.fixes.length === 0) return `${file}: ${green("nothing to repair")}, "${event}" can happen.\n`;
    lines.push(
      `${file}: ${green(`${result.fixes.length} ${result.fixes.length === 1 ? "change" : "changes"}`)} and "${event}" can happen:`,
    );
    for (const { title, edits } of result.fixes)
      lines.push(`  ${bold(title)} ${dim(edits.map(({ path }) => path).join(", "))}`);
  } else {
    lines.push(`${file}: ${red("no edit alone")} lets "${event}" happen.`);
    for (const { message } of result.reasons) lines.push(`  ${red("-")} ${message}`);
    if (result.needs.length > 0) lines.push("", "Only a person knows these values:");
    for (const { path, message, choices } of result.needs) {
      lines.push(`  ${yellow(path)}  ${message}`);
      for (const { title } of choices) lines.push(`      ${dim("perhaps:")} ${title}`);
    }
    if (result.fixes.length > 0) lines.push("", "These can be mended without a person, but do not suffice:");
    for (const { title, edits } of result.fixes)
      lines.push(`  ${title} ${dim(edits.map(({ path }) => path).join(", "))}`);
  }
  return `${lines.join("\n")}\n`;
}
