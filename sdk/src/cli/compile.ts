import { emitModule, exported } from "../ahead/emit-module.ts";
import { literal } from "../keywords/literal.ts";
import { askedTogether } from "../lifecycle/asked-together.ts";
import type { ResolvedRuleSet } from "../rules/resolve.ts";
import type { Command } from "./command.ts";
import { destinationOf } from "./destination.ts";
import { CommandError, OK } from "./exit-code.ts";
import { text } from "./options.ts";
import { chooseRules } from "./rule-choice.ts";
import { namesOf } from "./types.ts";

declare const PRODUCT_VERSION: string;
/** The bundled run-time, and the types of what a compiled module exports. */
declare const RUN_TIME: string;
declare const RUN_TIME_TYPES: string;

/** `erp-rules compile`. */
export const compile: Command = {
  options: { output: { type: "string" } },
  help: `Usage: erp-rules compile RULESET [--output FILE]

Writes a rule set, ID@RANGE or a rule file, as one JavaScript module that needs nothing else: no package, no rule file,
no generated code at run time. For services that check a lot, for edge workers, and for hosts that forbid eval. It
exports check, actions, transition and repair, which say what the engine says.

  --output FILE  a file ending in .mjs or .js; its types are written beside it, as .d.mts or .d.ts`,
  async run(typed, terminal) {
    const [reference, ...more] = typed.positionals;
    if (reference === undefined)
      throw new CommandError('"compile" needs a rule set: ID@RANGE or a rule file. See erp-rules compile --help.');
    if (more[0] !== undefined) throw new CommandError(`"compile" takes no "${more[0]}".`);
    const output = text(typed, "output");
    const typeFile = output === undefined ? undefined : typeFileOf(output);
    const { definition } = (await chooseRules(reference, undefined)).preset;
    const module = emitModule(definition, askedTogether(definition), { version: PRODUCT_VERSION, source: RUN_TIME });
    const files = [
      [output, module] as const,
      ...(typeFile === undefined ? [] : [[typeFile, typesOf(definition)] as const]),
    ];
    const destinations = files.map(([file, content]) => [destinationOf(file, terminal), content] as const);
    for (const [destination, content] of destinations) {
      await destination.write(content);
      await destination.end();
    }
    return OK;
  },
};

/** @throws {CommandError} for a file that no one would read as an ES module */
function typeFileOf(output: string): string {
  const [, name, ending] = /^(.*)\.(m?js)$/.exec(output) ?? [];
  if (name === undefined)
    throw new CommandError(
      `--output is "${output}"; it takes a file ending in .mjs or .js, since it will be an ES module.`,
    );
  return `${name}.d.${ending === "mjs" ? "mts" : "ts"}`;
}

function typesOf(set: ResolvedRuleSet): string {
  const members = exported.map((name) => `export const ${name}: CompiledRuleSet<RuleId, EventName>["${name}"];`);
  return [
    `// Types of ${literal(`${set.id}@${set.version}`)}, compiled by erp-rules ${PRODUCT_VERSION}.`,
    "",
    namesOf(set),
    ...members,
    "",
    RUN_TIME_TYPES,
  ].join("\n");
}
