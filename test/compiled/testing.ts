// What the tests of compiled modules share: compiling, and asking a module in a process of its own.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runTimeSource } from "../../sdk/scripts/run-time.ts";
import { emitModule } from "../../sdk/src/ahead/emit-module.ts";
import { askedTogether } from "../../sdk/src/lifecycle/asked-together.ts";
import type { CompiledRuleSet } from "../../sdk/src/rule-set.ts";
import type { ResolvedRuleSet } from "../../sdk/src/rules/resolve.ts";
import { folderWith } from "../support/cli.ts";
import { answers as answersOf } from "./answers.js";

const runTime = { version: "0.0.0", source: await runTimeSource() };

/** What a rule set is asked. */
export interface Case {
  readonly pcco: unknown;
  readonly context: unknown;
  readonly event: string;
  readonly at?: string | undefined;
  readonly input?: unknown;
}

/** A rule set as the text of a module. */
export function compiled(set: ResolvedRuleSet): string {
  return emitModule(set, askedTogether(set), runTime);
}

/** What a loaded rule set answers. The cases are read from JSON, as the module gets them. */
export function answers(rules: CompiledRuleSet, cases: readonly Case[]): readonly unknown[] {
  return JSON.parse(answersOf(rules, JSON.parse(JSON.stringify(cases))));
}

/** What a compiled module answers where there is nothing but JavaScript itself. */
export function bareAnswers(module: string, cases: readonly Case[]): readonly unknown[] {
  const file = join(folderWith(), "rules.mjs");
  writeFileSync(file, module);
  const script = fileURLToPath(new URL("bare.mjs", import.meta.url));
  const flags = ["--disallow-code-generation-from-strings", "--experimental-vm-modules", "--no-warnings"];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, script, file], {
    input: JSON.stringify(cases),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
