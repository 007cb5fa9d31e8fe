import { loadRuleSet } from "@erp-export-rules/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { Editor } from "../lsp/support/editor.ts";
import { context, pcco, rangeOf } from "../lsp/texts.ts";

const rules = await loadRuleSet("spectrum/pcco");
const against = parse(context);
const file = "job/a.pcco.yaml";

/** Words that may stand in place of the status, each with findings of its own. */
const statuses = ["approved", "draft", "void", "aproved", '"approved"', "7", "[", "&x approved"];

/** What the SDK says of a text: where, and what. */
function expected(text: string): readonly string[] {
  return rules
    .checkText(text, { format: "yaml", context: against, at: new Date().toISOString() })
    .flatMap(({ findings }) => findings.map(({ ruleId, range }) => `${ruleId} ${range?.start.line}`))
    .sort();
}

describe("answers to an editor that does not wait", () => {
  test("are what the SDK says of the text at that moment or a later one, never of an older one", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...statuses), { minLength: 1, maxLength: 25 }), async (typed) => {
        const editor = await Editor.start({ folders: { job: { "pcco.context.yaml": context } } });
        let text = pcco();
        const said = [expected(text)];
        await editor.open(file, text);
        const answers: Promise<readonly string[]>[] = [];
        let before = "approved";
        for (const status of typed) {
          await editor.change(file, { range: rangeOf(text, `status: ${before}`), text: `status: ${status}` });
          text = text.replace(`status: ${before}`, () => `status: ${status}`);
          before = status;
          said.push(expected(text));
          answers.push(
            editor.findings(file).then((found) => found.map(({ code, range }) => `${code} ${range.start.line}`).sort()),
          );
        }
        for (const [index, answer] of (await Promise.all(answers)).entries())
          expect(said.slice(index + 1)).toContainEqual(answer);
        expect((await answers.at(-1)) ?? []).toEqual(said.at(-1));
        await editor.stop();
      }),
      { numRuns: 40 },
    );
  });
});
