import { existsSync } from "node:fs";
import { reportFormats } from "../report/index.ts";
import { checkOnce, type Form } from "./check-once.ts";
import type { Command } from "./command.ts";
import { CommandError, type ExitCode } from "./exit-code.ts";
import { clock, count, features, flag, jobs, oneOf, pccoOptions, type Typed, text } from "./options.ts";
import type { Terminal } from "./terminal.ts";

async function run(typed: Typed, terminal: Terminal): Promise<ExitCode> {
  const form: Form = {
    format: oneOf(typed, "format", reportFormats, "pretty"),
    mostWarnings: count(typed, "max-warnings"),
    jobs: jobs(typed),
  };
  const other = ["watch", "fix"].find((name) => flag(typed, name));
  if (other !== undefined && text(typed, "checkpoint") !== undefined)
    throw new CommandError(`--checkpoint can't be used with --${other}.`);
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

/** `erp-rules check`. */
export const check: Command = {
  options: {
    ...pccoOptions,
    for: { type: "string" },
    fix: { type: "boolean" },
    watch: { type: "boolean" },
    "max-warnings": { type: "string" },
    jobs: { type: "string" },
    checkpoint: { type: "string" },
  },
  help: `Usage: erp-rules check [PATH...] [options]

Checks Prime Contract Change Orders (PCCOs) against the export rules. PATH is a file, a folder (all
*.pcco.yaml, .yml, .json, .ndjson and .jsonl below it), a glob, or - for standard input. Default: this folder.

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
  --jobs N               threads to check with (default: one, and one for each core when there is much to check)
  --checkpoint FILE      remember how far the check is, so that the same command goes on after an interruption and
                         tells of every PCCO once; needs --format ndjson and --output

Exit code: 0 all are ready, 1 one is blocked, 2 typed wrongly or rules not loaded, 3 a file not readable,
4 none is blocked, but of some it can't be told.

Examples:
  erp-rules check samples
  erp-rules check change-orders --context job.context.yaml --format sarif --output report.sarif
  cat export.ndjson | erp-rules check - --format ndjson
  erp-rules check export.ndjson --format ndjson --output report.ndjson --checkpoint check.checkpoint
  erp-rules check 004.pcco.yaml --feature export_prime_contract_change_orders=off`,
  run,
};
