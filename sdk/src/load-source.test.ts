import { describe, expect, test } from "vitest";
import * as anywhere from "./index.ts";
import * as inNode from "./node.ts";

const folder = "rules";
const message = async (loading: Promise<unknown>): Promise<string> => {
  const error = await loading.catch((thrown: unknown) => thrown);
  if (!(error instanceof anywhere.RuleSetError)) throw new Error("a RuleSetError is wanted");
  return error.message;
};

describe.each([
  ["anywhere", anywhere.loadRuleSet],
  ["in Node", inNode.loadRuleSet],
])("what rules can't be loaded from is refused in words, %s:", (_where, load) => {
  test.each([
    [undefined, "found nothing."],
    [null, "found nothing."],
    [5, "found 5."],
    [["spectrum/pcco"], "found a list of 1."],
    [{}, "found a group without any of these."],
    [{ refrence: "a/b" }, "found a group with refrence."],
    [{ text: 5 }, "found a group with text."],
    [{ path: null }, "found a group with path."],
    [{ files: "a", reference: "company/pcco" }, "found a group with files, reference."],
    [{ files: [{ txt: "" }], reference: "company/pcco" }, "found a group with files, reference."],
  ])("%j", async (source, found) => {
    const said = await message(Reflect.apply(load, undefined, [source]));
    expect(said).toBe(
      `a rule set is loaded by its name, such as spectrum/pcco@1, or from a group of texts: { text }, { files, reference }, or in Node { path }, { directory, reference }; ${found}`,
    );
  });

  test.each([
    [{ directory: folder }, "found nothing."],
    [{ directory: folder, reference: 5 }, "found 5."],
    [{ files: [] }, "found nothing."],
  ])("%j without the name of a rule set", async (source, found) => {
    const said = await message(Reflect.apply(load, undefined, [source]));
    expect(said).toBe(`"reference" must name one of the rule sets of the folder, such as company/pcco@1; ${found}`);
  });
});

test.each([[{ path: "rules/spectrum/pcco/1.1.0.yaml" }], [{ directory: folder, reference: "spectrum/pcco" }]])(
  "outside of Node no disk is read, which is said: %j",
  async (source) => {
    expect(await message(Reflect.apply(anywhere.loadRuleSet, undefined, [source]))).toContain(
      'only where Node runs this package by its export condition "node"',
    );
    expect((await inNode.loadRuleSet(source)).reference.id).toBe("spectrum/pcco");
  },
);

test("rules without a life cycle have no event, which is said", async () => {
  const rules = await anywhere.loadRuleSet({
    text: `format: 1
ruleSet: own/pcco
version: 1.0.0
title: Own
effective: { from: 2026-11-01 }
sources: { page: { title: Page, url: "https://example.com/" } }
fields: { title: { label: Title, path: title, type: text } }
rules:
  short: { title: Titles are short, field: title, maxLength: 30, severity: error, stage: send, source: page }
`,
  });
  expect(() => rules.transition({}, "send", { at: "2026-11-20T09:00:00Z" })).toThrow(
    new RangeError('There is no event "send". These rules have no life cycle.'),
  );
});
