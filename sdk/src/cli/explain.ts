import { didYouMean } from "../context/suggest.ts";
import { keywords } from "../keywords/index.ts";
import { either } from "../keywords/show.ts";
import { createColors } from "../report/colors.ts";
import type { RuleSet } from "../rule-set.ts";
import { conditionWords } from "../rules/condition-words.ts";
import type { ResolvedRule } from "../rules/resolve.ts";
import type { Command } from "./command.ts";
import { destinationOf } from "./destination.ts";
import { CommandError, OK } from "./exit-code.ts";
import { noMore } from "./one-document.ts";
import { clock, oneOf, text } from "./options.ts";
import { chooseRules } from "./rule-choice.ts";

/** `erp-rules explain`. */
export const explain: Command = {
  options: {
    rules: { type: "string" },
    "as-of": { type: "string" },
    format: { type: "string" },
    output: { type: "string" },
  },
  help: `Usage: erp-rules explain RULE [options]

Prints the page of a rule: what it asks, when it applies, what it means when broken, and the page it comes from.

  --rules ID@RANGE|FILE  rule set that has it (default the newest spectrum/pcco)
  --as-of DATE           the version in force that day
  --format FORMAT        pretty (default) or json
  --output FILE          write the page to a file

Example:
  erp-rules explain billing-item-code-length`,
  async run(typed, terminal) {
    noMore(typed.positionals, 1, "explain");
    const format = oneOf(typed, "format", ["pretty", "json"], "pretty");
    const { preset } = await chooseRules(text(typed, "rules"), clock(typed).asOf);
    const [id] = typed.positionals;
    const ids = preset.definition.rules.map((rule) => rule.id);
    if (id === undefined) throw new CommandError(`"explain" needs a rule: ${ids.join(", ")}.`);
    const rule = preset.definition.rules.find((each) => each.id === id);
    if (rule === undefined)
      throw new CommandError(
        `${preset.reference.id} ${preset.reference.version} has no rule "${id}".${didYouMean(id, ids) || rulesLike(id, ids)}`,
      );
    const destination = destinationOf(text(typed, "output"), terminal);
    await destination.write(
      format === "json" ? `${JSON.stringify(rule, null, 2)}\n` : page(rule, preset, destination.color),
    );
    await destination.end();
    return OK;
  },
};

/** The rules whose id has a word in it, or else all. */
function rulesLike(word: string, ids: readonly string[]): string {
  const like = ids.filter((id) => id.includes(word.toLowerCase()));
  return like.length > 0 ? ` Did you mean ${either(like)}?` : ` It has ${either(ids, "and")}.`;
}

const severities = {
  error: "error: it blocks",
  warning: "warning: it is reported, and does not block",
  info: "info",
  off: "off: it is not asked",
};
const stages = {
  save: "on save, send and export",
  send: "on send and export",
  export: "on export, when accounting accepts",
};

function page({ id, definition, place, because }: ResolvedRule, { definition: set }: RuleSet, color: boolean): string {
  const { bold, dim, underline } = createColors(color);
  const source = set.sources[definition.source];
  const names = definition.fields ?? (definition.field === undefined ? [] : [definition.field]);
  const asked = names.map((name) => `${set.fields[name]?.label ?? name} (${set.fields[name]?.path ?? name})`);
  const used = keywords.filter(({ name }) => definition[name] !== undefined);
  const rows: [string, string | undefined][] = [
    [
      "Asks",
      [
        asked.join(", ") || set.features[definition.feature ?? ""]?.definition.title,
        used.map(({ name }) => `${name}: ${JSON.stringify(definition[name])}`).join(", "),
      ].join("  "),
    ],
    ["", used[0]?.summary],
    ["Applies", definition.when === undefined ? "always" : `when ${conditionWords(definition.when, set)}`],
    ["Severity", severities[definition.severity]],
    ["Stage", stages[definition.stage]],
    ["Message", definition.message ?? used[0]?.message],
    ["Why", definition.rationale],
    ["Because", because],
    ["Source", `${source?.title} (${definition.basis ?? "documented"})`],
    ["", source === undefined ? undefined : underline(source.url)],
    ["Rule", dim(`${place.file} ${place.path}`)],
  ];
  const lines = rows
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => `  ${name.padEnd(9)} ${value}`);
  return `${bold(id)}  ${definition.title ?? ""}\n\n${lines.join("\n")}\n`;
}
