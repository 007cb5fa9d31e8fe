import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "./paths.ts";
import { endGroup } from "./processes.ts";

const variable = "ERP_RULES_VSCODE_RUN";

/** The folders that all tests of one run share. */
export interface OneRun {
  /** Everything that is made on the way; removed at the end. */
  readonly scratch: string;
  /** The extension as code-server unpacked it, in a folder of extensions. */
  readonly extensions: string;
  /** One file for each group of processes that still runs, named by its id. */
  readonly processes: string;
  /** Where screenshots go. */
  readonly screenshots: string;
  /** Where pictures of failed tests go; those of the run before are gone. */
  readonly failures: string;
}

/** Makes the folders of a run. */
export function beginRun(screenshots: string): OneRun {
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), "erp-rules-vscode-"));
  const run: OneRun = {
    scratch,
    extensions: join(scratch, "extensions"),
    processes: join(scratch, "processes"),
    screenshots,
    failures: join(suite, ".cache/failures"),
  };
  rmSync(run.failures, { recursive: true, force: true });
  for (const folder of [run.extensions, run.processes, run.screenshots, run.failures])
    mkdirSync(folder, { recursive: true });
  process.env[variable] = JSON.stringify(run);
  return run;
}

/** The run that this process is part of. */
export function currentRun(): OneRun {
  const run = process.env[variable];
  if (run === undefined) throw new Error("Start these tests with: npx tsx test/vscode/run.ts");
  return JSON.parse(run);
}

/** Ends what a run left running, however it came to its end, and removes what it made. */
export function endRun({ scratch, processes }: OneRun): void {
  for (const id of readdirSync(processes)) endGroup(Number(id));
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
