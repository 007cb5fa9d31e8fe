import { describe, expect, test } from "vitest";
import { projectOf, uriOf } from "../rules/testing.ts";
import { workspaceSymbols } from "./workspace-symbols.ts";

const project = await projectOf({
  "rules/ours.yaml": `format: 1
ruleSet: ours/pcco
version: 1.0.0
effective: { from: 2026-01-01 }
extends: spectrum/pcco@1.1.0
sources: { us: { title: Our handbook, url: https://handbook.example/rules } }
overrides:
  title-length: { maxLength: 100, because: Our reports cut it. }
rules:
  our-number: { field: number, maxLength: 6, severity: error, stage: save, source: us }
`,
  "a.pcco.yaml": "- number: '004'\n- number: '005'\n",
});

const found = (query: string) => workspaceSymbols(project, query).map(({ name }) => name);

describe("what is found in a workspace", () => {
  test("rules by id, where they stand", () => {
    expect(workspaceSymbols(project, "ournum")).toMatchObject([
      {
        name: "our-number",
        containerName: "rules/ours.yaml",
        location: { uri: uriOf("rules/ours.yaml"), range: { start: { line: 9, character: 2 } } },
      },
    ]);
    expect(found("TITLE")).toEqual(["title-length"]);
  });

  test("PCCOs by number and title", () => {
    expect(workspaceSymbols(project, "005")).toMatchObject([
      { name: "005", containerName: "a.pcco.yaml", location: { range: { start: { line: 1 } } } },
    ]);
  });

  test("everything without a query, and nothing for letters in another order", () => {
    expect(found("")).toEqual(["our-number", "title-length", "004", "005"]);
    expect(found("numbero ur")).toEqual([]);
  });
});
