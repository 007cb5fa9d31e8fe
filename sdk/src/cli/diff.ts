import { diffRuleSets } from "../analysis/diff/rule-set-diff.ts";
import { didYouMean } from "../context/suggest.ts";
import { type DiffFormat, diffFormats, writeDiff } from "../report/diff.ts";
import type { RuleSet } from "../rule-set.ts";
import type { Command } from "./command.ts";
import { destinationOf } from "./destination.ts";
import { CommandError, OK } from "./exit-code.ts";
import { noMore } from "./one-document.ts";
import { oneOf, text } from "./options.ts";
import { chooseRules } from "./rule-choice.ts";

/** `erp-rules diff`. */
export const diff: Command = {
  options: { event: { type: "string" }, format: { type: "string" }, output: { type: "string" } },
  help: `Usage: erp-rules diff A B [options]

Tells what the rules B newly let through or hold back, compared with the rules A: for each event whether B is
equivalent, stricter, looser or incomparable, and for each difference the smallest PCCO that shows it, with its
surroundings and the person. Each was asked of both rule sets. What can't be decided is said to be "not decided". It
also says which version step (major, minor, patch) the change needs. A and B are ID@RANGE or rule files.

  --event EVENT    only this event, such as send
  --format FORMAT  pretty (default), json or markdown
  --output FILE    write the report to a file

Exit code: 0 when the rule sets were compared, whether or not they differ; 2 typed wrongly or rules not loaded.

Examples:
  erp-rules diff spectrum/pcco@1.0.0 spectrum/pcco@1.1.0
  erp-rules diff spectrum/pcco my-rules.yaml --event send --format markdown`,
  async run(typed, terminal) {
    noMore(typed.positionals, 2, "diff");
    const format: DiffFormat = oneOf(typed, "format", diffFormats, "pretty");
    const [a, b] = typed.positionals;
    if (a === undefined || b === undefined)
      throw new CommandError('"diff" needs two rule sets. See erp-rules diff --help.');
    const before = (await chooseRules(a, undefined)).preset;
    const after = (await chooseRules(b, undefined)).preset;
    const event = knownByEither(before, after, text(typed, "event"));
    const compared = diffRuleSets(before, after);
    const events = compared.events.filter((each) => event === undefined || each.event === event);
    const destination = destinationOf(text(typed, "output"), terminal);
    await destination.write(await writeDiff({ diff: { ...compared, events }, names: [a, b] }, format, destination));
    await destination.end();
    return OK;
  },
};

/**
 * Makes sure that one of two rule sets has an event.
 * @throws {CommandError} with the event probably meant
 */
function knownByEither(a: RuleSet, b: RuleSet, event: string | undefined): string | undefined {
  const known = [...new Set([...a.events, ...b.events])];
  // Rules without a life cycle are compared as if for sending.
  if (event === undefined || known.includes(event) || (known.length === 0 && event === "send")) return event;
  throw new CommandError(
    `there is no event "${event}".${didYouMean(event, known)} Events are ${known.join(", ") || "send"}.`,
  );
}
