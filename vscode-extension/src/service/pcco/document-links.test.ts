import type { TextFormat } from "@erp-export-rules/sdk/text";
import { describe, expect, test } from "vitest";
import { pccoFile } from "../testing.ts";
import { openPccoFile } from "../text/open-pcco-file.ts";
import { pccoDocumentLinks } from "./document-links.ts";

/** Each link as the text it covers and where it leads. */
function links(text: string, format: TextFormat, uri?: string): string[] {
  const file = uri === undefined ? pccoFile(text, format) : openPccoFile(uri, format, text, 1);
  return pccoDocumentLinks(file).map(({ range: { start, end }, target }) => {
    expect(start.line).toBe(end.line);
    return `${file.lineAt(start.line).slice(start.character, end.character)} → ${target}`;
  });
}

describe("links", () => {
  test.each([
    ["yaml", "$context: ./a.context.yaml\n"],
    ["yaml", "$context: ./a.context.yaml # where\n"],
    ["yaml", '"$context": "./a.context.yaml"\n'],
    ["yaml", "- id: 1\n- $context:   './a.context.yaml'\n"],
    ["yaml", "{ id: 1, $context: ./a.context.yaml }\n"],
    ["json", '{ "id": 1, "$context": "./a.context.yaml" }'],
    ["json", '{"$context":"./a.context.yaml","id":1}'],
    ["ndjson", '{"id":1,"$context":"./a.context.yaml"}'],
  ] as const)("to the context: %s %j", (format, text) => {
    expect(links(text, format)).toEqual(["./a.context.yaml → file:///project/a.context.yaml"]);
  });

  test.each([
    ["yaml", "$rules: ../rules/ours.yaml\n"],
    ["json", '{ "$rules": "../rules/ours.yaml" }'],
  ] as const)("to a rule file, but not for a rule set's id: %s", (format, text) => {
    expect(links(text, format, "file:///project/samples/a.pcco.yaml")).toEqual([
      "../rules/ours.yaml → file:///project/rules/ours.yaml",
    ]);
    expect(links(text.replace("../rules/ours.yaml", "spectrum/pcco@1"), format)).toEqual([]);
  });

  test.each([
    ["# $context: ./a.yaml\n"],
    ["id: 1 # $context: ./a.yaml\n"],
    ["$context: { erp: {} }\n"],
    ["$context:\n  erp: {}\n"],
    ["$contexts: ./a.yaml\n"],
    ["title: Canopy\n"],
  ])("none in %j", (text) => {
    expect(links(text, "yaml")).toEqual([]);
  });

  test("with signs that a URI writes another way, and in folders that are not on a disk", () => {
    expect(links("$context: './a b#1.yaml'\n", "yaml")).toEqual(["./a b#1.yaml → file:///project/a%20b%231.yaml"]);
    expect(links("$context: ./a.yaml\n", "yaml", "vscode-vfs://github/owner/name/b.pcco.yaml")).toEqual([
      "./a.yaml → vscode-vfs://github/owner/name/a.yaml",
    ]);
    expect(links("$context: ./a.yaml\n", "yaml", "untitled:Untitled-1")).toEqual([]);
  });
});
