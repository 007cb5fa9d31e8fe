import { describe, expect, test } from "vitest";
import { fittingFiles } from "./fitting-files.ts";
import { readRuleFile } from "./rules/read-rule-file.ts";
import { describeProblem, type RuleFileSource } from "./rules/rule-file.ts";

function fileOf(file: string, ruleSet: string, version: string, effective: string): Promise<RuleFileSource> {
  return readRuleFile(`format: 1\nruleSet: ${ruleSet}\nversion: ${version}\neffective: { from: ${effective} }\n`, file);
}

async function fitting(...files: readonly (readonly [string, string, string, string])[]) {
  const { library, misfits } = fittingFiles(await Promise.all(files.map((each) => fileOf(...each))));
  const own = library.files.map(({ file }) => file).filter((name) => files.some(([file]) => file === name));
  return { own, told: misfits.map(describeProblem), library };
}

describe("rule files that don't fit beside each other", () => {
  test("are left out, each with the reason why, and keep no other from being found", async () => {
    const { own, told, library } = await fitting(
      ["a.yaml", "acme/pcco", "1.0.0", "2025-01-01"],
      ["b.yaml", "acme/pcco", "1.0.0", "2025-06-01"],
      ["c.yaml", "acme/pcco", "2.0.0", "2025-01-01"],
      ["d.yaml", "other/pcco", "1.0.0", "2025-01-01"],
    );
    expect(own).toEqual(["a.yaml", "d.yaml"]);
    expect(told).toEqual([
      "b.yaml:3:1 version 1.0.0 of acme/pcco is there twice",
      "c.yaml:4:1 versions 1.0.0 and 2.0.0 both begin on 2025-01-01",
    ]);
    expect(library.find("other/pcco").file).toBe("d.yaml");
  });

  test("among those that ship: the file of one's own is told, and what ships stays", async () => {
    const { own, told, library } = await fitting(["mine.yaml", "spectrum/pcco", "1.2.0", "2026-11-01"]);
    expect(own).toEqual([]);
    expect(told).toEqual(["mine.yaml:4:1 versions 1.1.0 and 1.2.0 both begin on 2026-11-01"]);
    expect(library.find("spectrum/pcco").content.version).toBe("1.1.0");
  });
});
