import { expect, test } from "vitest";
import { witnessesIn } from "./witnesses.ts";

test("the blocks of YAML are PCCOs, in order, each with the line of its fence", () => {
  const page = "## A\n\n```yaml\nstatus: draft\nerp: {}\n```\n\ntext\n\n```yaml\n# as of 2026-11-05\nid: 1\n```\n";
  expect(witnessesIn(page)).toEqual([
    { line: 2, text: "status: draft\nerp: {}\n" },
    { line: 9, text: "# as of 2026-11-05\nid: 1\n" },
  ]);
});

test("a longer fence holds what looks like a shorter one; other blocks, and one without an end, are none", () => {
  const page = "````yaml\ntitle: |\n  x\n```yaml\n```\n````\n\n```sh\nls\n```\n\n```yaml\nid: 1\n";
  expect(witnessesIn(page)).toEqual([{ line: 0, text: "title: |\n  x\n```yaml\n```\n" }]);
});
