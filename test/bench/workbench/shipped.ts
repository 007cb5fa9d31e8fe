import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { lintRules } from "../../../sdk/src/analysis/lint/lint.ts";
import { madeMutants, mutationScore, type Subject } from "../../../sdk/src/analysis/mutation/score.ts";
import { readRuleTest } from "../../../sdk/src/analysis/read-rule-test.ts";
import { runTests } from "../../../sdk/src/analysis/run-tests.ts";
import { parseText } from "../../../sdk/src/document/parse.ts";
import { loadSource } from "../../../sdk/src/load.ts";
import { libraryWith } from "../../../sdk/src/load-text.ts";
import { createRuleSet, type RuleSet } from "../../../sdk/src/rule-set.ts";
import { resolveRuleSet } from "../../../sdk/src/rules/resolve.ts";

/** The budget that the editor gives to lint. */
const stepsInEditors = 10_000;

const folder = fileURLToPath(new URL("../../../rules/", import.meta.url));
const library = libraryWith([]);

/** The rule files that ship. */
export const shippedFiles: readonly string[] = library.files.map(({ file }) => file);

/** Runs the tests of a rule file, and its mutants against them. */
export function scoreOf(file: string): void {
  const { rules, source, content, make } = subjectOf(file);
  const { survivors } = mutationScore({ rules, source, file: content, runs: runTests(rules, content), make });
  if (survivors.length > 0) throw new Error(`${file} has mutants that survive`);
}

/** Lints a rule file, as an editor does while it is typed. */
export function linterOf(file: string): () => void {
  const { rules, source } = subjectOf(file);
  return () => void lintRules(rules, source, { steps: stepsInEditors });
}

/** A rule file that ships beside every `step`th of its mutants. */
export function mutantPairs(file: string, step: number): readonly (readonly [RuleSet, RuleSet])[] {
  const subject = subjectOf(file);
  return [...madeMutants(subject)].flatMap(({ rules }, at) =>
    at % step === 0 ? [[subject.rules, rules] as const] : [],
  );
}

function subjectOf(file: string): Pick<Subject, "rules" | "source" | "make"> & { readonly content: Subject["file"] } {
  const source = library.files.find((each) => each.file === file);
  const text = readFileSync(`${folder}${file.replace(/\.yaml$/, ".test.yaml")}`, "utf8");
  const [document] = parseText(text, { format: "yaml" }).documents;
  if (source === undefined || document === undefined) throw new Error(`${file} does not ship with tests`);
  const { content, rules } = readRuleTest(document, file, (name) => loadSource(library.find(name), library));
  if (content === undefined || rules === undefined) throw new Error(`the tests of ${file} have faults`);
  const make: Subject["make"] = (changed) => createRuleSet(resolveRuleSet({ ...source, content: changed }, library));
  return { rules, source, content, make };
}
