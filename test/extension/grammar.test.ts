import { keywords } from "@erp-export-rules/sdk/authoring";
import { describe, expect, test } from "vitest";
import ruleFileSchema from "../../rules/schema/rule-file.schema.json" with { type: "json" };
import { read } from "./testing.ts";

interface Grammar {
  readonly scopeName: string;
  readonly patterns: readonly { readonly include: string }[];
  readonly injections: Readonly<Record<string, { readonly patterns: readonly { readonly include: string }[] }>>;
  readonly repository: Readonly<Record<string, { readonly match: string; readonly name: string }>>;
}

const grammar: Grammar = JSON.parse(read("syntaxes/erp-rules.tmLanguage.json"));
const marks = (part: string, line: string): readonly string[] =>
  [...line.matchAll(new RegExp(grammar.repository[part]?.match ?? "$.", "g"))].map(([text]) => text);

describe("the grammar of rule files", () => {
  test("is YAML with the rule language's words marked", () => {
    expect(grammar.patterns).toEqual([{ include: "source.yaml" }]);
    const included = Object.values(grammar.injections).flatMap(({ patterns }) =>
      patterns.map(({ include }) => include),
    );
    expect([...new Set(included)].sort()).toEqual(
      Object.keys(grammar.repository)
        .map((part) => `#${part}`)
        .sort(),
    );
  });

  test("knows every section of a rule file", () => {
    for (const name of Object.keys(ruleFileSchema.properties)) expect(marks("section", `${name}: x`)).toEqual([name]);
    expect(marks("section", "    title: x")).toEqual([]);
  });

  test("knows every check keyword, in a rule and in a condition, and no other word", () => {
    for (const { name } of keywords) {
      expect(marks("check", `    ${name}: 10`)).toEqual([name]);
      expect(marks("check", `    when: { field: x, ${name}: 10 }`)).toEqual([name]);
    }
    expect(marks("check", "    field: required")).toEqual([]);
    expect(marks("check", "    maxLengths: 10")).toEqual([]);
  });

  test("marks what is filled into messages", () => {
    expect(marks("placeholder", '"{label} has {length} characters; [0-9]{3}"')).toEqual(["{label}", "{length}"]);
  });

  test("marks the words that are chosen from", () => {
    for (const line of ["severity: off", "stage: send", "is: on", "default: off # quiet", "{ feature: x, is: on }"])
      expect(marks("word", line), line).toHaveLength(1);
    expect(marks("word", "severity: offline")).toEqual([]);
    expect(marks("word", "message: send")).toEqual([]);
  });
});
