import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { approved, context, documentsOf, folderWith, line, run, sample } from "../support/cli.ts";
import { people } from "../support/people.ts";

describe("refusals", () => {
  const refuse = (text: string, ...words: string[]) => {
    const folder = folderWith({ ...context, ...people, "a.pcco.yaml": text });
    const { code, out, err } = run(["transition", "a.pcco.yaml", ...words, "--write", "--format", "json"], {
      in: folder,
    });
    expect(readFileSync(join(folder, "a.pcco.yaml"), "utf8")).toBe(text);
    const result = JSON.parse(out);
    expect({ keys: Object.keys(result), ok: result.ok, err }).toEqual({ keys: ["ok", "reasons"], ok: false, err: "" });
    return {
      code,
      reasons: result.reasons.map(({ kind, ruleId, input, message }: Record<string, string>) => [
        kind,
        ruleId ?? input ?? "",
        message,
      ]),
    };
  };

  test("for people the reasons are on standard error; the file and that of --output are not touched", () => {
    const text = approved(["status: approved", "status: draft"]);
    const folder = folderWith({ ...context, "a.pcco.yaml": text, "out.txt": "old" });
    const { code, out, err } = run(["transition", "a.pcco.yaml", "send", "--write", "--output", "out.txt"], {
      in: folder,
    });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toBe('"send" can\'t happen:\n  - Status is Draft; it must be Approved. (status-approved)\n');
    expect([readFileSync(join(folder, "a.pcco.yaml"), "utf8"), readFileSync(join(folder, "out.txt"), "utf8")]).toEqual([
      text,
      "old",
    ]);
  });

  test("every reason at once: status, person, rules and what is entered", () => {
    const { code, reasons } = refuse(
      approved(["status: approved", "status: draft"], ['"0520"', '"0972-EAST11"']),
      "accept",
      "--actor",
      "admin.yaml",
      "--input",
      "transaction_date=2026-02-30",
      "--input",
      "date=2026-11-09",
    );
    expect(code).toBe(1);
    expect(reasons).toEqual([
      ["state", "", '"Accept and export" is possible while the ERP status is Ready to Export; it is Not in ERP.'],
      ["role", "", expect.stringMatching(/^"Accept and export" needs Standard or Admin permission/)],
      ["rule", "status-approved", "Status is Draft; it must be Approved."],
      ["rule", "billing-item-code-length", expect.stringContaining("11 characters")],
      ...(reasons.length > 6 ? [expect.anything()] : []),
      ["input", "date", '"Accept and export" takes no value named "date". It takes transaction_date.'],
      ["input", "transaction_date", expect.stringContaining("must be a day that exists")],
    ]);
  });

  test("a rule for each thing that is wrong", () => {
    const { code, reasons } = refuse(
      approved(["status: approved", "status: pending_billable"], [/^created_at.*\n/m, ""], ["7001 ", "4711 "]),
      "send",
    );
    expect(code).toBe(1);
    expect(reasons.map(([, rule]: string[]) => rule).sort()).toEqual([
      "associated-line-item-known",
      "date-required",
      "status-approved",
    ]);
  });

  test("the attestation of an unlink, the second approval, a value nobody asked for, a value that is missing", () => {
    const synced = approved(["status: not_in_erp, origin_id: null", "status: synced, origin_id: CR-004"]);
    const exporting = approved(["status: not_in_erp", "status: exporting"]);
    const reasons = (text: string, ...words: string[]) => {
      const refused = refuse(text, ...words);
      expect(refused.code).toBe(1);
      return refused.reasons.map(([, , message]: string[]) => message);
    };
    expect(reasons(synced, "unlink", "--actor", "unsyncer.yaml")).toEqual([
      "Unlinking needs your word that the record is deleted in the ERP system. Delete it there, then confirm with erp_record_deleted=true.",
    ]);
    expect(reasons(synced, "unlink", "--actor", "unsyncer.yaml", "--input", "erp_record_deleted=false")).toHaveLength(
      1,
    );
    expect(reasons(synced, "unlink", "--actor", "unsyncer.yaml", "--input", "erp_record_deleted=yes")).toEqual([
      expect.stringContaining('must be true or false; found "yes"'),
    ]);
    expect(reasons(approved(), "approve")).toEqual(["The PCCO is already Approved."]);
    expect(reasons(approved(), "send", "--input", "__proto__=x")).toEqual([
      '"Send to ERP" takes no value named "__proto__". It takes none.',
    ]);
    expect(reasons(exporting, "export-succeeded", "--actor", "integration.yaml")).toEqual([
      "ERP id (origin_id) must be given.",
    ]);
    expect(reasons(exporting, "export-failed", "--actor", "integration.yaml")).toEqual([
      "Export messages (messages) must be given.",
    ]);
    expect(reasons(approved(["status: not_in_erp", "status: sent"]), "retrieve")).toEqual([
      expect.stringContaining('The ERP status "sent" is not known.'),
    ]);
  });

  test("only missing facts end with 4, and one real reason among them with 1", () => {
    const unknown = approved(["./spectrum.context.yaml", "{}"]);
    const open = refuse(unknown, "send", "--actor", "admin.yaml");
    expect(open.code).toBe(4);
    expect(open.reasons.length).toBeGreaterThan(2);
    expect(refuse(unknown.replace("status: approved", "status: draft"), "send", "--actor", "admin.yaml").code).toBe(1);
    expect(refuse(unknown, "retrieve").code).toBe(1);
  });

  test("a file that can't be read, or holds several, is no refusal", () => {
    const folder = folderWith({
      ...context,
      "a.pcco.yaml": "id: [",
      "b.pcco.ndjson": `${line()}\n${line()}\n`,
      "c.pcco.yaml": "",
    });
    const send = (file: string) => run(["transition", file, "send", "--format", "json"], { in: folder });
    expect(send("a.pcco.yaml")).toMatchObject({
      code: 3,
      out: "",
      err: expect.stringMatching(
        /^erp-rules: a\.pcco\.yaml has faults that must be mended first:\n {2}a\.pcco\.yaml:1:5 /,
      ),
    });
    expect(send("b.pcco.ndjson")).toMatchObject({
      code: 2,
      out: "",
      err: 'erp-rules: b.pcco.ndjson holds several PCCOs; "transition" takes a file with one.\n',
    });
    expect(send("c.pcco.yaml")).toMatchObject({ code: 3, out: "" });
    expect(send("gone.pcco.yaml")).toMatchObject({
      code: 3,
      out: "",
      err: "erp-rules: gone.pcco.yaml can't be read: there is no such file.\n",
    });
  });
});

describe("a file of another kind", () => {
  const files = () =>
    folderWith({
      ...context,
      "a.pcco.yaml": approved(),
      "rules.yaml": sample("company-overlay/rules/company.yaml"),
      "rules.test.yaml": sample("company-overlay/rules/company.test.yaml"),
    });
  const is = {
    context: "is a context, not a PCCO: PCCOs are judged against it with `--context FILE`.",
    rules:
      "is a rule file, not a PCCO: `erp-rules lint FILE` checks it, and PCCOs are checked by it with `--rules FILE`.",
    tests: "is a rule test file, not a PCCO: `erp-rules test FILE` runs it.",
  };

  test("is checked as none, and told for what it is", () => {
    const done = run(
      ["check", "a.pcco.yaml", "spectrum.context.yaml", "rules.yaml", "rules.test.yaml", "--format", "ndjson"],
      { in: files() },
    );
    expect(done.code).toBe(3);
    expect(
      documentsOf(done).map(({ outcome, findings }) => [outcome, ...findings.map(({ message }) => message)]),
    ).toEqual([
      ["exportable"],
      ["unreadable", `This ${is.context}`],
      ["unreadable", `This ${is.rules}`],
      ["unreadable", `This ${is.tests}`],
    ]);
  });

  test.each([
    ["actions spectrum.context.yaml", 3, `erp-rules: spectrum.context.yaml: This ${is.context}\n`],
    ["repair rules.yaml", 3, `erp-rules: rules.yaml: This ${is.rules}\n`],
    [
      "check a.pcco.yaml --context a.pcco.yaml",
      3,
      "erp-rules: a.pcco.yaml is a PCCO, not a context: `erp-rules check FILE` checks it.\n",
    ],
    [
      "check --rules a.pcco.yaml",
      2,
      "erp-rules: a.pcco.yaml is a PCCO, not a rule file: `erp-rules check FILE` checks it.\n",
    ],
    [
      "diff rules.test.yaml spectrum/pcco",
      2,
      "erp-rules: rules.test.yaml is a rule test file, not a rule file: `erp-rules test FILE` runs it.\n",
    ],
    [
      "samples spectrum.context.yaml",
      2,
      "erp-rules: spectrum.context.yaml is a context, not a rule file: PCCOs are judged against it with `--context FILE`.\n",
    ],
  ])("%s is refused", (words, code, err) => {
    expect(run(words.split(" "), { in: files() })).toMatchObject({ code, err, out: "" });
  });

  test("is linted as none", () => {
    const { code, out } = run(["lint", "a.pcco.yaml", "rules.test.yaml", "--format", "json"], { in: files() });
    expect(code).toBe(2);
    expect(JSON.parse(out).files).toMatchObject([
      { findings: [{ message: "This is a PCCO, not a rule file: `erp-rules check FILE` checks it." }] },
      { findings: [{ message: "This is a rule test file, not a rule file: `erp-rules test FILE` runs it." }] },
    ]);
  });
});

test.each([
  ["transition send a.pcco.yaml", "the file comes before the event: erp-rules transition a.pcco.yaml send"],
  ["--format json check", 'options come after the command, but "--format" comes first. See erp-rules --help.'],
])("%s is in the wrong order, and the right one is told", (words, sentence) => {
  expect(run(words.split(" "), { in: folderWith({ "a.pcco.yaml": approved() }) })).toEqual({
    code: 2,
    signal: null,
    out: "",
    err: `erp-rules: ${sentence}\n`,
  });
});

test.each(["check", "lint", "list", "graph", "types", "compile spectrum/pcco"])(
  "%s --output - makes no file of that name",
  (words) => {
    const folder = folderWith({ "a.pcco.yaml": approved() });
    expect(run([...words.split(" "), "--output", "-"], { in: folder })).toEqual({
      code: 2,
      signal: null,
      out: "",
      err: 'erp-rules: --output names a file, and "-" is none. Without --output the report goes to standard output.\n',
    });
    expect(readdirSync(folder)).toEqual(["a.pcco.yaml"]);
  },
);

test.each(["check a.pcco.yaml --rules old.yaml", "diff old.yaml spectrum/pcco"])(
  "%s tells in one sentence that the rule file is no UTF-8",
  (words) => {
    const folder = folderWith({ "a.pcco.yaml": approved(), "old.yaml": Uint8Array.of(0x61, 0xfc, 0x62) });
    expect(run(words.split(" "), { in: folder })).toMatchObject({
      code: 2,
      out: "",
      err: "erp-rules: the rule file old.yaml is not UTF-8 text: byte 0xfc at offset 1; save the file as UTF-8.\n",
    });
  },
);
