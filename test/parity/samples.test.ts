import { readdirSync } from "node:fs";
import { posix, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { asContext, libraryWith, readContextText } from "@erp-export-rules/sdk/authoring";
import { parseText, type TextFormat } from "@erp-export-rules/sdk/text";
import { describe, expect, test } from "vitest";
import type { SurroundingsOf } from "../../vscode-extension/src/service/model.ts";
import { pccoDiagnostics } from "../../vscode-extension/src/service/pcco/diagnostics.ts";
import { fixAll } from "../../vscode-extension/src/service/pcco/fix-all.ts";
import { fieldOf } from "../../vscode-extension/src/service/pcco/label.ts";
import {
  after,
  covered,
  opened,
  quickFixes,
  repositoryText,
  surroundingsWith,
} from "../../vscode-extension/src/service/pcco/testing.ts";

// The samples that are there as JSON and as YAML hold the same PCCOs, so an editor must say the same of both.

const samples = fileURLToPath(new URL("../../samples", import.meta.url));
const files = readdirSync(samples, { recursive: true, encoding: "utf8" }).map((file) => file.split(sep).join("/"));
const twins = files
  .filter((file) => /\.pcco\.json$/.test(file))
  .map((json) => ({ json, yaml: json.replace(/json$/, "yaml") }))
  .filter(({ yaml }) => files.includes(yaml))
  .sort((a, b) => (a.json < b.json ? -1 : 1));

const library = libraryWith([]);
const links = { ruleUri: ({ file }: { readonly file: string }) => `erp-export-rules:/${file}`, library };

/** What a sample is judged by: its `$context`, a path or the mapping itself, or else that of most samples. */
function surroundingsFor(file: string): SurroundingsOf {
  const byDefault = surroundingsWith();
  return (value) => {
    const own = fieldOf(value, "$context");
    const path = `samples/${posix.join(posix.dirname(file), String(own))}`;
    const read =
      typeof own === "string"
        ? readContextText(repositoryText(path), path.endsWith(".json") ? "json" : "yaml")
        : typeof own === "object" && own !== null
          ? asContext({ ...own })
          : undefined;
    return read !== undefined && "context" in read ? surroundingsWith(read.context)(value) : byDefault(value);
  };
}

interface Said {
  readonly diagnostics: readonly string[];
  readonly fixes: readonly string[];
  readonly all: unknown;
}

/** What an editor says of a text, without how the text is written. */
function saidOf(file: string, format: TextFormat): Said {
  const text = repositoryText(`samples/${file}`);
  const pccos = opened(text, format);
  const surroundingsOf = surroundingsFor(file);
  const values = (changed: string) => parseText(changed, { format }).documents.map(({ value }) => value);
  const all = fixAll(pccos, surroundingsOf);
  return {
    diagnostics: pccoDiagnostics(pccos, surroundingsOf, links)
      .map(({ range, ...rest }) => ({ ...rest, covers: meaning(covered(text, range), range.start.character) }))
      // Only where it stands is another matter.
      .map((each) => JSON.stringify(each).replace(/ on line \d+/, ""))
      .sort(),
    fixes: quickFixes(pccos, surroundingsOf, library)
      .map((action) => ({
        title: action.title,
        isPreferred: action.isPreferred === true,
        codes: action.diagnostics?.map(({ code }) => code),
        values: values(after(pccos, action)),
      }))
      .map((each) => JSON.stringify(each))
      .sort(),
    all: all && values(after(pccos, all)),
  };
}

/** What some words of a text stand for. Lists in YAML need to begin in the column where they stood. */
function meaning(words: string, column: number): unknown {
  const [document] = parseText(`covers:\n${" ".repeat(Math.max(column, 1))}${words}\n`, { format: "yaml" }).documents;
  if (document?.value === undefined) throw new Error(`${words} stand for nothing`);
  return document.value;
}

const said = twins.map(({ json, yaml }) => ({ json, ofJson: saidOf(json, "json"), ofYaml: saidOf(yaml, "yaml") }));

describe("an editor says the same of JSON and YAML", () => {
  test.each(said)("$json", ({ ofJson, ofYaml }) => {
    expect(ofJson.diagnostics).toEqual(ofYaml.diagnostics);
    expect(ofJson.fixes).toEqual(ofYaml.fixes);
    expect(ofJson.all).toEqual(ofYaml.all);
  });

  test("of enough of them: some have findings, some have fixes", () => {
    expect(said.length).toBeGreaterThan(60);
    expect(said.filter(({ ofYaml }) => ofYaml.diagnostics.length > 0).length).toBeGreaterThan(30);
    expect(said.filter(({ ofYaml }) => ofYaml.fixes.length > 0).length).toBeGreaterThan(20);
    expect(said.filter(({ ofYaml }) => ofYaml.all !== undefined).length).toBeGreaterThan(2);
  });
});
