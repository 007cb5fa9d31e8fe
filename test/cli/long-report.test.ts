import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { context, documentsOf, folderWith, line, run } from "../support/cli.ts";

const judged = ["--rules", "spectrum/pcco@1.1.0", "--context", "spectrum.context.yaml", "--as-of", "2026-11-05"];
/** Far less than the report is long. */
const little = { NODE_OPTIONS: "--max-old-space-size=32" };
const lines = `${line({ status: "draft", number: "1" })}\n${line({ status: "draft", number: "é" })}\n`.repeat(3000);

describe("a report that holds more than the memory does", () => {
  const files = { ...context, "a.pcco.ndjson": lines, "b.pcco.ndjson": lines };
  const check = (format: string, folder: string, env = little) => {
    const words = ["check", "a.pcco.ndjson", "b.pcco.ndjson", ...judged, "--format", format, "--jobs", "1"];
    return run(words, { in: folder, env });
  };

  test("in JSON is what the same is in NDJSON, with the counts before it", () => {
    const folder = folderWith(files);
    const { code, out, err } = check("json", folder);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    const report: { readonly summary: unknown; readonly documents: readonly unknown[] } = JSON.parse(out);
    expect(out === `${JSON.stringify(report, null, 2)}\n`).toBe(true);
    expect(Object.keys(report)).toEqual(["schemaVersion", "ruleSet", "summary", "documents"]);
    expect(report.summary).toMatchObject({ documents: 12_000, blocked: 12_000 });
    const expected = documentsOf(check("ndjson", folder));
    expect(JSON.stringify(report.documents) === JSON.stringify(expected)).toBe(true);
  });

  test("in JUnit has the counts of each file before its PCCOs", () => {
    const { code, out, err } = check("junit", folderWith(files));
    expect({ code, err }).toEqual({ code: 1, err: "" });
    const counts = 'tests="6000" failures="6000" errors="0" skipped="0"';
    const heads = out.match(/<testsuite .*>/g);
    expect(heads).toEqual([`<testsuite name="a.pcco.ndjson" ${counts}>`, `<testsuite name="b.pcco.ndjson" ${counts}>`]);
    const cases = [...out.matchAll(/<testcase name="PCCO (\d+)" classname="(.)/g)].map(
      ([, each = "", file = ""]) => file + each,
    );
    expect(cases).toEqual(["a", "b"].flatMap((file) => Array.from({ length: 6000 }, (_, each) => file + (each + 1))));
    expect(out.endsWith("  </testsuite>\n</testsuites>\n")).toBe(true);
  });

  test("in Markdown begins with the counts", () => {
    const { code, out, err } = check("markdown", folderWith(files));
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out.indexOf("| 12000 | 0 | 12000 |")).toBeLessThan(1000);
    expect(out.match(/^### .*/gm)?.length).toBe(12_000);
  });

  test("needs room for it, or says so and leaves the file of --output as it was", () => {
    const folder = folderWith({ ...files, "report.json": "old" });
    const words = ["check", "a.pcco.ndjson", ...judged, "--format", "json", "--output", "report.json"];
    const { code, out, err } = run(words, { in: folder, env: { TMPDIR: "/nowhere" } });
    expect({ code, out, err }).toEqual({
      code: 3,
      out: "",
      err: "erp-rules: the report waits in /nowhere for its counts, and that can't be written: there is no such file. Name a folder with more room as TMPDIR, or ask for --format ndjson, which waits for nothing.\n",
    });
    expect(readFileSync(join(folder, "report.json"), "utf8")).toBe("old");
  });
});
