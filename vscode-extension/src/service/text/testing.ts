// What the tests of PCCO files share: surroundings, texts of all shapes, edits, and what a file shows.
import { loadRuleSet, type PccoContext } from "@erp-export-rules/sdk";
import fc from "fast-check";
import { stringify } from "yaml";
import type { Surroundings, SurroundingsOf, Unjudgeable } from "../model.ts";
import type { ContentChange } from "./lines.ts";

const context: PccoContext = {
  erp: { system: "spectrum", features: { export_prime_contract_change_orders: true } },
  prime_contract: {
    id: 901,
    status: "Approved",
    accounting_method: "amount",
    origin_id: "SP-J24118",
    line_items: [
      { id: 7001, origin_code: "0010" },
      { id: 7002, origin_code: "0520" },
    ],
  },
};
const why = { rules: "the newest that ships", context: "the nearest context file", featuresSet: {} };
const common = { context, event: "send", at: "2025-03-12T08:00:00Z", why };

export const newest: Surroundings = { ...common, rules: await loadRuleSet("spectrum/pcco@1.1.0") };
const first: Surroundings = { ...common, rules: await loadRuleSet("spectrum/pcco@1.0.0") };
const none: Unjudgeable = { cannot: "rules", problem: "no rule set has this name" };

/** Knows two versions of a rule set; a PCCO that pins anything else can't be judged. */
export const surroundingsOf: SurroundingsOf = (value) => {
  const pin = typeof value === "object" && value !== null && "$rules" in value ? value.$rules : undefined;
  return pin === undefined ? newest : pin === "spectrum/pcco@1.0.0" ? first : none;
};

const line = fc.record(
  {
    id: fc.nat(9),
    amount: fc.constantFrom("10.00", "-5.005", 12.5, "1,000.00"),
    cost_code: fc.constantFrom({ origin_id: "0520" }, { origin_id: 520 }),
    prime_line_item_id: fc.constantFrom(7001, 7002, 7),
  },
  { requiredKeys: ["id"] },
);
const texts = ["Canopy", "Dock 👩‍🚒 e\u0301", "- not an item", "{", "# no comment", "a: b", "first\nsecond\n", ""];
const pcco = fc.record(
  {
    $rules: fc.constantFrom("spectrum/pcco@1.0.0", "acme/none"),
    number: fc.constantFrom("004", "12"),
    title: fc.constantFrom(...texts),
    status: fc.constantFrom("approved", "draft", 5),
    created_at: fc.constantFrom("2025-03-04", "soon"),
    line_items: fc.array(line, { maxLength: 2 }),
  },
  { requiredKeys: ["number", "status"] },
);
const items = fc.array(
  fc.oneof({ arbitrary: pcco, weight: 9 }, { arbitrary: fc.constantFrom(5, null, "x", []), weight: 1 }),
  {
    minLength: 1,
    maxLength: 4,
  },
);

const jsonList = fc
  .tuple(items, fc.constantFrom(0, 2, "\t"), fc.constantFrom("", "\n", " "))
  .map(([values, indent, end]) => {
    if (indent !== 0) return `${JSON.stringify(values, null, indent)}${end}`;
    return `[\n${values.map((value) => JSON.stringify(value)).join(",\n")}\n]${end}`;
  });
const oddJson = fc.oneof(
  items.map((values) => JSON.stringify(values)),
  items.map((values) => `[${values.map((value) => JSON.stringify(value, null, 2)).join(", ")}]`),
  items.map((values) => `[\n[\n{\n"x":\n{\n"y": ${JSON.stringify(values)}\n}\n},\n{\n}\n]\n]`),
  items.map((values) => `[\n  {\n"inner": [\n  {"a": 1},\n  {"b": 2}\n  ] },\n  ${JSON.stringify(values[0])}\n]`),
  pcco.map((value) => JSON.stringify(value, null, 2)),
  fc.constantFrom("", "[]", "[\n]", "{", "[\n  {}\n]", "5", "\uFEFF[\n  {}\n]", "[\n  {},\n\n  {}\n]"),
);
const ndjson = items.map((values) => values.map((value) => JSON.stringify(value)).join("\n"));
const yamlText = fc
  .constantFrom("plain", "QUOTE_DOUBLE")
  .chain((style) =>
    pcco.map((value) =>
      stringify(value, { defaultStringType: style === "plain" ? "PLAIN" : "QUOTE_DOUBLE", defaultKeyType: "PLAIN" }),
    ),
  );
const comment = fc.constantFrom("", "", "", "# comment\n", "\n", "  # deeper\n", "\n\n#\n");
const yamlItem = (indent: string) =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: yamlText.map((text) => `${indent}- ${text.trimEnd().replaceAll("\n", `\n${indent}  `)}\n`),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom("- 5", "-", "- - a", "- {a: 1}", "-\n    a: 1", "- |+\n    text\n")
        .map((text) => `${indent}${text}\n`),
    },
  );
const yamlList = fc
  .constantFrom("", "  ")
  .chain((indent) => fc.array(fc.tuple(yamlItem(indent), comment), { minLength: 1, maxLength: 4 }))
  .map((parts) => parts.flat().join(""));
const yamlDocument = fc.oneof(yamlText, yamlList, fc.constantFrom("[{a: 1}, {b: 2}]\n", "# nothing\n", "just words\n"));
const yamlStream = fc
  .tuple(comment, fc.array(fc.tuple(yamlDocument, comment), { minLength: 1, maxLength: 3 }))
  .map(([head, parts]) => `${head}${parts.map((part) => part.join("")).join("---\n")}`);
const oddYaml = fc.oneof(
  fc.constantFrom(
    "%YAML 1.2\n---\na: 1\n",
    "a: 1\n...\n---\nb: 2\n",
    "- &x {a: 1}\n- *x\n",
    "- &x\n  a: 1\n- b: *x\n- c: &x 1\n  d: *x\n",
    "--- {a: 1}\n--- # two\nb: 2\n",
    "---\n---\na: 1\n---\n# end\n---\n",
    "line_items:\n- a\n- b\n",
    "!!seq\n- a: 1\n- b: 2\n",
    "\uFEFF- a: 1\n- b: 2\n",
    "- a: {b: 1,\n    c: 2}\n-\tb: 1\n",
    "\t- a\n- b\n",
  ),
);

/** Texts of one format, of all shapes, with all line ends. */
export const textOf = {
  json: withEnds(fc.oneof({ weight: 3, arbitrary: jsonList }, oddJson)),
  ndjson: withEnds(ndjson),
  yaml: withEnds(fc.oneof({ weight: 3, arbitrary: yamlStream }, { weight: 3, arbitrary: yamlList }, oddYaml)),
};

function withEnds(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(texts, fc.constantFrom("\n", "\n", "\r\n", "\r")).map(([text, end]) => text.replaceAll("\n", end));
}

const signs = [
  "{",
  "}",
  "[",
  "]",
  '"',
  ",",
  ":",
  "- ",
  "-",
  "---",
  "---\n",
  "...",
  "%",
  "#",
  "&x ",
  "*x",
  "|",
  " ",
  "  ",
  "\t",
];
const pieces = fc.oneof(
  fc.constantFrom(...signs, "a", "5", "\n", "\r", "\r\n", "\n\n", "é", "😀", "\uFEFF", "\u0000", "\uFFFD\uFFFD\uFFFD"),
  fc.constantFrom("", "", ""),
  fc.constantFrom(
    '  {"number": "9"},\n',
    '{"status": "x"}\n',
    "- number: 9\n  number: 8\n",
    "  - status: draft\n",
    "---\ntitle: x\n",
    "x: 1\n",
    "x:\n",
    "x\n",
    "[\n",
    "]\n",
  ),
  textOf.json,
  textOf.yaml,
);

/** A change, said in fractions of a text. */
export interface Stroke {
  readonly from: number;
  readonly lines: number;
  readonly character: number;
  readonly endCharacter: number;
  readonly text: string;
  readonly kind: "insert" | "replace" | "lines" | "join" | "all";
}

const stroke: fc.Arbitrary<Stroke> = fc.record({
  from: fc.oneof(fc.constantFrom(0, 0, 1), fc.nat(60)),
  lines: fc.constantFrom(0, 0, 0, 1, 2, 5),
  character: fc.oneof(fc.constantFrom(0, 0, 2), fc.nat(40)),
  endCharacter: fc.oneof(fc.constantFrom(0, 2, 1000), fc.nat(40)),
  text: pieces,
  kind: fc.constantFrom("insert", "insert", "insert", "replace", "replace", "lines", "join", "all"),
});

/** Some edits, each of one or several changes. */
export const script = fc.array(fc.array(stroke, { minLength: 1, maxLength: 3, depthIdentifier: "changes" }), {
  minLength: 1,
  maxLength: 6,
});

/** A change to a text of so many lines. Some positions are not there. */
export function changeOf({ from, lines, character, endCharacter, text, kind }: Stroke, count: number): ContentChange {
  const line = from % (count + 1);
  const start = { line, character };
  switch (kind) {
    case "all":
      return from % 4 === 0 ? { text } : { range: { start, end: start }, text };
    case "insert":
      return { range: { start, end: start }, text };
    case "replace":
      return { range: { start, end: { line: line + lines, character: endCharacter } }, text };
    case "lines":
      return {
        range: { start: { line, character: 0 }, end: { line: line + lines, character: 0 } },
        text: from % 2 === 0 ? "" : text,
      };
    case "join":
      return {
        range: { start: { line, character: 1000 }, end: { line: line + 1, character: endCharacter % 4 } },
        text: "",
      };
  }
}
