import { describe, expect, test } from "vitest";
import { asContext } from "../context-file.ts";
import { loadRuleText } from "../load-text.ts";
import { dictionary, expectFaults, faultsOf, head, marked, withEvent, withRule } from "./testing.ts";

/** What every object of JavaScript has, though nobody wrote it. */
const inherited = ["constructor", "toString", "__proto__", "hasOwnProperty"];

describe.each(inherited)("%s is a name like any other", (name) => {
  test.each([
    ["field", withRule(`»field: ${name}, maxLength: 3`)],
    ["field", withRule(`fields: [title, »${name}], required: true`)],
    ["field", withRule(`field: title, required: true, when: { »field: ${name}, absent: true }`)],
    ["field", withRule(`field: code, equals: { »field: ${name} }`)],
    ["field", withRule(`field: code, »refersTo: ${name}`)],
    ["field", withRule(`field: amount, sumEquals: [amount, »${name}]`)],
    ["field", withRule(`field: date, »notBefore: ${name}`)],
    ["field", `${head}fields:\n  title: { label: A, path: a, type: text, »shownAt: ${name} }\n`],
    ["field", `${head}fields:\n  title: { label: A, path: a, type: text, otherwise: { »field: ${name} } }\n`],
    ["feature", withRule(`»feature: ${name}, is: on`)],
    ["source", withRule("field: title, required: true", `severity: error, stage: send, »source: ${name}`)],
    ["state", withEvent(`from: [»${name}], role: anyone`)],
    ["state", withEvent(`from: [open], »to: ${name}, role: anyone`)],
    ["event", withEvent(`from: [{ state: open, »after: ${name} }], role: anyone`)],
    ["role", withEvent(`from: [open], »role: ${name}`)],
    ["field", withEvent(`from: [open], role: anyone, set: { »${name}: { now: true } }`)],
    ["input", withEvent(`from: [open], role: anyone, set: { title: { »input: ${name} } }`)],
  ])("where no %s has it, it is not known: %s", async (kind, file) => {
    const { text, places } = marked(file);
    const [first, ...others] = await faultsOf(text);
    expect(first).toContain(`${places[0]} unknown ${kind} "${name}".`);
    expect(others).toEqual([]);
  });

  test("a toggle may have it", async () => {
    const rules = await loadRuleText({ text: dictionary.replace("  export:", `  ${name}:`) });
    expect(rules.toggles({ erp: { features: { [name]: true } } })).toEqual([{ name, title: "Export", position: "on" }]);
  });

  test("it is not near to on or off", () =>
    expectFaults(dictionary.replace("default: off", `»default: ${name}`), [
      `"default" is "${name}"; it can be on or off.`,
    ]));
});

test("a rule that has such a name is not changed by a file that changes none", async () => {
  const rule = "{ field: erpOriginId, absent: true, severity: error, stage: send, source: send }";
  const text = `${head}extends: spectrum/pcco@1.0.0\nrules:\n  constructor: ${rule}\noverrides:\n  status-approved: { severity: warning, because: a test }\n`;
  const { definition } = await loadRuleText({ text });
  expect(definition.rules.find(({ id }) => id === "constructor")).toMatchObject({ definition: { severity: "error" } });
});

describe("a group or a list in the place of a word is told in words", () => {
  test.each([
    ["{ toString: null }", "a group of fields"],
    ["[{ toString: null }]", "a list of 1"],
    ["{}", "a group of fields"],
  ])("%s", async (written, found) => {
    await expectFaults(dictionary.replace("icon: none", `»icon: ${written}`), [
      `"icon" is ${found}; it can be none, blue, green or yellow.`,
    ]);
    expect(asContext({ actor: { erp_integrations: JSON.parse('[{"toString":null}]') } })).toMatchObject({
      problems: [{ message: expect.stringContaining('"erp_integrations" is a list of 1; it can be') }],
    });
  });
});
