import { existsSync } from "node:fs";
import { isObject } from "../document/value.ts";
import type { EventInput, Pcco, Reason } from "../generated/types.ts";
import { fileName } from "../report/words.ts";
import type { Command } from "./command.ts";
import { destinationOf } from "./destination.ts";
import { BLOCKED, CommandError, OK, UNKNOWN } from "./exit-code.ts";
import { noMore, readOne } from "./one-document.ts";
import { flag, oneOf, pccoOptions, type Typed, text, texts } from "./options.ts";
import { knownEvent } from "./rule-choice.ts";
import { readSetting } from "./setting.ts";
import { editedText, mustBeWritable, writeBack } from "./write-back.ts";

/** `erp-rules transition`. */
export const transition: Command = {
  options: { ...pccoOptions, write: { type: "boolean" }, input: { type: "string", multiple: true } },
  help: `Usage: erp-rules transition FILE EVENT [options]

Lets an event happen and prints the moved PCCO, or says every reason why it can't.

  --write                replace the file; comments, order, quotes and layout stay
  --actor FILE           who acts; wins over the context's actor
  --input NAME=VALUE     what is entered for the event; may be repeated (messages may have several)
  --as-of DATE           the time of the event (default now)
  --format FORMAT        pretty (default: the PCCO as its file is written) or json
  --rules, --context, --feature, --output   as for check

Exit code: 0 moved, 1 refused, 4 refused only because facts are missing.

Examples:
  erp-rules transition 004.pcco.yaml send --write
  erp-rules transition 004.pcco.yaml accept --actor approver.yaml --input transaction_date=2025-03-14
  erp-rules transition 004.pcco.yaml export-succeeded --actor service.yaml --input origin_id=CR-004`,
  async run(typed, terminal) {
    const format = oneOf(typed, "format", ["pretty", "json"], "pretty");
    noMore(typed.positionals, 2, "transition");
    const setting = await readSetting(typed);
    const [file, name] = typed.positionals;
    if (file !== undefined && name !== undefined && !existsSync(file) && existsSync(name))
      throw new CommandError(`the file comes before the event: erp-rules transition ${name} ${file}`);
    const { input, rules, context } = await readOne(file, setting, "transition", terminal);
    if (name === undefined) throw new CommandError(`"transition" needs an event: ${rules.events.join(", ")}.`);
    const event = knownEvent(rules, name);
    if (flag(typed, "write")) mustBeWritable(input);
    const pcco: Pcco = isObject(input.document.value) ? input.document.value : {};
    const entered = readInput(typed, rules.definition.lifecycle[event]?.input ?? {});
    const result = rules.transition(pcco, event, { context, at: setting.clock.at, input: entered });
    const destination = destinationOf(text(typed, "output"), terminal);
    if (!result.ok) {
      if (format === "json") await destination.write(`${JSON.stringify(result, null, 2)}\n`);
      else terminal.note(refusal(event, result.reasons));
      await destination.end();
      return result.reasons.every(({ unknown }) => unknown) ? UNKNOWN : BLOCKED;
    }
    const isWritten = flag(typed, "write");
    const output = text(typed, "output");
    // Standard output can't be taken back, so it comes last; a file that can't be written keeps the PCCO as it is.
    if (isWritten && output === undefined) await writeBack(input, result.edits);
    if (format === "json") await destination.write(`${JSON.stringify(result.document, null, 2)}\n`);
    else if (!isWritten || output !== undefined) {
      const moved = editedText(input, result.edits);
      await destination.write(moved.endsWith("\n") ? moved : `${moved}\n`);
    }
    await destination.end();
    if (isWritten && output !== undefined) await writeBack(input, result.edits);
    const labels = [result.record.from, result.record.to].map(
      (state) => rules.definition.states[state]?.label ?? state,
    );
    terminal.note(
      `${fileName(input.file)}: ${event} done, ERP status ${labels.join(" → ")}${isWritten ? ", written" : ""}.`,
    );
    return OK;
  },
};

function refusal(event: string, reasons: readonly Reason[]): string {
  return [
    `"${event}" can't happen:`,
    ...reasons.map(({ message, ruleId }) => `  - ${message}${ruleId === undefined ? "" : ` (${ruleId})`}`),
  ].join("\n");
}

/** What was entered, each value as the event's input wants it: true and false for a boolean, a list for several texts. */
function readInput(typed: Typed, fields: Readonly<Record<string, EventInput>>): Readonly<Record<string, unknown>> {
  const entered = new Map<string, unknown>();
  for (const given of texts(typed, "input")) {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(given) ?? [];
    if (name === undefined || value === undefined) throw new CommandError(`--input is "${given}"; write NAME=VALUE.`);
    const type = Object.hasOwn(fields, name) ? fields[name]?.type : undefined;
    const before = entered.get(name);
    if (type === "texts") entered.set(name, [...(Array.isArray(before) ? before : []), value]);
    else if (before !== undefined) throw new CommandError(`--input ${name} is given twice; it takes one value.`);
    else entered.set(name, type === "boolean" && (value === "true" || value === "false") ? value === "true" : value);
  }
  return Object.fromEntries(entered);
}
