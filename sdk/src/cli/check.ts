import { existsSync } from "node:fs";
import { createSummaryCounter, loadReporter, type ReportFormat, reportFormats } from "../report/index.ts";
import type { RuleSet } from "../rule-set.ts";
import type { Command } from "./command.ts";
import { destinationOf } from "./destination.ts";
import { readDocuments } from "./documents.ts";
import { BLOCKED, CommandError, type ExitCode, OK, UNKNOWN, worse } from "./exit-code.ts";
import { findFiles } from "./find-files.ts";
import { inspect } from "./inspect.ts";
import { clock, count, features, flag, oneOf, pccoOptions, type Typed, text } from "./options.ts";
import { knownEvent } from "./rule-choice.ts";
import { readSetting } from "./setting.ts";
import type { Terminal } from "./terminal.ts";

const outcomeCodes = { exportable: OK, blocked: BLOCKED, unknown: UNKNOWN, unreadable: OK } as const;

/** Checks every PCCO that the paths stand for and reports on them. */
async function run(typed: Typed, terminal: Terminal): Promise<ExitCode> {
  const form: Form = {
    format: oneOf(typed, "format", reportFormats, "pretty"),
    mostWarnings: count(typed, "max-warnings"),
  };
  if (!flag(typed, "watch")) return checkOnce(typed, form, terminal);
  const { positionals: paths } = typed;
  if (paths.includes("-")) throw new CommandError("--watch can't watch standard input; name files or folders.");
  // What is wrong here no change of a file can mend.
  clock(typed);
  features(typed);
  const besides = ["context", "actor", "rules"].flatMap((name) => text(typed, name) ?? []);
  const { watch } = await import("./watch.ts");
  return watch(
    { paths, besides: besides.filter((file) => existsSync(file)), output: text(typed, "output") },
    terminal,
    () => checkOnce(typed, form, terminal),
  );
}

/** What is asked of the report. */
interface Form {
  readonly format: ReportFormat;
  readonly mostWarnings: number | undefined;
}

async function checkOnce(typed: Typed, { format, mostWarnings }: Form, terminal: Terminal): Promise<ExitCode> {
  const setting = await readSetting(typed);
  const event = knownEvent(setting.choice.preset, text(typed, "for") ?? "send");
  const options = { event, at: setting.clock.at };
  let worst: ExitCode = OK;
  if (flag(typed, "fix")) {
    const { fixFiles } = await import("./fix.ts");
    worst = worse(worst, await fixFiles(typed.positionals, setting, options, terminal));
  }
  const destination = destinationOf(text(typed, "output"), terminal);
  const { color, width } = destination;
  const used = new Map<string, RuleSet>();
  const ruleTitle = (id: string): string | undefined =>
    [...used.values()].flatMap(({ definition }) => definition.rules).find((rule) => rule.id === id)?.definition.title;
  const reporter = await loadReporter(format, { color, width, ruleTitle });
  const counter = createSummaryCounter();
  const begun = Date.now();
  for await (const found of findFiles(typed.positionals)) {
    for await (const input of "problem" in found ? [found] : readDocuments(found.file)) {
      const { report, exitCode, rules } = await inspect(input, setting, options);
      if (rules !== undefined) used.set(rules.reference.sha256, rules);
      counter.add(report);
      worst = worse(worst, exitCode ?? outcomeCodes[report.outcome]);
      const source = "text" in input ? { text: input.text, textLine: input.firstLine } : { text: undefined };
      await destination.write(reporter.document({ report, ...source }));
      tellProgress(counter.total().documents, begun, terminal);
    }
  }
  const summary = counter.total();
  terminal.progress("");
  const [rules = setting.choice.preset, others] = used.values();
  const { reference } = others === undefined ? rules : setting.choice.preset;
  await destination.write(reporter.end({ ruleSet: reference, summary }));
  await destination.end();
  if (mostWarnings === undefined || summary.warnings <= mostWarnings) return worst;
  const { warnings } = summary;
  terminal.note(`${warnings} ${warnings === 1 ? "warning" : "warnings"}; --max-warnings allows ${mostWarnings}.`);
  return worse(worst, BLOCKED);
}

/** After a second, a line that says how far a long run is. */
function tellProgress(documents: number, begun: number, terminal: Terminal): void {
  if (documents % 100 !== 0) return;
  const seconds = (Date.now() - begun) / 1000;
  if (seconds > 1) terminal.progress(`${documents} PCCOs checked, ${Math.round(documents / seconds)} a second`);
}

/** `erp-rules check`. */
export const check: Command = {
  options: {
    ...pccoOptions,
    for: { type: "string" },
    fix: { type: "boolean" },
    watch: { type: "boolean" },
    "max-warnings": { type: "string" },
  },
  help: `Usage: erp-rules check [PATH...] [options]

Checks Prime Contract Change Orders (PCCOs) against the export rules. PATH is a file, a folder (all
*.pcco.yaml, .yml, .json and .ndjson below it), a glob, or - for standard input. Default: this folder.

  --for EVENT            the event to be ready for (default send)
  --rules ID@RANGE|FILE  rule set to check by (default: what a PCCO pins by $rules, else the newest for the ERP
                         system of its context, else spectrum/pcco)
  --context FILE         what PCCOs are judged against (default: $context, else the nearest pcco.context.yaml)
  --actor FILE           who acts; wins over the context's actor
  --as-of DATE           rules in force that day, and the time of the event
  --feature NAME=on|off  set a toggle; may be repeated
  --format FORMAT        pretty (default), json, ndjson, sarif, junit, github, markdown
  --output FILE          write the report to a file
  --fix                  first write every fix that has only one right answer
  --watch                check again whenever a file changes
  --max-warnings N       more warnings than N count as blocked

Exit code: 0 all are ready, 1 one is blocked, 2 typed wrongly or rules not loaded, 3 a file not readable,
4 none is blocked, but of some it can't be told.

Examples:
  erp-rules check samples
  erp-rules check change-orders --context job.context.yaml --format sarif --output report.sarif
  cat export.ndjson | erp-rules check - --format ndjson
  erp-rules check 004.pcco.yaml --feature export_prime_contract_change_orders=off`,
  run,
};
