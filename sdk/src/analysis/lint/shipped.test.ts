import { describe, expect, test } from "vitest";
import { bundledRuleFiles } from "../../generated/rule-sets.ts";
import { libraryWith, ruleSetOf } from "../../load-text.ts";
import { lintRules } from "./lint.ts";
import { lintVersionStep, versionBefore } from "./version-step.ts";

const library = libraryWith([]);
/** Editors give no more, so that whoever types never waits. */
const steps = 10_000;

describe.each(bundledRuleFiles.map(({ file }) => file))("%s", (file) => {
  const source = library.files.find((each) => each.file === file);
  if (source === undefined) throw new RangeError(`there is no ${file}`);
  const rules = ruleSetOf(source, library);

  test("has no error and no warning, and everything is decided in the time that an editor gives", () => {
    const found = lintRules(rules, source, { steps });
    expect(found.filter(({ id, severity }) => severity !== "info" || id === "lint/not-decided")).toEqual([]);
  });

  test("follows the version before by a step that is large enough", () => {
    const before = versionBefore(source, library);
    if (before === undefined) expect(source.content.version).toBe("1.0.0");
    else
      expect([...lintVersionStep({ source: before, rules: ruleSetOf(before, library) }, { source, rules })]).toEqual(
        [],
      );
  });
});
