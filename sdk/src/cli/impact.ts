import { createImpactCounter, type ImpactSubject, outcomeChange } from "../analysis/impact.ts";
import { isObject, type JsonObject } from "../document/value.ts";
import { viewOf } from "../procore/view.ts";
import { type ImpactFormat, impactFormats, loadImpactReporter, type NamedRuleSet } from "../report/impact.ts";
import { impactSentence } from "../report/impact-words.ts";
import { documentName } from "../report/words.ts";
import type { CheckOptions, RuleSet } from "../rule-set.ts";
import type { Command } from "./command.ts";
import { destinationOf } from "./destination.ts";
import { readDocuments } from "./documents.ts";
import { CommandError, type ExitCode, OK, UNREADABLE, worse } from "./exit-code.ts";
import { findFiles } from "./find-files.ts";
import { type Prepared, prepare } from "./inspect.ts";
import { clock, features, oneOf, pccoOptions, type Typed, text } from "./options.ts";
import { checkedEvent, chooseRules, knownFeatures, type RuleChoice } from "./rule-choice.ts";
import { findSurroundings } from "./surroundings.ts";
import type { Terminal } from "./terminal.ts";

/** More PCCOs that can't be compared than this are only counted. */
const mostNamed = 10;

/** Compares what two rule sets say of each PCCO that the paths stand for. */
async function run(typed: Typed, terminal: Terminal): Promise<ExitCode> {
  const format: ImpactFormat = oneOf(typed, "format", impactFormats, "pretty");
  const { asOf, at } = clock(typed);
  const [a, b, ...paths] = typed.positionals;
  if (a === undefined || b === undefined)
    throw new CommandError('"impact" needs two rule sets. See erp-rules impact --help.');
  const before = (await chooseRules(a, asOf)).preset;
  const after = (await chooseRules(b, asOf)).preset;
  const event = text(typed, "for") ?? "send";
  for (const rules of [before, after]) checkedEvent(rules, event);
  const toggles = features(typed);
  knownByEither(before, after, toggles);
  const surroundings = await findSurroundings({
    context: text(typed, "context"),
    actor: text(typed, "actor"),
    features: toggles,
  });
  const setting = { choice: always(before), surroundings, besides: [after] };
  const destination = destinationOf(text(typed, "output"), terminal);
  const reporter = await loadImpactReporter(format, destination);
  const counter = createImpactCounter();
  let unreadable = 0;
  let worst: ExitCode = OK;
  for await (const found of findFiles(paths)) {
    for await (const input of "problem" in found ? [found] : readDocuments(found.file)) {
      const prepared = comparable(await prepare(input, setting));
      const { index } = "document" in input ? input.document : input;
      if ("problem" in prepared) {
        const { problem, exitCode } = prepared;
        worst = worse(worst, exitCode);
        if (++unreadable <= mostNamed) terminal.note(`${documentName({ file: input.file, index })}: ${problem}`);
        continue;
      }
      const change = prepared.isFaulty ? undefined : outcomeChange(before, after, prepared, { event, at });
      counter.add(change);
      if (change === undefined) continue;
      await destination.write(reporter.document({ file: input.file, index, label: labelOf(prepared.pcco), ...change }));
    }
  }
  const end = { event, ...named([before, a], [after, b]), summary: counter.total(), unreadable };
  await destination.write(reporter.end(end));
  await destination.end();
  if (format === "ndjson") terminal.note(impactSentence(end));
  return worst;
}

/** Both rule sets are said: what a PCCO pins does not count. */
function always(rules: RuleSet): RuleChoice {
  return { preset: rules, forPin: async () => rules, forContext: async () => rules };
}

/**
 * Makes sure that each toggle is one of a rule set's.
 * @throws {CommandError} with the toggle probably meant
 */
function knownByEither(a: RuleSet, b: RuleSet, toggles: Readonly<Record<string, boolean>>): void {
  const ofA = Object.keys(a.definition.features);
  knownFeatures(b, Object.fromEntries(Object.entries(toggles).filter(([name]) => !ofA.includes(name))));
}

/** What both rule sets are asked about, or why there is nothing to ask. */
type Comparable =
  | (ImpactSubject & {
      readonly pcco: JsonObject;
      /** Whether its text has a fault, which blocks it whatever the rules. */
      readonly isFaulty: boolean;
    })
  | { readonly problem: string; readonly exitCode: ExitCode };

function comparable(prepared: Prepared): Comparable {
  if ("finding" in prepared) return { problem: prepared.finding.message, exitCode: prepared.exitCode };
  const { document } = prepared.input;
  const { value: pcco, problems } = document;
  if (!isObject(pcco)) return { problem: problems[0]?.message ?? "there is no PCCO", exitCode: UNREADABLE };
  const sourceOf: CheckOptions["sourceOf"] = (path) => document.sourceOf(path);
  return { pcco, context: prepared.context, sourceOf, isFaulty: problems.length > 0 };
}

/** Number (#) and title, whatever payload the PCCO came in. */
function labelOf(pcco: unknown): string {
  const document = viewOf(pcco)?.document ?? {};
  return [document["number"], document["title"]]
    .filter((part) => typeof part === "string" || typeof part === "number")
    .join(" ")
    .trim();
}

/** Rule sets by their ids and versions; by what was typed when these are the same. */
function named(
  [a, typedA]: readonly [RuleSet, string],
  [b, typedB]: readonly [RuleSet, string],
): Readonly<Record<"before" | "after", NamedRuleSet>> {
  const nameOf = ({ reference: { id, version } }: RuleSet): string => `${id} ${version}`;
  const areSame = nameOf(a) === nameOf(b);
  return {
    before: { reference: a.reference, name: areSame ? typedA : nameOf(a) },
    after: { reference: b.reference, name: areSame ? typedB : nameOf(b) },
  };
}

const { rules, ...options } = pccoOptions;

/** `erp-rules impact`. */
export const impact: Command = {
  options: { ...options, for: { type: "string" } },
  help: `Usage: erp-rules impact A B [PATH...] [options]

Tells which PCCOs change outcome when the rules B are asked in place of the rules A: how many, by which rules, and which
they are. A and B are ID@RANGE or rule files; what a PCCO pins by $rules does not count here. PATH is as for check: a
file, a folder (all *.pcco.yaml, .yml, .json, .ndjson and .jsonl below it), a glob, or - for standard input. Default:
this folder.

  --for EVENT            the event to be ready for (default send)
  --context FILE         what PCCOs are judged against (default: $context, else the nearest pcco.context.yaml)
  --actor FILE           who acts; wins over the context's actor
  --as-of DATE           rules in force that day, and the time of the event
  --feature NAME=on|off  set a toggle; may be repeated
  --format FORMAT        pretty (default), json, ndjson (one changed PCCO a line, as it goes), markdown
  --output FILE          write the report to a file

Exit code: 0 when all PCCOs were compared, whether or not one changes; 2 typed wrongly or rules not loaded, 3 a PCCO
not readable.

Examples:
  erp-rules impact spectrum/pcco@1.0.0 spectrum/pcco@1.1.0 samples
  erp-rules impact spectrum/pcco my-rules.yaml export.ndjson --context job.context.yaml --format ndjson`,
  run,
};
