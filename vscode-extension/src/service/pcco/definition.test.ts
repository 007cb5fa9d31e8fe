import { type Path, parseText } from "@erp-export-rules/sdk/text";
import { describe, expect, test } from "vitest";
import type { Location } from "vscode-languageserver-types";
import type { PccoFile, Project, SurroundingsOf } from "../model.ts";
import { projectOf, uriOf } from "../rules/testing.ts";
import {
  always,
  contextText,
  contextUri,
  emptyProject,
  inBothFormats,
  pccoFile,
  positionOf,
  readRepositoryFile,
  surroundings,
} from "../testing.ts";
import { pccoDefinition } from "./definition.ts";

const yaml = `$rules: spectrum/pcco@1
$context: ./spectrum.context.yaml
$expect: [title-length]
status: draft
line_items:
  - prime_line_item_id: 7002
  - prime_line_item_id: "7003"
  - prime_line_item_id: 9999
`;

const textOf = (uri: string) => (uri === contextUri ? contextText : undefined);

function definition(
  file: PccoFile,
  path: Path,
  of: SurroundingsOf = always(),
  project: Project = emptyProject,
): Location[] {
  return pccoDefinition(file, positionOf(file, path), of, project, textOf);
}

/** The text at a place. */
function textAt({ range: { start, end } }: Location, text: string): string {
  const lines = text.split("\n").slice(start.line, end.line + 1);
  return start.line === end.line
    ? (lines[0] ?? "").slice(start.character, end.character)
    : lines.join("\n").slice(start.character);
}

describe.each(inBothFormats(yaml))("in $format", ({ file }) => {
  test("the rule that $expect names, in the file that ships", () => {
    const [found] = definition(file, ["$expect", 0]);
    expect(found?.uri).toBe("erp-export-rules:/spectrum/pcco/1.1.0.yaml");
    if (found !== undefined)
      expect(textAt(found, readRepositoryFile("rules/spectrum/pcco/1.1.0.yaml"))).toBe("title-length");
  });

  test("the rule file that $rules names", () => {
    const top = { line: 0, character: 0 };
    expect(definition(file, ["$rules"])).toEqual([
      { uri: "erp-export-rules:/spectrum/pcco/1.1.0.yaml", range: { start: top, end: top } },
    ]);
  });

  test("the context file", () => {
    expect(definition(file, ["$context"]).map(({ uri }) => uri)).toEqual([contextUri]);
  });

  test("the contract line that an Associated Line Item names", () => {
    const steel = definition(file, ["line_items", 0, "prime_line_item_id"]);
    expect(steel.map((each) => textAt(each, contextText))).toEqual([
      '{ id: 7002, description: Structural steel, origin_code: "0520" }',
    ]);
    expect(definition(file, ["line_items", 1, "prime_line_item_id"])).toHaveLength(1);
    expect(definition(file, ["line_items", 2, "prime_line_item_id"])).toEqual([]);
  });

  test("nothing for other values, for keys, and without surroundings", () => {
    expect(definition(file, ["status"])).toEqual([]);
    expect(pccoDefinition(file, positionOf(file, ["$rules"], "key"), always(), emptyProject, textOf)).toEqual([]);
    expect(definition(file, ["$rules"], always({ cannot: "rules", problem: "none" }))).toEqual([]);
  });

  test("nothing when the context file can't be had", () => {
    const at = positionOf(file, ["line_items", 0, "prime_line_item_id"]);
    expect(pccoDefinition(file, at, always(), emptyProject, () => undefined)).toEqual([]);
  });
});

describe.each(
  inBothFormats(`status: draft
$context: { prime_contract: { line_items: [{ id: 5 }] } }
line_items: [{ prime_line_item_id: 5 }]
`),
)("a context inside the PCCO: $format", ({ file }) => {
  test("has the contract line itself", () => {
    const { why, ...found } = surroundings({ context: { prime_contract: { line_items: [{ id: 5 }] } } });
    const inline = always({ ...found, why: { rules: why.rules, context: "$context of this PCCO", featuresSet: {} } });
    expect(definition(file, ["line_items", 0, "prime_line_item_id"], inline)).toEqual([
      { uri: file.uri, range: file.records[0]?.document().valueRange(["$context", "prime_contract", "line_items", 0]) },
    ]);
  });
});

test("a contract that came beside the PCCO", () => {
  const text =
    '{ "prime_change_order": { "line_items": [{ "prime_line_item_id": 5 }] }, "prime_contract": { "line_items": [{ "id": 5 }] } }';
  const file = pccoFile(text, "json");
  const path = ["prime_change_order", "line_items", 0, "prime_line_item_id"];
  expect(definition(file, path, always(surroundings({ context: {} })))).toEqual([
    {
      uri: file.uri,
      range: parseText(text, { format: "json" }).documents[0]?.valueRange(["prime_contract", "line_items", 0]),
    },
  ]);
});

test("a rule of the workspace, also one that a company's rule set changes", async () => {
  const project = await projectOf({
    "rules/ours.yaml": `format: 1
ruleSet: ours/pcco
version: 1.0.0
effective: { from: 2026-01-01 }
extends: spectrum/pcco@1.1.0
overrides:
  title-length: { maxLength: 100, because: Our reports cut it. }
`,
  });
  const rules = project.rule("rules/ours.yaml").ruleSet;
  if (rules === undefined) throw new Error("the rule file has faults");
  const file = pccoFile("$expect: [title-length, date-required]\n$rules: ours/pcco@1\n", "yaml");
  const of = always({ ...surroundings(), rules });
  const start = { line: 6, character: 2 };
  expect(definition(file, ["$expect", 0], of, project)).toMatchObject([
    { uri: uriOf("rules/ours.yaml"), range: { start } },
  ]);
  expect(definition(file, ["$expect", 1], of, project)[0]?.uri).toBe("erp-export-rules:/spectrum/pcco/1.1.0.yaml");
  expect(definition(file, ["$rules"], of, project)[0]?.uri).toBe(uriOf("rules/ours.yaml"));
});
