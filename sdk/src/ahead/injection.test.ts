import { transformSync } from "esbuild";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { literal } from "../keywords/literal.ts";
import type { ResolvedRuleSet } from "../rules/resolve.ts";
import { emitCleanTest } from "./emit.ts";
import { emitModule } from "./emit-module.ts";
import { openWorkshop, ruleOf, setOf, type Workshop } from "./testing.ts";

// A rule file may come from anywhere. Nothing in it becomes code.

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());

const attack = "globalThis.attacked = true";
const hostile = [
  `"; ${attack}; "`,
  `'; ${attack}; '`,
  `\`; ${attack}; \``,
  `\${${attack}}`,
  `\n${attack}\n`,
  `\r${attack}`,
  `\u2028${attack}\u2029`,
  `*/ ${attack} /*`,
  `</script><script>${attack}</script>`,
  `<!-- ${attack}`,
  `\\"; ${attack}; //`,
  `\\u0022; ${attack}; //`,
  `"] || (${attack}) || ["`,
  `") return false; ${attack}; if ("`,
  "\u0000",
  "\ud800",
  "__proto__",
  "constructor",
  "$&",
  "$`",
];

/** Names as they may stand in a path; they are few, since a path has letters, digits, `_` and `$` alone. */
const keys = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "length",
  "return",
  "await",
  "$",
  "_",
  "facts",
  "value",
  "item",
  "v0",
  "c0",
];

/** A rule set that has a text wherever a rule file may have one. */
function setWith(text: string, key = "title") {
  const path = `line_items[].${key}`;
  return setOf({
    title: text,
    features: {
      [`x ${text}`]: { title: text, default: "off", switchedOnBy: text, where: { field: "title", equals: text } },
    },
    fields: {
      title: { label: text, path: key, type: "text" },
      choice: { label: text, path: "choice", type: "choice", choices: { [`x${text}`]: text } },
      context: { label: text, in: "context", path: `outer.${key}`, type: "text" },
      line: { label: text, path, type: "text" },
      ids: { label: text, path: "line_items[].item", type: "id" },
      code: {
        label: text,
        path: "line_items[].code",
        type: "text",
        otherwise: { from: `outer.${text.replaceAll(".", "")}`, matching: { [`x${text}`]: "ids" }, take: text },
      },
      known: { label: text, in: "context", path: `outer.inner[].${key}`, type: "id" },
    },
    rules: {
      equal: ruleOf({ title: text, field: "title", equals: text, rationale: text }),
      one: ruleOf({ field: "title", oneOf: [text, `${text}x`] }),
      chosen: ruleOf({ field: "choice", oneOf: [`x${text}`], when: { field: "context", oneOf: [text] } }),
      line: ruleOf({ field: "line", oneOf: [text], when: { not: { any: [{ field: "title", equals: text }] } } }),
      code: ruleOf({ field: "code", maxLength: 10 }),
      known: ruleOf({ field: "ids", refersTo: "known", when: { feature: `x ${text}`, is: "off" } }),
      toggle: ruleOf({ feature: `x ${text}`, is: "on" }),
    },
  });
}

/** Source text with every text in quotes taken out; what is left is code. */
function withoutTexts(source: string): string {
  return source.replace(/"(?:[^"\\\n\r\u2028\u2029]|\\.)*"/g, '""');
}

/** The module of a rule set, with a run-time that is left out. */
function moduleOf(set: ResolvedRuleSet): string {
  return emitModule(set, [set.rules], { version: "0", source: "" });
}

const code = withoutTexts(emitCleanTest(setWith("plain"), setWith("plain").rules).source);

describe.each(hostile.map((text) => [JSON.stringify(text), text] as const))("%s", (_shown, text) => {
  const set = setWith(text);
  const { source } = emitCleanTest(set, set.rules);

  test("is written as a literal wherever it stands: the code is that of any other text", () => {
    // Keys that every object has are not written at all.
    const expected = ["__proto__", "constructor"].includes(text) ? setWith("plain", "title") : undefined;
    if (expected === undefined) expect(withoutTexts(source)).toBe(code);
    else expect(withoutTexts(source)).not.toContain(text);
  });

  test("leaves a script that can be read", () => {
    expect(() => transformSync(`const holds = ${source};`, { loader: "js" })).not.toThrow();
    expect(source).not.toMatch(/[\u2028\u2029\r<]\/?(script|!--)|[\u2028\u2029\r]/);
  });

  test("leaves a module in which only the texts differ, and none ends a line, a comment or a script", () => {
    const module = moduleOf(set);
    if (!["__proto__", "constructor"].includes(text))
      expect(withoutTexts(module)).toBe(withoutTexts(moduleOf(setWith("plain"))));
    expect(module).not.toMatch(/[\u2028\u2029\r]|<\/script|<!--/);
    expect(withoutTexts(module)).not.toContain("attacked");
    expect(() => transformSync(module, { loader: "js", format: "esm" })).not.toThrow();
    // What is read back is the rule set, with every text where it was.
    const [, written = ""] = /JSON\.parse\(("(?:[^"\\]|\\.)*")\)/.exec(module) ?? [];
    expect(JSON.parse(JSON.parse(written))).toEqual(JSON.parse(JSON.stringify(set)));
  });

  test("is compared as it is", async () => {
    const { holds } = await workshop.read(
      setOf({
        fields: { title: { label: "Title", path: "title", type: "text" } },
        rules: { equal: ruleOf({ field: "title", equals: text }) },
      }),
    );
    expect(holds({ document: { title: text }, context: {}, input: {} })).toBe(true);
    expect(holds({ document: { title: `${text}.` }, context: {}, input: {} })).toBe(false);
    expect("attacked" in globalThis).toBe(false);
  });
});

test.each(keys)("the key %s of a path is written as a literal, or not at all", async (key) => {
  const set = setWith("plain", key);
  const { source, holds } = await workshop.read(set);
  expect(source).not.toContain(`.${key}${key === "length" ? " === " : ""}[`);
  expect(withoutTexts(source)).not.toMatch(
    new RegExp(`\\[${key.replaceAll("$", "\\$")}\\]|\\.(__proto__|constructor|toString)`),
  );
  expect(holds({ document: {}, context: {}, input: {} })).toBe(false);
});

test("a literal is read back as it was", async () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(...hostile),
    fc.string().map((each) => `\u2028</script>${each}`),
  );
  fc.assert(
    fc.property(fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)), (value) => {
      const written = literal(value);
      expect(JSON.parse(written)).toBe(value);
      expect(written).not.toMatch(/[\u2028\u2029\n\r<]/);
    }),
  );
  expect(literal(undefined)).toBe("undefined");
});
