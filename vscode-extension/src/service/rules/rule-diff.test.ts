import { describe, expect, test } from "vitest";
import { counterpartsOf } from "./counterparts.ts";
import { ruleDiff } from "./rule-diff.ts";
import { companyRules, northRules, projectOf } from "./testing.ts";

async function diffOf(
  file: string,
  files: Readonly<Record<string, string>>,
  before?: Awaited<ReturnType<typeof projectOf>>,
) {
  const project = await projectOf(files, before);
  const rule = project.rule(file);
  const [first] = counterpartsOf(rule, project, undefined);
  if (first === undefined) throw new Error("there is nothing to compare with");
  return ruleDiff(rule, first);
}

const next = companyRules
  .replace("version: 1.0.0", "version: 1.0.1")
  .replace("2026-11-01", "2026-12-01")
  .replace("maxLength: 9", "maxLength: 12");

describe("a comparison", () => {
  test("tells per event how the edited rules stand to the earlier ones, with a PCCO for each difference, and the step", async () => {
    const diff = await diffOf("next.yaml", { "company.yaml": companyRules, "next.yaml": next });
    if ("refusal" in diff) throw new Error(diff.refusal);
    expect(diff.title).toBe("company/pcco 1.0.0 → next.yaml");
    expect([diff.before, diff.after]).toEqual(["company/pcco@1.0.0", "company/pcco@1.0.1"]);
    expect(diff.markdown).toContain("## company/pcco 1.0.0 → 1.0.1");
    expect(diff.markdown).toContain("this change needs a major one");
    expect(diff.markdown).toMatch(/### Send is looser: .*newly let through/);
    expect(diff.markdown).toMatch(/blocked → exportable by title-length/);
    // The smallest PCCO that is too long for 9 and not for 12.
    expect(diff.markdown).toMatch(/```yaml\n(?:.*\n)*?title: \S{10}\n/);
    expect(diff.markdown).toMatch(/take-back|Take back/);
    expect(diff.markdown).not.toContain("erp-rules check");
  });

  test("of a file with what it extends names both", async () => {
    const diff = await diffOf("north.yaml", { "company.yaml": companyRules, "north.yaml": northRules });
    expect(diff).toMatchObject({ title: "company/pcco 1.0.0 → north.yaml", after: "company/north@1.0.0" });
  });

  test("is refused while the file has faults, though its last good rules are still in force", async () => {
    const files = { "company.yaml": companyRules, "next.yaml": next };
    const before = await projectOf(files);
    const diff = await diffOf(
      "next.yaml",
      { ...files, "next.yaml": next.replace("maxLength: 12", "maxLenth: 12") },
      before,
    );
    expect(diff).toEqual({ refusal: expect.stringMatching(/^next\.yaml has faults\. Mend these first: .*maxLength/) });
  });

  test("with rules that have faults is refused, and says whose they are", async () => {
    const files = {
      "company.yaml": companyRules.replace("field: title\n    max", "field: titel\n    max"),
      "next.yaml": next,
    };
    expect(await diffOf("next.yaml", files)).toEqual({
      refusal: expect.stringMatching(/^company\/pcco 1\.0\.0 has faults\. Mend these first: .*titel/),
    });
  });
});
