import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { readRuleTest } from "../../sdk/src/analysis/read-rule-test.ts";
import { runTests } from "../../sdk/src/analysis/run-tests.ts";
import { lintFile } from "../../sdk/src/cli/lint-file.ts";
import { readRuleFiles } from "../../sdk/src/cli/linted-files.ts";
import { parseText } from "../../sdk/src/document/parse.ts";
import { loadRuleText } from "../../sdk/src/load-text.ts";
import { type Fault, withFault } from "./fault.ts";
import { faultsElsewhere } from "./faults-elsewhere.ts";
import { faultsInLifecycle } from "./faults-in-lifecycle.ts";
import { faultsInRules } from "./faults-in-rules.ts";

const faults = [...faultsInRules, ...faultsInLifecycle, ...faultsElsewhere];

const textOf = (file: string): string => readFileSync(`rules/${file}`, "utf8");
const testsOf = (file: string): string => textOf(file.replace(/\.yaml$/, ".test.yaml"));

/** A folder with these files; it is gone after the test. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "seeded-faults-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/**
 * The errors and warnings that lint has on a rule file, by id. The lock file is there only for a fault of what is published;
 * and that an edit makes a version let through what the one before did not is told only where that is the fault.
 */
async function linted({ file, by }: Pick<Fault, "file" | "by">, text: string): Promise<readonly string[]> {
  const version = /^version: (.*)$/m.exec(text)?.[1];
  const tests = testsOf(file).replace(/^(ruleSet: .*@).*$/m, `$1${version}`);
  const root = folderWith({
    [file]: text,
    [file.replace(/\.yaml$/, ".test.yaml")]: tests,
    ...(by === "rules/published" ? { "lock.yaml": textOf("lock.yaml") } : {}),
  });
  const folder = await readRuleFiles(root, [`${root}/${file}`]);
  return folder.files
    .flatMap((read) => lintFile(read, folder).findings)
    .filter(({ severity }) => severity !== "info")
    .map(({ id }) => id)
    .filter((id) => id !== "lint/version-step" || by === id);
}

/** How many cases of the rule tests fail. */
async function failing(file: string, text: string): Promise<number> {
  const rules = await loadRuleText({ text, file });
  const [document] = parseText(testsOf(file), { format: "yaml" }).documents;
  if (document === undefined) throw new Error("a text is always read as one document or more");
  const { content, problems } = readRuleTest(document, file, () => rules);
  expect(problems).toEqual([]);
  if (content === undefined) throw new Error("the rule tests can't be read");
  return runTests(rules, content).filter(({ result }) => !result.passed).length;
}

test("there are enough of them, each another one", () => {
  expect(faults.length).toBeGreaterThanOrEqual(30);
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
  const edited = faults.map((fault) => fault.file + withFault(textOf(fault.file), fault));
  expect(new Set(edited).size).toBe(faults.length);
});

test.each([...new Set(faults.map(({ file }) => file))])("without a fault nobody reports anything: %s", async (file) => {
  expect(await linted({ file, by: "rules/published" }, textOf(file))).toEqual([]);
  expect(await failing(file, textOf(file))).toBe(0);
});

describe("each fault is reported", () => {
  test.each(faults)("$by: $name", async (fault) => {
    const text = withFault(textOf(fault.file), fault);
    const found = await linted(fault, text);
    if (fault.by === "tests") {
      expect(found).toEqual([]);
      expect(await failing(fault.file, text)).toBeGreaterThan(0);
    } else expect(found).toContain(fault.by);
  });
});
