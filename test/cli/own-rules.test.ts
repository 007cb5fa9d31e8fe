import { describe, expect, test } from "vitest";
import { approved, checkOne, context, folderWith, run } from "../support/cli.ts";

const ruleFile = (id: string, base: string, rest = "") =>
  `format: 1\nruleSet: ${id}/pcco\nversion: 1.0.0\ntitle: Ours\neffective: { from: 2026-11-01 }\nextends: ${base}\n${rest}`;

const group = ruleFile(
  "group",
  "spectrum/pcco@1.1.0",
  "overrides:\n  title-length: { maxLength: 9, because: Our form has room for 9. }\n",
);
const company = ruleFile("company", "group/pcco@1");

describe("a rule file that extends one of one's own", () => {
  const pinned = (pin: string) => approved([/^\$rules: \S+/m, `$rules: ${pin}`]);
  const folder = () =>
    folderWith({
      ...context,
      "a.pcco.yaml": approved(),
      "b.pcco.yaml": pinned("./rules/company.yaml"),
      "rules/company.yaml": company,
      "rules/group.yaml": group,
      "rules/half-written.yaml": "format: 1\nruleSet: half/pcco\nrules: [",
    });
  const broken = { ruleId: "title-length", rule: { file: "rules/group.yaml" } };

  test("is checked with what stands beside it, whether it is named by --rules or by a PCCO", () => {
    const named = checkOne(["a.pcco.yaml", "--rules", "rules/company.yaml"], { in: folder() });
    expect(named).toMatchObject({ code: 1, findings: [broken] });
    expect(checkOne(["b.pcco.yaml"], { in: folder() })).toMatchObject({ code: 1, findings: [broken] });
  });

  test.each([
    ["diff", "spectrum/pcco@1.1.0", "rules/company.yaml", "--event", "send"],
    ["impact", "spectrum/pcco@1.1.0", "rules/company.yaml", "a.pcco.yaml"],
    ["explain", "title-length", "--rules", "rules/company.yaml"],
    ["compile", "rules/company.yaml"],
    ["samples", "rules/company.yaml"],
    ["lint", "rules/company.yaml"],
  ])("is known to %s", (...words) => {
    const { code, err } = run(words, { in: folder() });
    expect({ code, err: err.includes("group") }).toEqual({ code: 0, err: false });
  });

  test.each([
    ["syntax", group.replace("title: Ours", "title: ["), /group\.yaml:4:\d+ /],
    ["shape", group.replace("title: Ours", "titel: Ours"), /group\.yaml:4:\d+ .*"titel"/],
    ["a rule that is not there", group.replace("title-length", "titel-length"), /group\.yaml:8:\d+ .*"titel-length"/],
  ])("is refused with the faults of the file beside that it extends: %s", (_what, beside, fault) => {
    const folder = folderWith({
      "company.yaml": company,
      "group.yaml": beside,
      "half-written.yaml": "format: 1\nruleSet: half/pcco\nrules: [",
    });
    for (const words of [
      ["explain", "title-length", "--rules", "company.yaml"],
      ["compile", "company.yaml"],
    ]) {
      const { code, err } = run(words, { in: folder });
      expect(code).toBe(2);
      expect(err).toMatch(fault);
      expect(err).not.toMatch(/there is no rule set|half/);
    }
  });

  test("is refused when what it extends is nowhere, or leads back to it", () => {
    const alone = folderWith({ "company.yaml": company });
    expect(run(["explain", "title-length", "--rules", "company.yaml"], { in: alone })).toMatchObject({
      code: 2,
      err: expect.stringMatching(/company\.yaml:6:1 there is no rule set "group\/pcco"/),
    });
    const ring = folderWith({ "company.yaml": company, "group.yaml": ruleFile("group", "company/pcco@1.0.0") });
    expect(run(["explain", "title-length", "--rules", "company.yaml"], { in: ring })).toMatchObject({
      code: 2,
      err: expect.stringMatching(/extends itself: company\/pcco@1\.0\.0 → group\/pcco@1\.0\.0 → company\/pcco@1\.0\.0/),
    });
  });
});

describe("rules without a life cycle", () => {
  const alone = `format: 1
ruleSet: own/pcco
version: 1.0.0
title: Own
effective: { from: 2026-11-01 }
sources: { page: { title: Page, url: "https://example.com/" } }
fields: { title: { label: Title, path: title, type: text } }
rules:
  short: { title: Titles are short, field: title, maxLength: 30, severity: error, stage: send, source: page }
`;
  const folder = () => folderWith({ ...context, "a.pcco.yaml": approved(), "rules.yaml": alone });

  test("are checked for sending", () => {
    expect(checkOne(["a.pcco.yaml", "--rules", "rules.yaml"], { in: folder() }).code).toBe(0);
  });

  test.each([
    ["transition", "a.pcco.yaml", "send"],
    ["repair", "a.pcco.yaml"],
    ["actions", "a.pcco.yaml"],
    ["graph"],
    ["check", "a.pcco.yaml", "--for", "accept"],
  ])("have no events for %s, which says how they get some", (...words) => {
    expect(run([...words, "--rules", "rules.yaml"], { in: folder() })).toMatchObject({
      code: 2,
      out: "",
      err: 'erp-rules: the rules own/pcco 1.0.0 have no life cycle, so there are no events. Write "extends: procore/pcco-life-cycle@1.0.0" into the rule file, or a "lifecycle" of your own.\n',
    });
  });
});
