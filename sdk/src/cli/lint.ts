import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { lintIds } from "../analysis/lint/finding.ts";
import { lintFormats, writeLint } from "../report/lint.ts";
import { type LintedFile, type LintReport, summaryOf } from "../report/lint-report.ts";
import { lintSentence } from "../report/lint-words.ts";
import type { Command } from "./command.ts";
import { destinationOf } from "./destination.ts";
import { BLOCKED, type ExitCode, OK, USAGE } from "./exit-code.ts";
import { faultyExtended, lintFile, loadFaults } from "./lint-file.ts";
import { readRuleFiles, ruleFilesOf } from "./linted-files.ts";
import { lockIn, rootOf } from "./linted-lock.ts";
import { count, oneOf, type Typed, text } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** Lints rule files, each by itself. What is wrong with one keeps no other from being linted. */
async function run(typed: Typed, terminal: Terminal): Promise<ExitCode> {
  const format = oneOf(typed, "format", lintFormats, "pretty");
  const mostWarnings = count(typed, "max-warnings");
  const named = typed.positionals.length > 0 ? [...new Set(typed.positionals)] : [existsSync("rules") ? "rules" : "."];
  const files: LintedFile[] = [];
  const extended: LintedFile[] = [];
  const seen = new Set<string>();
  for (const [root, paths] of byRoot(named)) {
    const folder = await readRuleFiles(root, paths);
    for (const read of folder.files) {
      if (seen.has(resolve(read.path))) continue;
      seen.add(resolve(read.path));
      terminal.progress(read.path);
      files.push(lintFile(read, folder));
      extended.push(...faultyExtended(read, folder));
    }
  }
  for (const file of extended) {
    if (seen.has(resolve(file.file))) continue;
    seen.add(resolve(file.file));
    files.push(file);
  }
  for (const path of named) if (ruleFilesOf(path).length === 0) files.push(nothingIn(path));
  terminal.progress("");
  const report: LintReport = { files, kinds: { ...lintIds, ...loadFaults } };
  const destination = destinationOf(text(typed, "output"), terminal);
  const { color, width } = destination;
  await destination.write(await writeLint(report, format, { color, width }));
  await destination.end();
  if (format !== "pretty") terminal.note(lintSentence(report));
  return codeOf(report, mostWarnings, terminal);
}

/**
 * What is named, by the folder from which the files name each other. Of a file that is named more than once the first
 * folder has the say: the nearest with a lock file, or else the widest, which holds most of what the file may extend.
 */
function byRoot(named: readonly string[]): readonly (readonly [root: string, paths: readonly string[]])[] {
  const roots = new Map<string, string[]>();
  for (const path of named) {
    const root = rootOf(path);
    roots.set(root, [...(roots.get(root) ?? []), path]);
  }
  const rank = (root: string): number => resolve(root).length * (lockIn(root) === undefined ? 1 : -1);
  return [...roots].toSorted(([a], [b]) => rank(a) - rank(b));
}

function nothingIn(path: string): LintedFile {
  const message = `No rule file found in ${path}: looked for .yaml and .yml files with "ruleSet" and "format".`;
  const finding = {
    id: "rules/file",
    severity: "error",
    message,
    place: { file: path, path: "" },
    related: [],
  } as const;
  return { file: path, ruleSet: undefined, text: undefined, findings: [finding] };
}

function codeOf(report: LintReport, mostWarnings: number | undefined, terminal: Terminal): ExitCode {
  const { errors, warnings } = summaryOf(report);
  if (report.files.some(({ ruleSet }) => ruleSet === undefined)) return USAGE;
  if (errors > 0) return BLOCKED;
  if (mostWarnings === undefined || warnings <= mostWarnings) return OK;
  terminal.note(`${warnings} ${warnings === 1 ? "warning" : "warnings"}; --max-warnings allows ${mostWarnings}.`);
  return BLOCKED;
}

/** `erp-rules lint`. */
export const lint: Command = {
  options: { format: { type: "string" }, output: { type: "string" }, "max-warnings": { type: "string" } },
  help: `Usage: erp-rules lint [PATH...] [options]

Finds what is probably not meant in rule files: rules that never or always fire, that repeat or contradict another one;
toggles that change nothing; ERP statuses and events that can't be reached or left; events that nobody may do or that
can never happen; ways to the ERP system on which rules are not asked; missing sources and tests; a version step (major,
minor, patch) that is too small, and a published version that was changed. What is told is proved, where it can be with
a PCCO that shows it. PATH is a rule file or a folder. Default: rules if there is such a folder, else this one.

  --format FORMAT   pretty (default), json, sarif or github
  --output FILE     write the report to a file
  --max-warnings N  more warnings than N count as an error

Exit code: 0 no error was found, 1 there is one, 2 typed wrongly or a rule file does not load.

Examples:
  erp-rules lint
  erp-rules lint my-rules/company.yaml --max-warnings 0
  erp-rules lint rules --format sarif --output lint.sarif`,
  run,
};
