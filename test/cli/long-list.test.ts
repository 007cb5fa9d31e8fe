import { describe, expect, test } from "vitest";
import { readContextText } from "../../sdk/src/context-file.ts";
import { loadRuleSet } from "../../sdk/src/index.ts";
import { context, documentsOf, folderWith, line, run, shell } from "../support/cli.ts";
import { kinds } from "../support/kinds-of-lines.ts";

const judged = ["--context", "spectrum.context.yaml", "--as-of", "2026-11-05"];
const draft = line({ status: "draft" });

describe("a list in JSON that is too long to be read whole", () => {
  const items = kinds.filter((each) => /^[{[n7]/.test(each) && isJson(each.trim()) && !/^\[\[/.test(each));
  const fill = `${line({ description: "é".repeat(50_000) })},`.repeat(90);
  const rules = ["--rules", "spectrum/pcco@1.1.0", ...judged, "--format", "ndjson"];

  test.each([
    ["on one line", `[${fill}${items.join(",")}]`],
    ["on many lines", `\uFEFF\n [${fill}\r\n${items.map((each) => spread(each)).join("\n  ,\r\n ")}\n]\n`],
  ])("each item is told what the SDK tells of the whole text: %s", async (_what, text) => {
    const folder = folderWith({ ...context, "a.pcco.json": text });
    const loaded = await loadRuleSet("spectrum/pcco@1.1.0");
    const read = readContextText(context["spectrum.context.yaml"], "yaml");
    const surroundings = "context" in read ? read.context : {};
    const whole = loaded.checkText(text.replace("\uFEFF", ""), {
      format: "json",
      context: surroundings,
      at: "2026-11-05T00:00:00Z",
    });
    const { out } = run(["check", "a.pcco.json", ...rules], { in: folder });
    // What is no PCCO is called by its place in the file there, and by itself here.
    const withoutName = (each: unknown) =>
      JSON.parse(
        JSON.stringify(each).replaceAll(/item \d+ of the list in this file is|this item holds only/g, "it is"),
      );
    const told = documentsOf({ out }).map(({ index, outcome, findings }) => ({ index, outcome, findings }));
    expect(withoutName(told)).toEqual(withoutName(whole));
    expect(told.length).toBe(90 + items.length);
    const piped = shell(`cat a.pcco.json | erp-rules check - ${rules.join(" ")} --jobs 2`, { in: folder });
    expect(piped.out.replaceAll('"file":"-"', '"file":"a.pcco.json"')).toBe(out);
  });

  test.each([
    ["a comma too many", `[${fill}${line()},,${draft}]`, "What stands at line 1, column", 91],
    ["something behind it", `[${fill}${line()}]\nx`, "What stands at line 2, column 1 belongs to no list", 91],
    ["no end", `[${fill}${line()}`, "The list has no end; a ] is missing.", 91],
    ["an item without end", `[${fill}${line()},{"a`, "The list has no end; a ] is missing.", 91],
  ])("what stands before the fault is judged: %s", (_what, text, sentence, before) => {
    const folder = folderWith({ ...context, "a.pcco.json": text });
    const { code, out } = run(["check", "a.pcco.json", ...rules], { in: folder });
    expect(code).toBe(3);
    const told = documentsOf({ out });
    expect(told.slice(0, -1).map(({ outcome }) => outcome)).toEqual(Array(before).fill("exportable"));
    expect(told.at(-1)).toMatchObject({
      index: before,
      outcome: "unreadable",
      findings: [{ ruleId: "document/syntax" }],
    });
    expect(told.at(-1)?.findings[0]?.message).toContain(sentence);
  });

  test("an empty one is told as a short one is", () => {
    const folder = folderWith({ "a.pcco.json": `[${" ".repeat(5_000_000)}]`, "b.pcco.json": "[]" });
    const told = documentsOf(run(["check", ...rules.slice(-2), "."], { in: folder }));
    expect(told.map(({ findings }) => findings[0]?.message)).toEqual(Array(2).fill(told[1]?.findings[0]?.message));
    expect(told[0]?.findings[0]?.message).toContain("this file holds only an empty list");
  });

  test("people are shown the lines of a finding where it can be found", () => {
    const far = `[${fill}${draft}]`;
    const near = `[${fill}\n  {\n    "status": "draft"}]`;
    const folder = folderWith({ ...context, "far.pcco.json": far, "near.pcco.json": near });
    const shown = (file: string) => run(["check", file, ...rules.slice(0, -2)], { in: folder }).out;
    expect(shown("near.pcco.json")).toContain('> 3 |     "status": "draft"');
    expect(shown("far.pcco.json")).toMatch(/at far\.pcco\.json:1:\d{7} \(\/status\)\n {4}fix:/);
  });
});

/** JSON on many lines. */
function spread(json: string): string {
  return isJson(json.trim()) && !json.includes('"id":1,"id"') ? JSON.stringify(JSON.parse(json), null, 2) : json.trim();
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
