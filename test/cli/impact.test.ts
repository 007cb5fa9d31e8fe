import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { approved, approvedJson, context, folderWith, line, run, start } from "../support/cli.ts";

const ok = approved();
const today = readFileSync("rules/spectrum/pcco/1.1.0.yaml", "utf8");
const longer = today.replace("maxLength: 10\n", "maxLength: 12\n");
/** Today's rules want an approved date, which the seed's did not. */
const withoutApproval = approved([/^reviewed_at.*\n/m, ""]);
const elevenCharacters = approvedJson(['"0520"', '"0972-EAST11"']);

const versions = ["spectrum/pcco@1.0.0", "spectrum/pcco@1.1.0"] as const;
const names = "spectrum/pcco 1.1.0 in place of spectrum/pcco 1.0.0";

const folderOfAll = () =>
  folderWith({
    ...context,
    "my-rules.yaml": longer,
    "ok.pcco.yaml": ok,
    "no-date.pcco.yaml": withoutApproval,
    "eleven.pcco.json": elevenCharacters,
  });

describe("impact", () => {
  test("tells how many change, by which rules, and which", () => {
    const { code, out, err } = run(["impact", ...versions], { in: folderOfAll() });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toBe(`1 of 3 PCCOs changes outcome with spectrum/pcco 1.1.0 in place of spectrum/pcco
1.0.0.

  1  can be sent → can't be sent

By the rules that make the difference:
  1  approved-date-required: can be sent → can't be sent 1

no-date.pcco.yaml (004 Added loading dock canopy): can be sent → can't be sent
  approved-date-required
`);
  });

  test("json holds the counts, the rule sets and the list", () => {
    const { code, out } = run(["impact", ...versions, "--format", "json"], { in: folderOfAll() });
    expect(code).toBe(0);
    const changes = [{ from: "exportable", to: "blocked", documents: 1 }];
    expect(JSON.parse(out)).toEqual({
      schemaVersion: 1,
      event: "send",
      before: { id: "spectrum/pcco", version: "1.0.0", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      after: { id: "spectrum/pcco", version: "1.1.0", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      summary: {
        documents: 3,
        unreadable: 0,
        changed: 1,
        changes,
        rules: [{ ruleId: "approved-date-required", documents: 1, changes }],
      },
      documents: [
        {
          file: "no-date.pcco.yaml",
          index: 0,
          label: "004 Added loading dock canopy",
          from: "exportable",
          to: "blocked",
          ruleIds: ["approved-date-required"],
        },
      ],
    });
  });

  test("rule files can be named; those of one name are told apart by what was typed", () => {
    const folder = folderOfAll();
    const { code, out } = run(["impact", "spectrum/pcco@1.1.0", "my-rules.yaml"], { in: folder });
    expect(code).toBe(0);
    expect(out).toContain("1 of 3 PCCOs changes outcome with my-rules.yaml in place of spectrum/pcco@1.1.0.");
    expect(out).toContain("eleven.pcco.json (004 Added loading dock canopy): can't be sent → can be sent");
    expect(out).toContain("\n  billing-item-code-length\n");
    const same = run(["impact", "my-rules.yaml", "my-rules.yaml"], { in: folder });
    expect(same).toMatchObject({
      code: 0,
      out: "None of 3 PCCOs changes outcome with my-rules.yaml in place of my-rules.yaml.\n",
    });
  });

  test("what a PCCO pins does not count; a pin that is not there neither", () => {
    const pinned = withoutApproval.replace("spectrum/pcco@1 ", "spectrum/pcco@7 ");
    expect(pinned).not.toBe(withoutApproval);
    const folder = folderWith({ ...context, "a.pcco.yaml": pinned });
    expect(run(["impact", ...versions], { in: folder })).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^1 of 1 PCCO changes/),
    });
  });

  test("the context, the actor, the toggle and the event count as in a check", () => {
    const folder = folderWith({
      ...context,
      "a.pcco.yaml": withoutApproval,
      "b.pcco.ndjson": line({ reviewed_at: null }),
      "viewer.yaml": "id: 77\nprime_contracts: read_only\n",
    });
    const changed = (...words: string[]) =>
      JSON.parse(run(["impact", ...versions, "--format", "json", ...words], { in: folder }).out).summary.changes;
    expect(changed("a.pcco.yaml")).toEqual([{ from: "exportable", to: "blocked", documents: 1 }]);
    expect(changed("b.pcco.ndjson")).toEqual([{ from: "unknown", to: "blocked", documents: 1 }]);
    const given = ["--context", "spectrum.context.yaml"];
    expect(changed("b.pcco.ndjson", ...given)).toEqual([{ from: "exportable", to: "blocked", documents: 1 }]);
    expect(changed("a.pcco.yaml", "--actor", "viewer.yaml")).toEqual(changed("a.pcco.yaml"));
    expect(changed("a.pcco.yaml", "--feature", "export_prime_contract_change_orders=off")).toEqual([]);
    expect(changed("a.pcco.yaml", "--for", "retrieve")).toEqual([]);
  });

  test("ndjson tells each change as it goes, and the counts on standard error", async () => {
    const folder = folderWith(context);
    const words = ["impact", ...versions, "-", "--format", "ndjson", "--context", "spectrum.context.yaml"];
    const running = start(words, { in: folder });
    running.process.stdin?.write(`${line({ reviewed_at: null })}\n${line()}\n`);
    await running.until("out", /"index":0,.*\n/);
    running.process.stdin?.end(`${line({ reviewed_at: null, number: "005" })}\n`);
    const { code, out, err } = await running.ended;
    expect(code).toBe(0);
    const documents = out.trimEnd().split("\n");
    expect(documents.map((each) => JSON.parse(each))).toMatchObject([
      { file: "-", index: 0, label: "004 Added loading dock canopy" },
      { file: "-", index: 2, label: "005 Added loading dock canopy" },
    ]);
    expect(err).toBe(`2 of 3 PCCOs change outcome with ${names}.\n`);
  });

  test("where people read, a long list ends with how many more there are", () => {
    const folder = folderWith({
      ...context,
      "a.pcco.ndjson": `${line({ reviewed_at: null })}\n`.repeat(1234),
    });
    const words = ["impact", ...versions, "--context", "spectrum.context.yaml"];
    for (const format of ["pretty", "markdown"]) {
      const { out } = run([...words, "--format", format], { in: folder });
      expect(out).toContain("1,234 of 1,234 PCCOs change outcome");
      expect(out.match(/a\.pcco\.ndjson/g)).toHaveLength(100);
      expect(out).toMatch(/\nand 1,134 more; --format ndjson lists them all\n$/);
    }
    const { documents } = JSON.parse(run([...words, "--format", "json"], { in: folder }).out);
    expect(documents).toHaveLength(1234);
  });

  test("markdown has a table for the counts, the rules and the PCCOs", () => {
    const { out } = run(["impact", ...versions, "--format", "markdown"], { in: folderOfAll() });
    expect(out).toBe(`## Impact of other rules

1 of 3 PCCOs changes outcome with ${names}.

| Change | PCCOs |
| --- | --- |
| can be sent → can't be sent | 1 |

| Rule | PCCOs | Change |
| --- | --- | --- |
| approved-date-required | 1 | can be sent → can't be sent 1 |

| PCCO | Change | Rules |
| --- | --- | --- |
| no-date.pcco.yaml (004 Added loading dock canopy) | can be sent → can't be sent | approved-date-required |
`);
  });

  test("--output holds the report and standard output nothing", () => {
    const folder = folderOfAll();
    const there = run(["impact", ...versions], { in: folder });
    const into = run(["impact", ...versions, "--output", "report.txt"], { in: folder });
    expect(into).toMatchObject({ code: 0, out: "", err: "" });
    expect(readFileSync(join(folder, "report.txt"), "utf8")).toBe(there.out);
  });

  test("what can't be read is named and counted, and ends with 3; a key given twice blocks before and after", () => {
    const folder = folderWith({
      ...context,
      "a.pcco.ndjson": `{\n${line({ reviewed_at: null })}\n`,
      "b.pcco.yaml": withoutApproval.replace("number:", 'title: "x"\nnumber:'),
    });
    const words = ["impact", ...versions, "--context", "spectrum.context.yaml"];
    const { code, out, err } = run([...words, "."], { in: folder });
    expect(code).toBe(3);
    expect(out).toMatch(/^1 of 2 PCCOs changes .* 1 can't be read or judged\.\n/s);
    expect(err).toMatch(/^a\.pcco\.ndjson: .+\n$/);
    const gone = run([...words, "gone.pcco.yaml"], { in: folder });
    expect(gone).toMatchObject({
      code: 3,
      out: "No PCCO to compare. 1 can't be read or judged.\n",
      err: "gone.pcco.yaml: This file can't be read: there is no such file.\n",
    });
  });

  test("of many that can't be read only some are named", () => {
    const folder = folderWith({ ...context, "a.pcco.ndjson": "{\n".repeat(30) });
    const { err, out } = run(["impact", ...versions], { in: folder });
    expect(err.trimEnd().split("\n")).toHaveLength(10);
    expect(out).toContain("30 can't be read");
  });

  test.each([
    ["nothing", [], '"impact" needs two rule sets.'],
    ["one rule set", ["spectrum/pcco@1.0.0"], '"impact" needs two rule sets.'],
    ["a version that is not there", ["spectrum/pcco@1.0.0", "spectrum/pcco@9"], '"spectrum/pcco" has no version "9".'],
    ["a rule file that is not there", ["no.yaml", "spectrum/pcco@1"], "there is no rule file no.yaml."],
    ["an unknown event", [...versions, "--for", "sned"], 'there is no event "sned". Did you mean "send"?'],
    ["an unknown toggle", [...versions, "--feature", "export=on"], 'there is no feature "export".'],
    ["another format", [...versions, "--format", "sarif"], "it takes pretty, json, ndjson, markdown."],
    ["--rules", [...versions, "--rules", "spectrum/pcco"], '"impact" has no option --rules.'],
  ])("wrong usage ends with 2: %s", (_what, words, sentence) => {
    const { code, out, err } = run(["impact", ...words], { in: folderWith({ ...context, "a.pcco.yaml": ok }) });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(sentence);
  });
});
