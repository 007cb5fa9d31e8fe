import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { approved, approvedJson, context, folderWith, line, run } from "../support/cli.ts";

const faulty = approved(["status: approved", "status: Approved"], ['"0520"', "0520"]);
const fixed = faulty.replace("status: Approved", "status: approved").replace("code: 0520", 'code: "0520"');

const encodings: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ["UTF-8", (text) => Buffer.from(text)],
  ["UTF-8 with a byte order mark", (text) => Buffer.from(`\uFEFF${text}`)],
  ["Windows line ends", (text) => Buffer.from(text.replaceAll("\n", "\r\n"))],
  ["UTF-16, little end first", (text) => Buffer.from(`\uFEFF${text}`, "utf16le")],
  ["UTF-16, big end first", (text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
  ["UTF-16 without a mark", (text) => Buffer.from(text, "utf16le")],
  ["UTF-16 without a mark, big end first", (text) => Buffer.from(text, "utf16le").swap16()],
  ["UTF-16 with Windows line ends", (text) => Buffer.from(`\uFEFF${text.replaceAll("\n", "\r\n")}`, "utf16le")],
  ["no line end at the end", (text) => Buffer.from(text.trimEnd())],
];

describe("check --fix", () => {
  test.each(encodings)("in a file of %s, nothing changes but what is fixed", (_name, encode) => {
    const folder = folderWith({ ...context, "a.pcco.yaml": encode(faulty) });
    const { code, out, err } = run(["check", "--fix"], { in: folder });
    expect({ code, err }).toEqual({ code: 0, err: "Fixed 2 findings in 1 file.\n" });
    expect(out).toContain("ok  a.pcco.yaml");
    expect(readFileSync(join(folder, "a.pcco.yaml"))).toEqual(Buffer.from(encode(fixed)));
    expect(readdirSync(folder)).toEqual(["a.pcco.yaml", "spectrum.context.yaml"]);
  });

  test("where a fix can't be written, it is not said that there is none", () => {
    const lines = '{"status":"approved","number":7}\n';
    const folder = folderWith({ "a.pcco.ndjson": lines, "b.pcco.yaml": "status: approved\nnumber: 7\n" });
    const stream = run(["check", "a.pcco.ndjson", "--fix"], { in: folder });
    expect({ code: stream.code, err: stream.err }).toEqual({
      code: 1,
      err: "Left as it is, since --fix writes into JSON and YAML files: a.pcco.ndjson.\nNothing was fixed.\n",
    });
    expect(readFileSync(join(folder, "a.pcco.ndjson"), "utf8")).toBe(lines);
    const both = run(["check", "--fix"], { in: folder });
    expect(both.err).toBe(
      "Left as it is, since --fix writes into JSON and YAML files: a.pcco.ndjson.\nFixed 1 finding in 1 file.\n",
    );
  });

  test("what has several right answers, or needs a person, is left alone", () => {
    const files = {
      "draft.pcco.yaml": approved(["status: approved", "status: draft"]),
      "long.pcco.json": approvedJson(['"0520"', '"0972-EAST11"']),
      "broken.pcco.yaml": "status: [Approved\n",
    };
    const folder = folderWith({ ...context, ...files });
    const before = Object.keys(files).map((name) => statSync(join(folder, name)).ino);
    const { code, err } = run(["check", "--fix"], { in: folder });
    expect({ code, err }).toEqual({
      code: 3,
      err: "Nothing was fixed: no finding has a fix with only one right answer.\n",
    });
    expect(Object.keys(files).map((name) => statSync(join(folder, name)).ino)).toEqual(before);
    for (const [name, text] of Object.entries(files)) expect(readFileSync(join(folder, name), "utf8")).toBe(text);
  });

  test("every PCCO of a list and of a stream is fixed, each in its place", () => {
    const item = line({ status: "Approved", $context: "spectrum.context.yaml" });
    const folder = folderWith({
      ...context,
      "list.pcco.json": `[\n  ${item},\n  ${line({ $context: "spectrum.context.yaml" })},\n  ${item}\n]\n`,
      "stream.pcco.yaml": `${faulty}---\n${approved()}---\n${faulty}`,
    });
    expect(run(["check", "--fix"], { in: folder })).toMatchObject({ code: 0, err: "Fixed 6 findings in 2 files.\n" });
    expect(readFileSync(join(folder, "stream.pcco.yaml"), "utf8")).toBe(`${fixed}---\n${approved()}---\n${fixed}`);
    expect(readFileSync(join(folder, "list.pcco.json"), "utf8")).not.toContain('Approved"');
  });

  test("NDJSON and standard input are left, and it says so", () => {
    const folder = folderWith({ "a.pcco.ndjson": line({ status: "Approved" }), ...context });
    const words = ["check", "a.pcco.ndjson", "-", "--fix", "--context", "spectrum.context.yaml"];
    const { code, err } = run(words, { in: folder, input: line({ status: "Approved" }) });
    expect(code).toBe(1);
    expect(err).toContain(
      "Left as it is, since --fix writes into JSON and YAML files: a.pcco.ndjson, standard input.\n",
    );
    expect(readFileSync(join(folder, "a.pcco.ndjson"), "utf8")).toBe(line({ status: "Approved" }));
  });

  test("a value that an alias shares is left; the others and the other files are fixed", () => {
    const shared = approved(["status: approved", "status: &status Approved\nother: *status"], ['"0520"', "0520"]);
    const folder = folderWith({ ...context, "a.pcco.yaml": shared, "b.pcco.yaml": faulty });
    const { code, out, err } = run(["check", "--fix"], { in: folder });
    expect(code).toBe(1);
    expect(err).toMatch(/^erp-rules: a\.pcco\.yaml is left as it is: .*alias/);
    expect(err).toContain("Fixed 3 findings in 2 files.");
    expect(out).toContain("ok  b.pcco.yaml");
    expect(readFileSync(join(folder, "a.pcco.yaml"), "utf8")).toBe(shared.replace("code: 0520", 'code: "0520"'));
  });

  test("a value used twice is fixed where it is written and where it is used", () => {
    const shared = approved(
      ['"0520"', "&code 0520"],
      ["prime_line_item_id: 7001 ", "billing_item_code: *code\n    prime_line_item_id: 7001 "],
    );
    const folder = folderWith({ ...context, "a.pcco.yaml": shared });
    expect(run(["check", "--fix"], { in: folder })).toMatchObject({ code: 0, err: "Fixed 2 findings in 1 file.\n" });
    expect(readFileSync(join(folder, "a.pcco.yaml"), "utf8").match(/billing_item_code: .*"0520"/g)).toHaveLength(2);
  });

  test("permissions stay as they were", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": faulty });
    chmodSync(join(folder, "a.pcco.yaml"), 0o640);
    run(["check", "--fix"], { in: folder });
    expect(statSync(join(folder, "a.pcco.yaml")).mode & 0o777).toBe(0o640);
  });
});

describe("repair", () => {
  test("tells the smallest change, and --write makes it and nothing else", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": faulty });
    const told = run(["repair", "a.pcco.yaml"], { in: folder });
    expect(told).toMatchObject({ code: 0, err: "" });
    expect(told.out).toContain('2 changes and "send" can happen');
    expect(readFileSync(join(folder, "a.pcco.yaml"), "utf8")).toBe(faulty);
    const written = run(["repair", "a.pcco.yaml", "--write"], { in: folder });
    expect(written).toMatchObject({ code: 0, out: told.out, err: "a.pcco.yaml: written.\n" });
    expect(readFileSync(join(folder, "a.pcco.yaml"), "utf8")).toBe(fixed);
    const again = run(["repair", "a.pcco.yaml", "--write"], { in: folder });
    expect(again).toMatchObject({ code: 0, out: 'a.pcco.yaml: nothing to repair, "send" can happen.\n', err: "" });
  });

  test("approves for someone who may, and for nobody else", () => {
    const folder = folderWith({
      ...context,
      "a.pcco.yaml": approved(["status: approved", "status: draft"]),
      "viewer.yaml": "prime_contracts: read_only\ndesignated_reviewer: false\n",
    });
    const { out } = run(["repair", "a.pcco.yaml", "--format", "json"], { in: folder });
    expect(JSON.parse(out)).toMatchObject({ ok: true, edits: [{ op: "replace", path: "/status", value: "approved" }] });
    const refused = run(["repair", "a.pcco.yaml", "--format", "json", "--actor", "viewer.yaml", "--write"], {
      in: folder,
    });
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.out)).toMatchObject({ ok: false });
  });

  test("makes up no value: it names the field, what to choose from, and writes nothing", () => {
    const text = approved(['"0520"', '"0972-EAST11"']);
    const folder = folderWith({ ...context, "a.pcco.yaml": text });
    const { code, out } = run(["repair", "a.pcco.yaml", "--write"], { in: folder });
    expect(code).toBe(1);
    expect(out).toContain("Only a person knows these values:\n  /line_items/0/billing_item_code");
    expect(out).toContain('perhaps: Shorten Billing Item Code to "0972-EAST1"');
    expect(readFileSync(join(folder, "a.pcco.yaml"), "utf8")).toBe(text);
  });

  test("missing facts alone end with 4; --for repairs for another event", () => {
    const folder = folderWith({ "a.pcco.yaml": approved(["./spectrum.context.yaml", "{}"]) });
    expect(run(["repair", "a.pcco.yaml"], { in: folder }).code).toBe(4);
    writeFileSync(join(folder, "admin.yaml"), "prime_contracts: admin\n");
    const { code, out } = run(["repair", "a.pcco.yaml", "--for", "retrieve", "--actor", "admin.yaml"], { in: folder });
    expect(code).toBe(1);
    expect(out).toContain('"Retrieve from ERP" is possible while the ERP status is Ready to Export; it is Not in ERP.');
  });
});
