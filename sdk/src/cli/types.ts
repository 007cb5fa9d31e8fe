import type { ResolvedRuleSet } from "../rules/resolve.ts";
import type { Command } from "./command.ts";
import { destinationOf } from "./destination.ts";
import { OK } from "./exit-code.ts";
import { noMore } from "./one-document.ts";
import { clock, text } from "./options.ts";
import { chooseRules } from "./rule-choice.ts";

/** `erp-rules types`. */
export const types: Command = {
  options: { rules: { type: "string" }, "as-of": { type: "string" }, output: { type: "string" } },
  help: `Usage: erp-rules types [--rules ID@RANGE|FILE] [--as-of DATE] [--output FILE]

Prints TypeScript types of a rule set: its rule ids, events, ERP statuses, features and what each event takes.`,
  async run(typed, terminal) {
    noMore(typed.positionals, 0, "types");
    const { preset } = await chooseRules(text(typed, "rules"), clock(typed).asOf);
    const destination = destinationOf(text(typed, "output"), terminal);
    const { id, version } = preset.reference;
    await destination.write(`// Types of the rule set ${id} ${version}, written by \`erp-rules types\`.\n\n`);
    await destination.write(namesOf(preset.definition));
    await destination.end();
    return OK;
  },
};

const inputTypes = { text: "string", date: "string", boolean: "boolean", texts: "readonly string[]" } as const;

/** Declares the names of a rule set as literal types. */
export function namesOf({ rules, lifecycle, states, features }: ResolvedRuleSet): string {
  const inputs = Object.entries(lifecycle).map(([event, { input = {} }]) => {
    const fields = Object.entries(input).map(
      ([name, { type, required, default: preset, label }]) =>
        `    /** ${comment(label)}${preset === undefined ? "" : `; default ${preset}`}. */\n    readonly ${name}${required && preset === undefined ? "" : "?"}: ${inputTypes[type]};\n`,
    );
    return `  readonly ${JSON.stringify(event)}: ${fields.length === 0 ? "Readonly<Record<never, never>>" : `{\n${fields.join("")}  }`};\n`;
  });
  return [
    `/** Ids of the rules. */\nexport type RuleId = ${union(rules.filter(({ definition }) => definition.severity !== "off").map((rule) => rule.id))};`,
    `/** Names of the events. */\nexport type EventName = ${union(Object.keys(lifecycle))};`,
    `/** ERP statuses. */\nexport type ErpStatus = ${union(Object.keys(states))};`,
    `/** Toggles of the ERP Integrations tool. */\nexport type FeatureName = ${union(Object.keys(features))};`,
    `/** What each event takes. */\nexport interface EventInputs {\n${inputs.join("")}}`,
    "",
  ].join("\n");
}

/** A text that can't end the comment it stands in. */
function comment(text: string): string {
  return text.replaceAll("*/", "* /");
}

function union(names: readonly string[]): string {
  return names.length === 0 ? "never" : names.map((name) => JSON.stringify(name)).join(" | ");
}
