import { readdirSync } from "node:fs";
import { join } from "node:path";
import { formatOf, type Path, type TextFormat } from "@erp-export-rules/sdk/text";
import { describe, expect, test } from "vitest";
import type { PccoFile } from "../model.ts";
import { always, emptyProject, inBothFormats, pccoFile, positionOf, readRepositoryFile } from "../testing.ts";
import { pccoCodeLenses } from "./code-lens.ts";
import { pccoCompletion } from "./completion.ts";
import { pccoDefinition } from "./definition.ts";
import { pccoDocumentLinks } from "./document-links.ts";
import { pccoFoldingRanges } from "./folding.ts";
import { pccoHover } from "./hover.ts";
import { pccoInlayHints } from "./inlay-hints.ts";
import { pccoSelectionRanges } from "./selection-ranges.ts";
import { pccoSymbols } from "./symbols.ts";

const of = always();
const whole = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } };

const samples = readdirSync(join(import.meta.dirname, "../../../../samples"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.includes(".pcco.") && formatOf(name) === "yaml")
  .map((name) => `samples/${name.replaceAll("\\", "/")}`);

/** Every key of a value, and every scalar of a list. */
function* paths(value: unknown, path: Path = []): Generator<Path> {
  const isGroup = typeof value === "object" && value !== null;
  if (typeof path.at(-1) === "string" || (path.length > 0 && !isGroup)) yield path;
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* paths(item, [...path, index]);
  else if (isGroup) for (const [key, item] of Object.entries(value)) yield* paths(item, [...path, key]);
}

/** Everything the features say of a file, without places. */
function said(file: PccoFile): unknown {
  const hovers = file.records.flatMap((record) =>
    [...paths(record.document().value)].map((path) => {
      const part = record.document().keyRange(path) === undefined ? "value" : "key";
      return pccoHover(file, positionOf(file, path, part, record.index), of)?.contents;
    }),
  );
  return {
    hovers,
    lenses: pccoCodeLenses(file, of, true).map(({ command }) => command?.title),
    hints: pccoInlayHints(file, whole, of).map(({ label, tooltip }) => [label, tooltip]),
    symbols: pccoSymbols(file).map(({ name, detail, children }) => [name, detail, children?.map((each) => each.name)]),
    links: pccoDocumentLinks(file).map(({ target }) => target),
  };
}

describe("JSON and YAML", () => {
  test("there are samples to try", () => {
    expect(samples.length).toBeGreaterThan(60);
  });

  test.each(samples)("the same is said of %s in both", (name) => {
    const [yaml, json] = inBothFormats(readRepositoryFile(name));
    if (yaml === undefined || json === undefined) throw new Error("a text has two formats");
    // What the twin has not: codes without quotes, keys given twice, and values that stand elsewhere.
    const findings = yaml.file.records.flatMap((record) => record.verdict(of).findings);
    if (findings.some(({ ruleId }) => /unquoted-code|duplicate-key/.test(ruleId)) || /: \*\w/.test(yaml.file.text()))
      return;
    if (yaml.file.records.some((record) => record.document().value === undefined)) return;
    expect(said(json.file)).toEqual(said(yaml.file));
  });
});

/** Texts that no feature may stumble over. */
const odd: readonly (readonly [TextFormat, string])[] = [
  ["json", ""],
  ["json", "[".repeat(6_000)],
  ["json", '{"a":'.repeat(3_000)],
  ["json", '{ "status": "draft", "status": "approved" }'],
  ["json", '[1, "x", null, [], {}]'],
  ["json", `\uFEFF{ "status": "dr${"\u{1F6A7}".repeat(20)}`],
  ["json", '{"line_items":{"0":{"prime_line_item_id":7002}},"erp":"x","status":{}}'],
  ["json", '{"line_items":[null,1,"x",[{}],{"prime_line_item_id":{},"billing_item_code":[]}]}'],
  ["yaml", ""],
  ["yaml", "\r\r\n\n"],
  ["yaml", "- ".repeat(3_000)],
  ["yaml", "{".repeat(6_000)],
  ["yaml", "status: draft\rnumber: '1'\r\nerp:\n\tstatus: x\n"],
  ["yaml", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\nline_items: *c\n"],
  ["yaml", "? [complex, key]\n: value\n<<: { status: draft }\n"],
  ["yaml", "status: !!binary aGk=\n__proto__: { status: draft }\nconstructor: 1\n"],
  ["yaml", "title: \u{1F6A7}\u{1F6A7} 'x\nstatus: \"\u2028\n"],
  ["yaml", "line_items:\n  - prime_line_item_id: .inf\n  - billing_item_code: 0x1F\n  - ~\n"],
  ["ndjson", '{"status":"draft"}\n\n{"status":\n[]\n'],
];

function readEverywhere(file: PccoFile): number {
  let calls = 0;
  for (let line = 0; line < Math.min(file.lineCount, 40); line++) {
    const { length } = file.lineAt(line);
    for (let character = 0; character <= length; character += Math.max(1, Math.floor(length / 12))) {
      const position = { line, character };
      const { items } = pccoCompletion(file, position, of, emptyProject, { snippets: true });
      for (const { textEdit } of items) {
        if (textEdit === undefined || !("range" in textEdit)) throw new Error("an item without an edit");
        expect(textEdit.range.start.line).toBe(line);
        expect(textEdit.range.end.line).toBe(line);
        expect(textEdit.range.start.character).toBeLessThanOrEqual(character);
        expect(textEdit.range.end.character).toBeGreaterThanOrEqual(character);
      }
      pccoHover(file, position, of);
      pccoDefinition(file, position, of, emptyProject, () => undefined);
      pccoSelectionRanges(file, [position]);
      calls++;
    }
  }
  pccoInlayHints(file, whole, of);
  pccoCodeLenses(file, of, true);
  pccoSymbols(file);
  pccoFoldingRanges(file);
  pccoDocumentLinks(file);
  return calls;
}

describe("no text makes a feature fail", () => {
  test.each(odd)("%s %j", (format, text) => {
    expect(readEverywhere(pccoFile(text, format))).toBeGreaterThan(0);
  });

  test("nor does a text that ends anywhere", () => {
    for (const { file, format } of inBothFormats(readRepositoryFile("samples/spectrum/approved-two-lines.pcco.yaml"))) {
      const text = file.text();
      for (let end = 40; end < text.length; end += 97) {
        const half = pccoFile(text.slice(0, end), format);
        const line = half.lineCount - 1;
        const position = { line, character: half.lineAt(line).length };
        pccoCompletion(half, position, of, emptyProject, { snippets: true });
        expect(pccoSelectionRanges(half, [position])).toHaveLength(1);
        pccoHover(half, position, of);
        pccoInlayHints(half, whole, of);
        pccoCodeLenses(half, of, true);
        expect(pccoSymbols(half).length).toBeGreaterThan(0);
      }
    }
  });
});
