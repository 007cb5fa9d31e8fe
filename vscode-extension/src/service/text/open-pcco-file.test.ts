import type { Finding } from "@erp-export-rules/sdk";
import type { TextFormat } from "@erp-export-rules/sdk/text";
import { describe, expect, test } from "vitest";
import type { SurroundingsOf } from "../model.ts";
import { type EditablePccoFile, type Further, openPccoFile } from "./open-pcco-file.ts";
import { newest, surroundingsOf } from "./testing.ts";

const open = (format: TextFormat, text: string): EditablePccoFile => openPccoFile("file:///a", format, text, 1);

/** Types a text at a place. */
function type(file: EditablePccoFile, line: number, character: number, text: string): void {
  const at = { line, character };
  file.change([{ range: { start: at, end: at }, text }], (file.version ?? 0) + 1);
}

/** Remembers the numbers of the PCCOs that are judged. */
function watch(): { readonly further: Further; taken(): readonly unknown[] } {
  let judged: unknown[] = [];
  return {
    further: ({ value }) => {
      judged.push(typeof value === "object" && value !== null && "number" in value ? value.number : value);
      return [];
    },
    taken: () => {
      const taken = judged;
      judged = [];
      return taken;
    },
  };
}

const shapes: readonly [string, TextFormat, string][] = [
  [
    "a JSON list",
    "json",
    '[\n  {\n    "number": "1"\n  },\n  {\n    "number": "2"\n  },\n  {\n    "number": "3"\n  }\n]\n',
  ],
  ["NDJSON", "ndjson", '\n{"number": "1"\n}\n{"number": "2"\n}\n{"number": "3"\n}\n'.replaceAll('"\n}', '"}')],
  ["a YAML list", "yaml", "- number: '1'\n- number: '2'\n- number: '3'\n"],
  ["a YAML stream", "yaml", "number: '1'\n---\nnumber: '2'\n---\nnumber: '3'\n"],
];

describe.each(shapes)("in %s", (_, format, text) => {
  const line = text.split("\n").findIndex((each) => each.includes("2"));
  const column = (text.split("\n")[line] ?? "").indexOf("2");

  test("an edit leaves all PCCOs but one as they are", () => {
    const file = open(format, text);
    const { further, taken } = watch();
    file.overview(surroundingsOf, further);
    expect(taken()).toEqual(["1", "2", "3"]);
    const before = file.records;
    type(file, line, column, "9");
    file.overview(surroundingsOf, further);
    expect(taken()).toEqual(["92"]);
    expect(file.version).toBe(2);
    expect(file.records.map((record, index) => record === before[index])).toEqual([true, false, true]);
  });

  test("what stands below moves with the text", () => {
    const file = open(format, text);
    const last = file.records[2];
    const places = () => [
      last?.startLine ?? 0,
      last?.endLine ?? 0,
      last?.document().valueRange(["number"])?.start.line ?? 0,
    ];
    const before = places();
    type(file, line, 0, "\n\n");
    expect(file.records[2]).toBe(last);
    expect(places()).toEqual(before.map((place) => place + 2));
  });

  test("broken syntax spoils only its own PCCO", () => {
    const file = open(format, text);
    const spoiled = text.split("\n")[line]?.indexOf(format === "yaml" ? "'" : '"2') ?? 0;
    type(file, line, spoiled, format === "yaml" ? '"' : "x");
    expect(file.records.map((record) => record.verdict(surroundingsOf).outcome)).toEqual([
      "blocked",
      "unreadable",
      "blocked",
    ]);
  });

  test("every line belongs to the PCCO that stands on it or above", () => {
    const file = open(format, text);
    const owners = Array.from({ length: file.lineCount }, (_, at) => file.recordAt(at));
    for (const [at, owner] of owners.entries())
      expect([owner.startLine <= at, at < owner.endLine]).toEqual([true, true]);
    expect(file.recordAt(1000)).toBe(file.records[2]);
  });
});

describe("PCCOs are judged again", () => {
  const text = '{"number": "1"}\n{"number": "2", "$rules": "spectrum/pcco@1.0.0"}\n{"number": "3"}\n';

  test("all those and only those whose surroundings are others", () => {
    const file = open("ndjson", text);
    const { further, taken } = watch();
    file.overview(surroundingsOf, further);
    taken();
    const other = { ...newest, event: "accept" };
    const asked: unknown[] = [];
    const otherwise: SurroundingsOf = (value) => {
      asked.push(value);
      const found = surroundingsOf(value);
      return found === newest ? other : found;
    };
    file.overview(otherwise, further);
    expect(taken()).toEqual(["1", "3"]);
    // PCCOs that pin the same are asked about once.
    expect(asked).toEqual([{}, { $rules: "spectrum/pcco@1.0.0" }]);
  });

  test("when something else is to be found on them", () => {
    const file = open("ndjson", text);
    const { stamp, severities } = file.overview(surroundingsOf);
    const further: Further = ({ value }) =>
      typeof value === "object" && value !== null && "$rules" in value ? [extra] : [];
    const overview = file.overview(surroundingsOf, further);
    expect(overview.stamp).not.toBe(stamp);
    expect(overview.severities.info).toBe(severities.info + 1);
    expect(overview.first(100).at(-1)).toMatchObject({
      record: { index: 1 },
      finding: { severity: "info", range: { start: { line: 1 } } },
    });
    expect(file.records[1]?.verdict(surroundingsOf).findings.some(({ severity }) => severity === "info")).toBe(false);
  });
});

const extra: Finding = {
  ruleId: "document/expect",
  severity: "info",
  state: "broken",
  stage: "read",
  message: "",
  path: "",
  fixes: [],
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
};

describe("a large file is read in slices", () => {
  const text = Array.from({ length: 50 }, (_, number) => `{"number": "${number}"}`).join("\n");

  test("of one PCCO at least, until all are judged", () => {
    const file = open("ndjson", text);
    const { further, taken } = watch();
    let slices = 1;
    while (!file.readSome(surroundingsOf, () => false, further)) slices++;
    expect([slices, taken().length]).toEqual([51, 50]);
    file.overview(surroundingsOf, further);
    expect(taken()).toEqual([]);
  });

  test("and goes on where it was after an edit", () => {
    const file = open("ndjson", text);
    const { further, taken } = watch();
    for (let slice = 0; slice < 10; slice++) file.readSome(surroundingsOf, () => false, further);
    type(file, 5, 13, "0");
    type(file, 40, 13, "0");
    taken();
    file.readSome(surroundingsOf, () => false, further);
    expect(taken()).toEqual(["50"]);
    const counts: number[] = [];
    while (!file.readSome(surroundingsOf, () => false, further)) counts.push(taken().length);
    expect(counts).toEqual(new Array(40).fill(1));
  });

  test("and as many as it may", () => {
    const file = open("ndjson", text);
    let left = 20;
    expect(file.readSome(surroundingsOf, () => --left > 0)).toBe(false);
    expect(file.readSome(surroundingsOf, () => true)).toBe(true);
  });
});

describe("the overview", () => {
  const text =
    '[\n  {"number": "1", "status": "draft"},\n  {"number": 2, "line_items": [{"amount": "1.005"}]},\n  {"number": "3"}\n]';

  test("counts everything and gives the heaviest findings first", () => {
    const overview = open("json", text).overview(surroundingsOf);
    const all = overview.first(1000);
    const { error, warning, info } = overview.severities;
    expect(all).toHaveLength(error + warning + info);
    const ranks = all.map(({ finding: { severity, range }, record }) => [
      ["error", "warning", "info"].indexOf(severity),
      record.index,
      range?.start.line ?? 0,
    ]);
    expect(ranks).toEqual(
      [...ranks].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0) || (a[2] ?? 0) - (b[2] ?? 0)),
    );
    expect(new Set(all.map(({ record }) => record.index)).size).toBe(3);
    expect(overview.first(2)).toEqual(all.slice(0, 2));
    expect(overview.outcomes).toEqual({ exportable: 0, blocked: 3, unknown: 0, unreadable: 0 });
  });

  test("has another stamp when the PCCOs are judged by something else, even if that finds the same", () => {
    const file = open("json", text);
    const { stamp } = file.overview(surroundingsOf);
    const other = { ...newest };
    expect(file.overview(() => other).stamp).not.toBe(stamp);
  });

  test("has another stamp only when a finding changes or moves", () => {
    const file = open("json", text);
    const { stamp } = file.overview(surroundingsOf);
    type(file, 3, 14, "0");
    expect(file.overview(surroundingsOf).stamp).toBe(stamp);
    type(file, 0, 0, "\n");
    const moved = file.overview(surroundingsOf).stamp;
    expect(moved).not.toBe(stamp);
    type(file, 2, 13, '"x": 1, "x": 2, ');
    expect(file.overview(surroundingsOf).stamp).not.toBe(moved);
  });
});
