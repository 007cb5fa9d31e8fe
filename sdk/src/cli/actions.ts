import { isObject } from "../document/value.ts";
import type { Action, Pcco } from "../generated/types.ts";
import { createColors } from "../report/colors.ts";
import { fileName } from "../report/words.ts";
import type { Command } from "./command.ts";
import { destinationOf } from "./destination.ts";
import { OK } from "./exit-code.ts";
import { noMore, readOne } from "./one-document.ts";
import { oneOf, pccoOptions, text } from "./options.ts";
import { mustHaveEvents } from "./rule-choice.ts";
import { readSetting } from "./setting.ts";

/** `erp-rules actions`. */
export const actions: Command = {
  options: pccoOptions,
  help: `Usage: erp-rules actions FILE [options]

Lists the buttons of a PCCO: which are available now and, for the others, every reason why not, as the
tooltip would say it.

  --actor FILE           who acts; wins over the context's actor
  --format FORMAT        pretty (default) or json
  --rules, --context, --as-of, --feature, --output   as for check

Example:
  erp-rules actions samples/spectrum/approved-two-lines.pcco.yaml`,
  async run(typed, terminal) {
    const format = oneOf(typed, "format", ["pretty", "json"], "pretty");
    noMore(typed.positionals, 1, "actions");
    const setting = await readSetting(typed);
    const { input, rules, context } = await readOne(typed.positionals[0], setting, "actions", terminal);
    mustHaveEvents(rules);
    const pcco: Pcco = isObject(input.document.value) ? input.document.value : {};
    const list = rules.actions(pcco, context, { at: setting.clock.at });
    const status = rules.statusOf(pcco);
    const destination = destinationOf(text(typed, "output"), terminal);
    if (format === "json")
      await destination.write(`${JSON.stringify({ file: input.file, status, actions: list }, null, 2)}\n`);
    else {
      const label = rules.definition.states[status]?.label ?? status;
      const lock = rules.definition.states[status]?.locked ? ", locked" : "";
      await destination.write(
        `${fileName(input.file)}: ERP status ${label}${lock}\n\n${pretty(list, destination.color)}`,
      );
    }
    await destination.end();
    return OK;
  },
};

function pretty(list: readonly Action[], color: boolean): string {
  const { green, dim, bold } = createColors(color);
  const width = Math.max(...list.map(({ event }) => event.length));
  const lines = list
    .toSorted((a, b) => Number(b.enabled) - Number(a.enabled))
    .map(({ event, label, enabled, reasons, input }) => {
      const needs = input
        .filter(({ required }) => required)
        .map(({ name, default: preset }) => (preset === undefined ? name : `${name}, default ${preset}`));
      const head = `${enabled ? green("yes") : dim("no ")}  ${bold(event.padEnd(width))}  ${label}${needs.length > 0 && enabled ? dim(`  (enter ${needs.join(", ")})`) : ""}`;
      return [head, ...reasons.map(({ message }) => `${" ".repeat(width + 7)}${dim("-")} ${message}`)].join("\n");
    });
  return `${lines.join("\n")}\n`;
}
