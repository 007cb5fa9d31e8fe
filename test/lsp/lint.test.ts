import { afterEach, beforeEach, expect, test } from "vitest";
import { Editor } from "./support/editor.ts";
import { context, overlay, rangeOf } from "./texts.ts";

const rules = overlay(4);
const added = "rules:\n  ours: { field: title, maxLength: 300, severity: error, stage: save, source: create }\n";

let editor: Editor;
beforeEach(async () => {
  editor = await Editor.start({ folders: { job: { "pcco.context.yaml": context, "rules/company.yaml": rules } } });
  await editor.open("job/rules/company.yaml", rules, "erp-rules");
});
afterEach(() => editor.stop());

test("what is probably not meant is told as it is typed, and gone once it is mended", async () => {
  expect(await editor.findings("job/rules/company.yaml")).toEqual([]);
  const text = `${rules}${rules.endsWith("\n") ? "" : "\n"}${added}`;
  await editor.change("job/rules/company.yaml", { text });
  const [found, ...more] = await editor.findings("job/rules/company.yaml");
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    code: "lint/shadowed",
    severity: 2,
    source: "erp-export-rules",
    range: rangeOf(text, "ours"),
  });
  expect(found?.message).toContain('shadowed by rule "title-length"');
  await editor.change("job/rules/company.yaml", { range: rangeOf(text, "300"), text: "200" });
  expect(await editor.codes("job/rules/company.yaml")).toEqual([]);
  await editor.change("job/rules/company.yaml", { text: text.replace("maxLength: 300", "maxLenght: 300") });
  expect(await editor.codes("job/rules/company.yaml")).toEqual(["rules/shape"]);
});
