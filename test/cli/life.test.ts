import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { approved, approvedJson, context, folderWith, line, run, sample } from "../support/cli.ts";
import { people } from "../support/people.ts";

interface ActionReport {
  readonly status: string;
  readonly actions: readonly {
    readonly event: string;
    readonly enabled: boolean;
    readonly reasons: readonly unknown[];
  }[];
}

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
