import { expect, test } from "vitest";
import { ruleFoldingRanges } from "./folding.ts";
import { companyRules, projectOf } from "./testing.ts";

async function folded(text: string, limit?: number): Promise<readonly string[]> {
  const { rule } = await projectOf({ "company.yaml": text });
  const lines = text.split(/\r\n|\n|\r/);
  return ruleFoldingRanges(rule("company.yaml"), limit).map(
    ({ startLine, endLine, kind }) =>
      `${lines[startLine]?.trim()} … ${lines[endLine]?.trim()}${kind === undefined ? "" : ` ${kind}`}`,
  );
}

test("entries over several lines, from their key to their last line", async () => {
  expect(await folded(companyRules)).toEqual([
    "sources: … handbook: { title: Handbook, url: https://example.com/handbook }",
    "features: … night_work: { title: Night work, default: off, source: handbook }",
    "fields: … isAdmin: { label: Admin, in: context, path: actor.prime_contracts, type: text }",
    "rules: … source: handbook",
    "title-length: … source: handbook",
    "sum-of-lines: … source: handbook",
    "roles: … admin: { label: an administrator, where: { field: isAdmin, equals: admin } }",
    "states: … sent: { label: Sent, icon: blue, locked: true }",
    "lifecycle: … source: handbook",
    "take-back: … source: handbook",
  ]);
});

test("the outermost, when the editor takes only a few", async () => {
  expect(await folded(companyRules, 3)).toHaveLength(3);
  expect((await folded(companyRules, 7)).some((each) => each.startsWith("title-length"))).toBe(false);
});

test("comments of several lines, and brackets but for the line that closes them", async () => {
  const text = "# one\n# two\nformat: 1\r\nrules:\n  a: {\n    field: x,\n    absent: true\n  }\n# alone\nstates: {}\n";
  expect(await folded(text)).toEqual(["# one … # two comment", "rules: … absent: true", "a: { … absent: true"]);
});

test("stays while a line is half typed", async () => {
  const half = companyRules.replace("  sum-of-lines:", "  half\n  sum-of-lines:");
  expect(await folded(half)).toContain("sum-of-lines: … source: handbook");
});
