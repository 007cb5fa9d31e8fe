import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  approved,
  approvedJson,
  context,
  documentsOf,
  folderWith,
  line,
  type ReportedFinding,
  run,
} from "../support/cli.ts";

type Wanted = readonly [ruleId: string, message: RegExp, line?: number];

/** Checks files of one kind together: each must have its finding, and the run its exit code. */
function expectFindings(
  files: Readonly<Record<string, readonly [string | Uint8Array, ...Wanted[]]>>,
  code: number,
  outcome: string,
) {
  const folder = folderWith({ ...context, "pcco.context.yaml": context["spectrum.context.yaml"] });
  for (const [name, [content]] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const names = Object.keys(files);
  const done = run(["check", ...names, "--format", "ndjson"], { in: folder });
  expect({ code: done.code, err: done.err }).toEqual({ code, err: "" });
  const documents = documentsOf(done);
  for (const [name, [, ...wanted]] of Object.entries(files)) {
    const own = documents.filter(({ file }) => file === name);
    expect(own.map((document) => document.outcome).slice(0, 1), name).toEqual([outcome]);
    const found = own.flatMap(({ findings }) => findings);
    for (const [ruleId, message, at] of wanted) {
      const finding = found.find((each) => each.ruleId === ruleId && message.test(each.message));
      expect(finding, `${name} ${message}: ${JSON.stringify(found)}`).toBeDefined();
      if (at !== undefined) expect(finding?.range?.start.line, `${name} ${message}`).toBe(at - 1);
    }
    for (const { message } of found) expectForPeople(message);
  }
  return documents;
}

/** No traces of the program in what people read. */
function expectForPeople(message: string): void {
  expect(message).not.toMatch(/\bat .*\.[jt]s\b|Error:|undefined|\[object|NaN|ENOENT|EISDIR|instancePath|TextDocument/);
}

test("texts that hold no PCCO can't be read: exit code 3, and the place of the first slip", () => {
  expectFindings(
    {
      "comma.pcco.json": ['{\n  "id": 1,,\n  "number": "004"\n}', ["document/syntax", /comma too many/, 2]],
      "trailing.pcco.json": ['{\n  "id": 1,\n}', ["document/syntax", /remove this comma/, 2]],
      "cut.pcco.json": ['{ "id": 1, "number": "00', ["document/syntax", /is never closed/, 1]],
      "quotes.pcco.json": ["{ 'id': 1 }", ["document/syntax", /double quotes/, 1]],
      "words.pcco.json": ["{ id: 1 }", ["document/syntax", /`id` is not in double quotes; write "id"/, 1]],
      "number.pcco.json": ['{ "id": 007 }', ["document/syntax", /./, 1]],
      "flow.pcco.yaml": ["id: 1\nnumber: [4\n", ["document/syntax", /`\[` is never closed/, 2]],
      "indent.pcco.yaml": ["id: 1\n  number: 4\n", ["document/syntax", /`number` is indented further/, 2]],
      "tab.pcco.yaml": [
        "id: 1\nline_items:\n\t- id: 2\n",
        ["document/syntax", /a tab is used to indent this line; YAML takes only spaces/, 3],
      ],
      "colon.pcco.yaml": ["title: Dock: canopy\n", ["document/syntax", /./, 1]],
      "quote.pcco.yaml": ['title: "Dock\nid: 1\n', ["document/syntax", /./]],
      "anchor.pcco.yaml": ["id: *nowhere\n", ["document/syntax", /nowhere/, 1]],
      "empty.pcco.yaml": ["", ["document/syntax", /^this file is empty; a PCCO is/]],
      "empty.pcco.json": ["", ["document/syntax", /^this file is empty; a PCCO is/]],
      "empty.pcco.ndjson": ["\n\n", ["document/syntax", /^this file is empty; a PCCO is/]],
      "blank.pcco.yaml": ["\uFEFF \n\n# nothing yet\n", ["document/syntax", /^this file is empty/]],
      "word.pcco.yaml": ["hello\n", ["document/type", /holds only the text "hello"/, 1]],
      "five.pcco.json": ["5", ["document/type", /holds only the number 5/, 1]],
      "null.pcco.json": ["null", ["document/type", /./, 1]],
      "list.pcco.yaml": [
        "- 1\n- two\n",
        ["document/type", /item 1 of the list in this file is the number 1/, 1],
        ["document/type", /item 2/, 2],
      ],
      "none.pcco.json": ["[]", ["document/type", /holds only an empty list/, 1]],
      "nul.pcco.yaml": ["id: 1\nnum\0ber: 4\n", ["document/syntax", /looks like a binary file/, 2]],
      "picture.pcco.json": [
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0xff, 0xfe]),
        ["document/syntax", /^This file is not UTF-8 text: byte 0x89 at offset 0/],
      ],
      "latin.pcco.yaml": [
        Buffer.from("title: caf\xe9\n", "latin1"),
        ["document/syntax", /not UTF-8 text: byte 0xe9 at offset 10; save the file as UTF-8/],
      ],
      "half.pcco.yaml": [
        Buffer.from([0xff, 0xfe, 0x69]),
        ["document/syntax", /not UTF-16 text: the last character is cut in half/],
      ],
      "deep.pcco.json": ["[".repeat(100_000) + "]".repeat(100_000), ["document/limit", /nested 100,000 levels deep/]],
      "deep.pcco.yaml": ["[".repeat(100_000) + "]".repeat(100_000), ["document/limit", /nested 100,000 levels deep/]],
      "open.pcco.json": ['{"a":'.repeat(100_000), ["document/limit", /levels deep/]],
      "bomb.pcco.yaml": [bomb(), ["document/limit", /holds more than 1,000,000\s+values/]],
      "self.pcco.yaml": ["a: &a [*a]\n", ["document/limit", /`\*a` stands inside the very value it repeats/, 1]],
    },
    3,
    "unreadable",
  );
});

/** Nine levels of ten: a thousand million values in a few lines. */
function bomb(): string {
  const names = [..."abcdefghi"];
  const rows = names.map(
    (name, level) =>
      `${name}: &${name} [${Array(10)
        .fill(level === 0 ? "x" : `*${names[level - 1]}`)
        .join(", ")}]`,
  );
  return `${rows.join("\n")}\n`;
}

test("slips in a PCCO that can be read block it: exit code 1, and the way out", () => {
  const documents = expectFindings(
    {
      "twice.pcco.yaml": [
        approved(["title:", "id: 3308\ntitle:"]),
        ["document/duplicate-key", /the key `id` is given twice/, 9],
      ],
      "twice.pcco.json": [
        approvedJson(['"title":', '"id": 3308,\n  "title":']),
        ["document/duplicate-key", /the key `id` is given twice/],
      ],
      "code.pcco.yaml": [
        approved(['"0520"', "0520"]),
        [
          "document/unquoted-code",
          /Billing Item Code 0520 is written without quotes, so it is read as 520; write "0520"/,
          22,
        ],
      ],
      "power.pcco.yaml": [
        approved(['"0520"', "1e3"]),
        ["document/unquoted-code", /1e3 is written without quotes, so it is read as 1000; write "1e3"/, 22],
      ],
      "long.pcco.yaml": [approved(['"0520"', "012345678901"]), ["document/unquoted-code", /write "012345678901"/, 22]],
      "money.pcco.yaml": [
        approved(['"10500.00"', "10500.00"]),
        ["document/unquoted-code", /Grand Total 10500\.00 .*write "10500\.00"/, 13],
      ],
      "money.pcco.json": [approvedJson(['"10500.00"', "10500.00"]), ["document/unquoted-code", /Grand Total/]],
      "number.pcco.yaml": [
        approved(['number: "004"', "number: 004"]),
        ["document/unquoted-code", /Number \(#\) 004 .*write "004"/, 8],
      ],
      "capital.pcco.yaml": [
        approved(["status: approved", "status: Approved"]),
        ["status-approved", /Status is "Approved"/, 10],
      ],
      "slip.pcco.yaml": [approved(["status: approved", "status: aproved"]), ["status-known", /"aproved"/, 10]],
      "day.pcco.yaml": [
        approved(["2025-03-04T", "2025-02-30T"]),
        ["document/type", /Date must be a date and time that exist, .*found "2025-02-30T15:10:00Z"/, 11],
      ],
      "month.pcco.yaml": [approved(["2025-03-11T", "2025-13-11T"]), ["document/type", /Approved Date must be/, 12]],
      "zone.pcco.yaml": [approved(["15:10:00Z", "15:10:00"]), ["document/type", /Date must be/, 11]],
      "flag.pcco.yaml": [
        approved(["title: Added loading dock canopy", "title: true"]),
        ["document/unquoted-code", /Title true is written without quotes/, 9],
      ],
      "group.pcco.yaml": [
        approved(["title: Added loading dock canopy", "title: { en: Dock }"]),
        ["document/type", /Title/, 9],
      ],
      "lines.pcco.yaml": [
        approved(["line_items:", "line_items: none\nother:"]),
        ["document/type", /line_items must be a list; found .*none/, 14],
      ],
      "line.pcco.json": [approvedJson(['"line_items": [', '"line_items": [ "first",']), ["document/type", /./]],
      "association.pcco.yaml": [
        approved(["prime_line_item_id: 7002", "prime_line_item_id: 70.02"]),
        ["document/type", /Associated Line Item/],
      ],
      "proto.pcco.json": [
        '{ "__proto__": { "status": "approved" }, "constructor": 5, "toString": 1, "hasOwnProperty": 2, "id": 1 }',
        ["status-approved", /^Status is/],
        ["date-required", /./],
      ],
      "proto.pcco.yaml": [
        "__proto__: { status: approved, created_at: 2025-03-04T15:10:00Z }\nconstructor: 5\nid: 1\n",
        ["status-approved", /^Status is/],
        ["date-required", /./],
      ],
      "lone.pcco.json": [
        approvedJson(["Added loading dock canopy", "\\ud83d".repeat(256)]),
        ["title-length", /256 characters/],
      ],
    },
    1,
    "blocked",
  );
  const fixOf = (file: string, ruleId: string) =>
    documents
      .find((document) => document.file === file)
      ?.findings.find((finding: ReportedFinding) => finding.ruleId === ruleId)?.fixes[0];
  expect(fixOf("code.pcco.yaml", "document/unquoted-code")).toMatchObject({
    kind: "safe",
    title: 'Write "0520" in quotes',
  });
  expect(fixOf("capital.pcco.yaml", "status-approved")).toMatchObject({ kind: "safe", edits: [{ value: "approved" }] });
  expect(fixOf("slip.pcco.yaml", "status-known")).toMatchObject({ edits: [{ value: "approved" }] });
});

test("what looks odd and is right is not blamed", () => {
  const windows = approved().replaceAll("\n", "\r\n");
  const files: Record<string, string | Uint8Array> = {
    "mark.pcco.yaml": `\uFEFF${approved()}`,
    "mark.pcco.json": `\uFEFF${approvedJson()}`,
    "windows.pcco.yaml": windows,
    "little.pcco.yaml": Buffer.from(`\uFEFF${windows}`, "utf16le"),
    "big.pcco.json": Buffer.from(`\uFEFF${approvedJson()}`, "utf16le").swap16(),
    "silent.pcco.yaml": Buffer.from(approved(), "utf16le"),
    "lone.pcco.json": approvedJson(["Added loading dock canopy", "Dock \\ud83d"]),
    "ids.pcco.yaml": approved(["contract_id: 901", 'contract_id: "901"'], ["id: 3307", 'id: "3307"']),
    "unknown-fields.pcco.json": line({ $context: "spectrum.context.yaml", weather: { rain: [true] } }),
    "stream.pcco.yaml": `---\n${approved()}...\n---\n${approved()}`,
  };
  const folder = folderWith({ ...context, ...files });
  const done = run(["check", "--format", "ndjson"], { in: folder });
  expect(
    documentsOf(done).flatMap(({ file, findings }) => findings.map(({ message }) => `${file}: ${message}`)),
  ).toEqual([]);
  expect({ code: done.code, documents: documentsOf(done).length }).toEqual({ code: 0, documents: 11 });
});
