import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { approved, approvedJson, context, folderWith, line, run, sample } from "../support/cli.ts";

interface ActionReport {
  readonly status: string;
  readonly actions: readonly {
    readonly event: string;
    readonly enabled: boolean;
    readonly reasons: readonly unknown[];
  }[];
}

const people: Readonly<Record<string, string>> = {
  "admin.yaml": "id: 12\nprime_contracts: admin\n",
  "accountant.yaml": "id: 31\nerp_integrations: standard\ncan_push_to_accounting: true\n",
  "integration.yaml": "id: 99\nsystem: true\n",
  "unsyncer.yaml": "id: 32\nprime_contracts: admin\nerp_integrations: standard\ncan_push_to_accounting: true\n",
  // May do everything, so that `actions` shows what the ERP status alone allows.
  "everybody.yaml":
    "prime_contracts: admin\nerp_integrations: admin\ncan_push_to_accounting: true\ndesignated_reviewer: true\nsystem: true\n",
};

/** The whole life: event, who, what is entered, the ERP status after it, the buttons then. */
const life: readonly (readonly [string, string, readonly string[], string, readonly string[]])[] = [
  ["approve", "admin", [], "not_in_erp", ["send"]],
  ["send", "admin", [], "ready_to_export", ["retrieve", "accept", "reject"]],
  ["retrieve", "admin", [], "not_in_erp", ["send", "resend"]],
  ["send", "admin", [], "ready_to_export", ["retrieve", "accept", "reject"]],
  ["reject", "accountant", ["comment=Wrong phase: 05-120"], "rejected", ["resend"]],
  ["resend", "admin", [], "ready_to_export", ["retrieve", "accept", "reject"]],
  ["accept", "accountant", ["transaction_date=2026-11-09"], "exporting", ["export-succeeded", "export-failed"]],
  [
    "export-failed",
    "integration",
    ["messages=Phase is closed", "messages=Job is on hold"],
    "failed_to_export",
    ["reject", "retry-export"],
  ],
  ["retry-export", "accountant", [], "exporting", ["export-succeeded", "export-failed"]],
  ["export-succeeded", "integration", ["origin_id=CR-004"], "synced", ["unlink", "reset"]],
  ["unlink", "unsyncer", ["erp_record_deleted=true"], "not_in_erp", ["send"]],
];

const draftOf = (text: string) => text.replace(/approved(?=[\n"])/, "draft");

const layouts: readonly (readonly [name: string, file: string, text: string])[] = [
  ["YAML with its ERP state on one line", "a.pcco.yaml", draftOf(approved())],
  [
    "YAML with its ERP state in the middle, Windows line ends and single quotes",
    "a.pcco.yml",
    draftOf(
      approved(
        ["erp: { status: not_in_erp, origin_id: null }\n", ""],
        [
          "line_items:",
          "erp:\n    # where it stands\n    origin_id: null\n    status: 'not_in_erp'   # at first\nline_items:",
        ],
      ),
    ).replaceAll("\n", "\r\n"),
  ],
  ["JSON indented by four", "a.pcco.json", `${JSON.stringify(JSON.parse(draftOf(approvedJson())), null, 4)}\n`],
];

/** Rarer ones, which see its beginning. */
const others: typeof layouts = [
  ["JSON on one line", "a.pcco.json", `${JSON.stringify(JSON.parse(draftOf(approvedJson())))}\n`],
  [
    "YAML without an ERP state",
    "a.pcco.yaml",
    draftOf(approved(["erp: { status: not_in_erp, origin_id: null }\n", ""])),
  ],
];

const dayOf = (step: number) => `2026-11-${String(step + 2).padStart(2, "0")}`;

/** Lets every event of the life happen in a file, one a day. */
function live(
  folder: string,
  file: string,
  afterEach: (event: string, status: string, next: readonly string[]) => void,
  events = life,
) {
  for (const [step, [event, person, inputs, status, next]] of events.entries()) {
    const entered = inputs.flatMap((each) => ["--input", each]);
    const words = ["transition", file, event, "--as-of", dayOf(step), "--actor", `${person}.yaml`, ...entered];
    const { code, out, err } = run([...words, "--write"], { in: folder });
    expect({ code, out }, err).toEqual({ code: 0, out: "" });
    expect(err).toMatch(new RegExp(`^${file}: ${event} done, ERP status .+ → .+, written\\.\n$`));
    afterEach(event, status, next);
  }
}

/** The ERP status, and the buttons that are available to someone who may do everything. */
function buttons(folder: string, file: string): readonly [string, readonly string[]] {
  const { code, out } = run(["actions", file, "--actor", "everybody.yaml", "--format", "json"], { in: folder });
  const { status, actions }: ActionReport = JSON.parse(out);
  expect(code).toBe(0);
  for (const { enabled, reasons } of actions) expect(reasons.length === 0).toBe(enabled);
  return [status, actions.filter(({ enabled }) => enabled).map(({ event }) => event)];
}

describe("the whole life of one PCCO", () => {
  test.each(layouts)(
    "in %s, the buttons fit at each step and no event touches what stands around the ERP state",
    (name, file, text) => {
      const folder = folderWith({ ...context, ...people, [file]: text });
      const read = () => readFileSync(join(folder, file), "utf8");
      live(folder, file, (event, status, next) => {
        expect(untouched(read()), event).toEqual(untouched(text));
        if (name === layouts[0]?.[0]) expect(buttons(folder, file)).toEqual([status, next]);
      });
      for (const [comment] of text.matchAll(/#.*/g)) expect(read()).toContain(comment);
      expect(read().split("\r\n").length > 1).toBe(text.includes("\r\n"));
      expect(read().replaceAll("\r\n", "")).not.toContain("\r");
      const { out } = run(["transition", file, "send", "--format", "json", "--as-of", "2026-11-20"], { in: folder });
      const { erp, ...fields } = JSON.parse(out);
      expect(fields).toMatchObject({ status: "approved", reviewed_at: "2025-03-11T18:22:00Z" });
      expect(erp).toMatchObject({ status: "ready_to_export", transaction_date: "2026-11-09", revision: 12 });
      expect([erp.origin_id ?? null, erp.messages ?? null]).toEqual([null, null]);
      const idOf = (person: string) => Number(/id: (\d+)/.exec(people[`${person}.yaml`] ?? "")?.[1]);
      expect(erp.history).toMatchObject(
        life
          .map(([event, person], step) => ({ event, at: `${dayOf(step)}T00:00:00Z`, by: idOf(person) }))
          .concat({ event: "send", at: "2026-11-20T00:00:00Z", by: 12 }),
      );
      expect(erp.history[7].input).toEqual({ messages: ["Phase is closed", "Job is on hold"] });
      expect(erp.history[10].input).toEqual({ erp_record_deleted: true });
    },
  );

  test.each(others)("in %s, an approval and sending touch nothing around the ERP state", (_name, file, text) => {
    const folder = folderWith({ ...context, ...people, [file]: text });
    const read = () => readFileSync(join(folder, file), "utf8");
    live(folder, file, (event) => expect(untouched(read()), event).toEqual(untouched(text)), life.slice(0, 2));
    expect(buttons(folder, file)).toEqual(["ready_to_export", ["retrieve", "accept", "reject"]]);
  });

  test("what is printed without --write is the file as it would be, and the file stays", () => {
    const text = approved();
    const folder = folderWith({ ...context, "a.pcco.yaml": text });
    const words = ["transition", "a.pcco.yaml", "send", "--as-of", "2026-11-09"];
    const printed = run(words, { in: folder });
    expect(printed).toMatchObject({
      code: 0,
      err: "a.pcco.yaml: send done, ERP status Not in ERP → Ready to Export.\n",
    });
    expect(readFileSync(join(folder, "a.pcco.yaml"), "utf8")).toBe(text);
    run([...words, "--output", "moved.yaml"], { in: folder });
    expect(readFileSync(join(folder, "moved.yaml"), "utf8")).toBe(printed.out);
    run([...words, "--write", "--output", "both.yaml"], { in: folder });
    expect(readFileSync(join(folder, "a.pcco.yaml"), "utf8")).toBe(printed.out);
    expect(readFileSync(join(folder, "both.yaml"), "utf8")).toBe(printed.out);
  });

  test("what a PCCO of a list or of a response in data becomes stands where it stood", () => {
    const inData = `# as it came\ndata:\n${approved([/^\$.*\n/gm, ""])
      .replace(/^#.*\n/, "")
      .replace(/^(?=.)/gm, "  ")}`;
    const folder = folderWith({
      "pcco.context.yaml": context["spectrum.context.yaml"],
      "a.pcco.yaml": inData,
      "b.pcco.json": `[\n  ${line()}\n]\n`,
    });
    for (const file of ["a.pcco.yaml", "b.pcco.json"]) {
      const { code, err } = run(["transition", file, "send", "--write"], { in: folder });
      expect({ code, err }).toEqual({
        code: 0,
        err: `${file}: send done, ERP status Not in ERP → Ready to Export, written.\n`,
      });
      expect(JSON.parse(run(["actions", file, "--format", "json"], { in: folder }).out).status).toBe("ready_to_export");
    }
    expect(
      readFileSync(join(folder, "a.pcco.yaml"), "utf8").startsWith(inData.slice(0, inData.indexOf("  erp:"))),
    ).toBe(true);
    expect(readFileSync(join(folder, "b.pcco.json"), "utf8")).toMatch(/^\[\n {2}\{.*"ready_to_export".*\}\n\]\n$/);
  });
});

/** What stands before and behind the ERP state, but for the status that an approval sets. */
function untouched(text: string): readonly string[] {
  const [erp, lines] = [text.search(/"?\berp"?:/), text.search(/"?\bline_items"?:/)];
  const parts = erp < 0 ? [text] : [text.slice(0, erp), ...(lines > erp ? [text.slice(lines)] : [])];
  return parts.map((part) => part.replace("draft", "approved").trimEnd());
}

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

describe("actions", () => {
  test("available buttons come first, the others with every reason", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": approved() });
    const { code, out } = run(["actions", "a.pcco.yaml"], { in: folder });
    expect(code).toBe(0);
    const [first, , ...rows] = out.split("\n");
    expect(first).toBe("a.pcco.yaml: ERP status Not in ERP");
    expect(rows[0]).toMatch(/^yes {2}send +Send to ERP$/);
    expect(rows.filter((row) => row.startsWith("no "))).toHaveLength(10);
    expect(out).toContain('- "Unlink" is possible while the ERP status is Synced; it is Not in ERP.');
  });

  test("says when a PCCO is locked and what an event asks for", () => {
    const folder = folderWith({
      ...context,
      ...people,
      "a.pcco.yaml": approved(["status: not_in_erp", "status: ready_to_export"]),
    });
    const { out } = run(["actions", "a.pcco.yaml", "--actor", "accountant.yaml"], { in: folder });
    expect(out).toContain("a.pcco.yaml: ERP status Ready to Export, locked");
    expect(out).toMatch(/yes {2}accept +Accept and export {2}\(enter transaction_date, default today\)/);
  });

  test("is written to a file, and shows colours when asked", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": approved() });
    const { out } = run(["actions", "a.pcco.yaml"], { in: folder });
    run(["actions", "a.pcco.yaml", "--output", "buttons.txt"], { in: folder });
    expect(readFileSync(join(folder, "buttons.txt"), "utf8")).toBe(out);
    expect(run(["actions", "a.pcco.yaml"], { in: folder, env: { FORCE_COLOR: "1" } }).out).toContain("\u001b[32myes");
  });
});

test("a sample moves by the rules it pins", () => {
  const folder = folderWith({
    "a.pcco.yaml": sample("spectrum/versions/pinned-to-1-0-0.pcco.yaml"),
    "pcco.context.yaml": context["spectrum.context.yaml"],
  });
  const { out } = run(["transition", "a.pcco.yaml", "send", "--format", "json"], { in: folder });
  expect(JSON.parse(out)).toMatchObject({ erp: { history: [{ rules: "spectrum/pcco@1.0.0" }] } });
  writeFileSync(join(folder, "a.pcco.yaml"), approved([/^\$rules.*\n/m, ""], [/^\$context.*\n/m, ""]));
  const newest = run(["transition", "a.pcco.yaml", "send", "--format", "json"], { in: folder });
  expect(JSON.parse(newest.out)).toMatchObject({ erp: { history: [{ rules: "spectrum/pcco@1.1.0" }] } });
});
