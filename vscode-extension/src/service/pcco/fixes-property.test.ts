import { libraryWith } from "@erp-export-rules/sdk/authoring";
import type { TextFormat } from "@erp-export-rules/sdk/text";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { CodeAction, Diagnostic } from "vscode-languageserver-types";
import { pccoDiagnostics } from "./diagnostics.ts";
import { fixAll } from "./fix-all.ts";
import { fieldOf } from "./label.ts";
import {
  after,
  covered,
  noLinks,
  opened,
  quickFixes,
  spectrumContext,
  surroundingsWith,
  switchedOff,
} from "./testing.ts";

/** A value as it is written in JSON and in YAML; `undefined` for a field that is left out. */
type Written = { readonly json: string; readonly yaml: string } | undefined;
type Fields = Readonly<Record<string, Written>>;

const same = (text: string): Written => ({ json: text, yaml: text });
const bare = (yaml: string, json: string): Written => ({ yaml, json });
const text = (value: string): Written => same(JSON.stringify(value));
const oneOf = (...values: readonly Written[]): fc.Arbitrary<Written> => fc.constantFrom(...values);

const left = undefined;
const day = text("2025-03-04T15:10:00Z");
const amounts = ["8000.00", "2500.00", "$1,000.00", "1,0", "x"].map(text);
const amount = oneOf(...amounts, bare("1200.10", "1200.1"), same("null"), left);

const lineFields: fc.Arbitrary<Fields> = fc.record({
  amount,
  billing_item_code: oneOf(
    ...["0520", "0972-EAST-11", "", "🧱🛗🪵🪟🚪🔩🪜🧰🔨🪚🧱"].map(text),
    bare("0520", "520"),
    same("12345678901"),
    left,
  ),
  prime_line_item_id: oneOf(...["7001", "7002", '"7002"', "7005", "7006", "7099", "null"].map(same), left),
  cost_code: oneOf(
    same('{ "origin_id": "05120" }'),
    same('{ "origin_id": null }'),
    bare("{ origin_id: 05120 }", '{"origin_id":5120}'),
    same("5"),
  ),
  line_item_type: oneOf(same('{ "origin_id": "S" }'), left),
});

const fields: fc.Arbitrary<Fields> = fc.record({
  $rules: oneOf(
    ...["spectrum/pcco@1.0.0", "spectrum/pcco@1.1.0", "spectrm/pcco@1", "spectrum/pcco@9"].map(text),
    same("5"),
    left,
  ),
  status: oneOf(
    ...["approved", "Approved", "draft", "aproved", "void", "No Charge"].map(text),
    same("null"),
    bare("TRUE", "true"),
    left,
  ),
  created_at: oneOf(day, text(""), same("null"), text("2025-13-01"), left),
  reviewed_at: oneOf(day, same("null"), left),
  number: oneOf(text("004"), bare("004", "4"), text("PCCO-2025-004"), left),
  title: oneOf(text("Canopy: the long one"), text("é".repeat(256)), left),
  contract_id: oneOf(same("901"), text("902"), left),
  grand_total: amount,
  erp: oneOf(left, same('{ "status": "not_in_epr" }')),
  $expect: oneOf(left, same('["status-aproved", "date-required"]'), same('{ "broken": ["nothing-like-it"] }')),
});

interface RandomPcco {
  readonly fields: Fields;
  readonly lines: readonly Fields[] | undefined;
}

const pcco: fc.Arbitrary<RandomPcco> = fc.record({
  fields,
  lines: fc.option(fc.array(lineFields, { maxLength: 3 }), { nil: undefined }),
});

function present(of: Fields): (readonly [string, NonNullable<Written>])[] {
  return Object.entries(of).flatMap(([key, written]) => (written === undefined ? [] : [[key, written] as const]));
}

function asObject(of: Fields, more: readonly string[] = []): string {
  return `{${[...present(of).map(([key, { json }]) => `"${key}": ${json}`), ...more].join(", ")}}`;
}

function asJson({ fields: own, lines }: RandomPcco): string {
  return asObject(
    own,
    lines === undefined ? [] : [`"line_items": [${lines.map((each) => asObject(each)).join(", ")}]`],
  );
}

function asYaml({ fields: own, lines }: RandomPcco): string {
  const rows = present(own).map(([key, { yaml }]) => `${key}: ${yaml} # ${key} as found`);
  if (lines === undefined) return rows.length === 0 ? "{}" : rows.join("\n");
  const items = lines.map((each) => {
    const [first = "{}", ...others] = present(each).map(([key, { yaml }]) => `${key}: ${yaml}`);
    return [`  - ${first}`, ...others.map((row) => `    ${row}`)].join("\n");
  });
  return [...rows, lines.length === 0 ? "line_items: []" : "line_items:", ...items].join("\n");
}

/** PCCOs as a text: each way of writing several of them down. */
const writers: readonly (readonly [TextFormat, (all: readonly RandomPcco[]) => string])[] = [
  ["json", (all) => `[\n${all.map((each) => `  ${asJson(each)}`).join(",\n")}\n]\n`],
  ["json", (all) => `[${all.map(asJson).join(",")}]`],
  ["ndjson", (all) => all.map((each) => `${asJson(each)}\n`).join("")],
  ["yaml", (all) => all.map((each) => `- ${asYaml(each).replaceAll("\n", "\n  ")}\n`).join("")],
  ["yaml", (all) => all.map((each) => `---\n${asYaml(each)}\n`).join("")],
  ["yaml", (all) => all.map((each) => `- ${asYaml(each).replaceAll("\n", "\r\n  ")}\r\n`).join("")],
];

/** Milliseconds; a machine with much else to do needs them. */
const slow = 60_000;

const library = libraryWith([]);
const contexts = [spectrumContext, switchedOff, {}].map((context) => surroundingsWith(context, library));

const files = fc
  .tuple(fc.array(pcco, { minLength: 1, maxLength: 3 }), fc.constantFrom(...writers), fc.constantFrom(...contexts))
  .map(([all, [format, write], surroundingsOf]) => ({ text: write(all), format, surroundingsOf }));

const setting = { ...noLinks, library };

function placeOf({ data, code }: Diagnostic): string {
  return JSON.stringify([fieldOf(data, "index"), fieldOf(data, "path"), code]);
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 1;
}

/** Whether a finding was only hidden by the one that an action mends. */
function wasHidden(found: Diagnostic, { title, diagnostics = [] }: CodeAction): boolean {
  if (String(found.code).startsWith("document/")) return false;
  const isSafe = !title.endsWith(")");
  return (
    isSafe ||
    diagnostics.some(
      ({ data, code }) => String(code).startsWith("document/") && fieldOf(data, "path") === fieldOf(found.data, "path"),
    )
  );
}

test(
  "every fix that is offered mends its findings, brings no error, and is written into this version",
  () => {
    let tried = 0;
    fc.assert(
      fc.property(files, ({ text: before, format, surroundingsOf }) => {
        const file = opened(before, format);
        const known = new Set(pccoDiagnostics(file, surroundingsOf, setting).map(placeOf));
        for (const action of quickFixes(file, surroundingsOf, library)) {
          tried++;
          const found = pccoDiagnostics(opened(after(file, action), format), surroundingsOf, setting);
          const places = new Set(found.map(placeOf));
          expect((action.diagnostics ?? []).filter((each) => places.has(placeOf(each)))).toEqual([]);
          const added = found.filter((each) => isError(each) && !known.has(placeOf(each)) && !wasHidden(each, action));
          expect(added).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
    expect(tried).toBeGreaterThan(100);
  },
  slow,
);

test(
  "fixing all leaves no fix that is the only right one, and has nothing to do the second time",
  () => {
    let written = 0;
    fc.assert(
      fc.property(files, ({ text: before, format, surroundingsOf }) => {
        const file = opened(before, format);
        const action = fixAll(file, surroundingsOf);
        if (action === undefined) {
          expect(quickFixes(file, surroundingsOf, library).filter(({ isPreferred }) => isPreferred)).toEqual([]);
          return;
        }
        written++;
        const fixed = opened(after(file, action), format);
        expect(fixed.records).toHaveLength(file.records.length);
        expect(fixAll(fixed, surroundingsOf)).toBeUndefined();
        expect(quickFixes(fixed, surroundingsOf, library).filter(({ isPreferred }) => isPreferred)).toEqual([]);
      }),
      { numRuns: 80 },
    );
    expect(written).toBeGreaterThan(20);
  },
  slow,
);

test(
  "every finding stands in the text",
  () => {
    fc.assert(
      fc.property(files, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 40 }), (random, from, length) => {
        const { text: before, format, surroundingsOf } = random;
        // Some with a piece cut out, so that the text is broken.
        const cut = before.slice(0, from) + before.slice(from + length);
        for (const part of [before, cut]) {
          const file = opened(part, format);
          const found = pccoDiagnostics(file, surroundingsOf, setting);
          expect(() => found.map(({ range }) => covered(part, range))).not.toThrow();
          for (const action of quickFixes(file, surroundingsOf, library)) after(file, action);
        }
      }),
      { numRuns: 60 },
    );
  },
  slow,
);
