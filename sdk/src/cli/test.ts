import { existsSync } from "node:fs";
import type { TestFileReport, TestReport } from "../analysis/test-report.ts";
import { type TestFormat, testFormats, writeTestReport } from "../report/tests.ts";
import { isThorough } from "../report/tests-words.ts";
import type { Command } from "./command.ts";
import { destinationOf } from "./destination.ts";
import { BLOCKED, CommandError, type ExitCode, OK, UNREADABLE, worse } from "./exit-code.ts";
import { noMore } from "./one-document.ts";
import { count, flag, oneOf, type Typed, text } from "./options.ts";
import { mustNotBeRead } from "./read-so-far.ts";
import { reportOn, type TestsWanted } from "./report-on-tests.ts";
import type { Terminal } from "./terminal.ts";
import { readTestedFolder } from "./tested-files.ts";
import { updateTests } from "./update-tests.ts";

/** What is asked of a run. */
interface Form extends TestsWanted {
  readonly folder: string;
  readonly format: TestFormat;
}

/** Runs the rule tests of a folder, and tells how thorough they are. */
async function run(typed: Typed, terminal: Terminal): Promise<ExitCode> {
  noMore(typed.positionals, 1, "test");
  const form: Form = {
    folder: typed.positionals[0] ?? (existsSync("rules") ? "rules" : "."),
    format: oneOf(typed, "format", testFormats, "pretty"),
    filter: text(typed, "filter")?.toLowerCase(),
    least: { coverage: percent(typed, "coverage"), mutation: percent(typed, "mutation") },
  };
  if (!flag(typed, "watch")) return testOnce(typed, form, terminal);
  const { watch } = await import("./watch.ts");
  const watched = { paths: [form.folder], besides: [], output: text(typed, "output") };
  return watch(watched, terminal, () => testOnce(typed, form, terminal));
}

/**
 * The percentage given for an option; all unless given.
 * @throws {CommandError} when it is none
 */
function percent(typed: Typed, name: string): number {
  const given = count(typed, name) ?? 100;
  if (given <= 100) return given;
  throw new CommandError(`--${name} is "${given}"; it takes a percentage, from 0 to 100.`);
}

async function testOnce(typed: Typed, form: Form, terminal: Terminal): Promise<ExitCode> {
  let folder = await readTestedFolder(form.folder);
  const output = text(typed, "output");
  if (output !== undefined) mustNotBeRead(output, "--output");
  if (flag(typed, "update") && (await updateTests(folder, form.filter, terminal)))
    folder = await readTestedFolder(form.folder);
  const report = reportOn(folder, form, (file) => terminal.progress(file));
  terminal.progress("");
  if (form.filter !== undefined && report.files.every(({ runs, problems }) => runs.length + problems.length === 0))
    throw new CommandError(`no case has "${text(typed, "filter")}" in its name.`);
  const destination = destinationOf(output, terminal);
  const { color, width } = destination;
  await destination.write(await writeTestReport(report, form.format, { color, width }));
  await destination.end();
  return report.files.map((file) => codeOf(file, report)).reduce(worse, untestedCode(report));
}

function untestedCode({ untested }: TestReport): ExitCode {
  return untested.length === 0 ? OK : BLOCKED;
}

function codeOf(file: TestFileReport, { least }: TestReport): ExitCode {
  if (file.problems.length > 0) return UNREADABLE;
  return file.runs.every(({ result }) => result.passed) && isThorough(file, least) ? OK : BLOCKED;
}

/** `erp-rules test`. */
export const test: Command = {
  options: {
    filter: { type: "string" },
    update: { type: "boolean" },
    watch: { type: "boolean" },
    coverage: { type: "string" },
    mutation: { type: "string" },
    format: { type: "string" },
    output: { type: "string" },
  },
  help: `Usage: erp-rules test [DIR] [options]

Runs the rule tests (*.test.yaml) of a folder and those below it, or those of one file. A case is passed; noisy, when
something was found that is not expected; or missing, when something that is expected was not. Then it tells how
thorough they are: coverage is how much of the rule file they see (each rule holding, broken, not applying and unknown,
each class of values next to a limit, each event taken and refused for each kind of reason), and the mutation score how
many small changes to it they notice. A change that they don't notice is printed with a case that would. What can't be,
and changes of which it is proved that they make no difference, don't count. Default: rules if there is such a folder,
else this folder.

  --filter TEXT    only cases with this in their names; coverage and mutation score are not told then
  --update         let cases that fail expect what comes of them, and say what is changed
  --watch          test again whenever a file changes
  --coverage N     least coverage in percent (default 100)
  --mutation N     least mutation score in percent (default 100)
  --format FORMAT  pretty (default), json or junit
  --output FILE    write the report to a file

Exit code: 0 all cases pass, and coverage and mutation score are high enough; 1 a case fails, one of them is too low, or
a rule file has no tests; 2 typed wrongly, or a rule file does not load; 3 a test file not readable.

Examples:
  erp-rules test rules
  erp-rules test rules --filter "billing item code"
  erp-rules test my-rules --mutation 80 --format junit --output tests.xml`,
  run,
};
