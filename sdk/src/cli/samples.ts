import { dirname, relative } from "node:path";
import { documentOf } from "../analysis/samples/sample.ts";
import { samplesFor } from "../analysis/samples/samples.ts";
import { type SampleFormat, sampleFormats, writeSamples } from "../report/samples.ts";
import { count } from "../report/words.ts";
import { createRuleSet } from "../rule-set.ts";
import { resolveRuleSet } from "../rules/resolve.ts";
import type { RuleFileSource } from "../rules/rule-file.ts";
import type { Command } from "./command.ts";
import { destinationOf } from "./destination.ts";
import { CommandError, OK } from "./exit-code.ts";
import { noMore } from "./one-document.ts";
import { oneOf, text } from "./options.ts";
import { findRuleSource } from "./rule-source.ts";

/** `erp-rules samples`. */
export const samples: Command = {
  options: { format: { type: "string" }, output: { type: "string" } },
  help: `Usage: erp-rules samples RULESET [options]

Makes PCCOs for trying out a rule set: as few as will do to kill all mutants of its rule file, so that no small change
to a limit, keyword, condition, status, role, toggle, severity, guard or state stays unnoticed. Each stands with its
surroundings and the person, names the rule set under $rules, and says under $expect what a check must find and what
must come of each event. RULESET is ID@RANGE or a rule file. Of a rule file that extends another one only what it says
itself is tried out.

  --format FORMAT  yaml (default: one PCCO after another), json (a list) or ndjson (one a line)
  --output FILE    write them to a file, such as samples.pcco.yaml

Exit code: 0 the PCCOs were made; 2 typed wrongly or rules not loaded.

Examples:
  erp-rules samples spectrum/pcco@1.0.0 --output samples.pcco.yaml
  erp-rules samples my-rules.yaml --format ndjson`,
  async run(typed, terminal) {
    noMore(typed.positionals, 1, "samples");
    const format: SampleFormat = oneOf(typed, "format", sampleFormats, "yaml");
    const [reference] = typed.positionals;
    if (reference === undefined) throw new CommandError('"samples" needs a rule set. See erp-rules samples --help.');
    const { source, library, rules, isFile } = await findRuleSource(reference);
    const make = (content: RuleFileSource["content"]) => createRuleSet(resolveRuleSet({ ...source, content }, library));
    terminal.progress("Looking for PCCOs …");
    const made = samplesFor({ source, rules, make });
    terminal.progress("");
    const output = text(typed, "output");
    const { id, version } = rules.reference;
    const pin = isFile ? pathFrom(output, reference) : `${id}@${version}`;
    const documents = made.samples.map(({ sample, kills }) => ({ document: documentOf(rules, sample, pin), kills }));
    const destination = destinationOf(output, terminal);
    await destination.write(writeSamples(documents, format));
    await destination.end();
    terminal.note(sentence(made));
    return OK;
  },
};

/** The rule file as a PCCO that stands in the output file names it. */
function pathFrom(output: string | undefined, file: string): string {
  return output === undefined ? file : relative(dirname(output), file).replaceAll("\\", "/");
}

function sentence({
  samples: made,
  killed,
  equivalent,
  notDecided,
  isSmallest,
}: ReturnType<typeof samplesFor>): string {
  const parts = [
    `${count(made.length, "PCCO")} kill${made.length === 1 ? "s" : ""} all ${killed} mutants that make a difference`,
    ...(isSmallest ? [] : ["perhaps fewer would do"]),
    ...(equivalent.length === 0 ? [] : [`${count(equivalent.length, "mutant")} proved to make none left out`]),
    ...(notDecided.length === 0
      ? []
      : [
          `of ${count(notDecided.length, "mutant")} it could not be told: ${notDecided.map(({ entry, change }) => `${entry}, ${change}`).join("; ")}`,
        ]),
  ];
  return `${parts.join("; ")}.`;
}
