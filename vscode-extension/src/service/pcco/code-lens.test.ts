import { describe, expect, test } from "vitest";
import { commands } from "../../protocol.ts";
import type { PccoFile, SurroundingsOf } from "../model.ts";
import { always, inBothFormats, pccoFile, readRepositoryFile, surroundings } from "../testing.ts";
import { openPccoFile } from "../text/open-pcco-file.ts";
import { mostLensed, mostWithEvents, pccoCodeLenses } from "./code-lens.ts";

const good = readRepositoryFile("samples/spectrum/approved-two-lines.pcco.yaml");

function titles(file: PccoFile, of: SurroundingsOf = always(), hasCommands = true): (string | undefined)[] {
  return pccoCodeLenses(file, of, hasCommands).map(({ command }) => command?.title);
}

function twins(change: (text: string) => string) {
  return inBothFormats(change(good));
}

describe("over a PCCO", () => {
  test.each(twins((text) => text))("that can be sent: $format", ({ file }) => {
    expect(titles(file)).toEqual(["Exportable", "Why?", "Send to ERP", "Life cycle"]);
  });

  test.each(twins((text) => text.replace("status: approved", "status: draft").replace('"0520"', '"12345678901"')))(
    "that is blocked: $format",
    ({ file }) => {
      expect(titles(file)).toEqual(["2 blockers", "Why?", "Approve", "Life cycle"]);
    },
  );

  test.each(twins((text) => text.replace("status: approved", "status: draft").replace('"10500.00"', '"10500.01"')))(
    "with a warning: $format",
    ({ file }) => {
      expect(titles(file)[0]).toBe("1 blocker, 1 warning");
    },
  );

  test.each(twins((text) => text))("that can't be judged in full: $format", ({ file }) => {
    const erp = surroundings().context.erp ?? {};
    expect(titles(file, always(surroundings({ context: { erp } })))).toEqual([
      "Unknown: the context does not give prime_contract",
      "Why?",
      "Life cycle",
    ]);
    const of = always(surroundings({ context: { erp, prime_contract: { id: 901 } } }));
    expect(titles(file, of)).toEqual([
      "Unknown: the context does not give prime_contract.status, prime_contract.origin_id and 2 more",
      "Why?",
      "Life cycle",
    ]);
  });

  test.each(twins((text) => text.replace("status: not_in_erp", "status: synced")))(
    "that has been sent already: $format",
    ({ file }) => {
      expect(titles(file)).toEqual(["Keeps the rules, ERP status Synced", "Why?", "Life cycle"]);
    },
  );

  test("without rules or context", () => {
    const file = pccoFile(good, "yaml");
    expect(titles(file, always({ cannot: "rules", problem: "none" }))).toEqual(["No rules to judge it by"]);
    expect(titles(file, always({ cannot: "context", problem: "none" }))).toEqual(["No context to judge it against"]);
  });

  test("whose text has faults: no event can happen to it", () => {
    expect(titles(pccoFile(`${good}title: again\n`, "yaml"))).toEqual(["1 blocker", "Why?", "Life cycle"]);
  });

  test("that can't be read", () => {
    expect(titles(pccoFile('{ "status": ', "json"))[0]).toBe("Can't be read");
  });
});

test("they stand where the PCCO begins, below its comments", () => {
  const file = pccoFile("# comment\n\n- status: draft\n- status: draft\n", "yaml");
  expect(pccoCodeLenses(file, always(), false).map(({ range }) => range.start.line)).toEqual([2, 3]);
});

test("they name commands with the PCCO they are about", () => {
  const file = pccoFile(good, "yaml");
  const [verdict, why, send, cycle] = pccoCodeLenses(file, always(), true).map(({ command }) => command);
  const { line } = file.records[0]?.document().valueRange([])?.start ?? { line: -1 };
  expect(verdict).toMatchObject({ command: commands.showProblems, arguments: [file.uri, line] });
  expect(why).toMatchObject({ command: commands.why, arguments: [file.uri, line] });
  expect(send).toMatchObject({ command: commands.runEvent, arguments: [file.uri, line, "send"] });
  expect(cycle).toMatchObject({ command: commands.showLifecycle, arguments: [file.uri, line] });
});

test("an editor without the commands gets the verdict as a text", () => {
  expect(pccoCodeLenses(pccoFile(good, "yaml"), always(), false).map(({ command }) => command)).toEqual([
    { title: "Exportable", command: "" },
  ]);
});

test("in large files: no events, and only over the first PCCOs", () => {
  const some = pccoFile("- status: draft\n".repeat(mostWithEvents), "yaml");
  expect(new Set(titles(some))).toEqual(new Set(["3 blockers", "Why?", "Approve", "Life cycle"]));
  const many = pccoFile("- status: draft\n".repeat(mostWithEvents + 1), "yaml");
  expect(new Set(titles(many))).toEqual(new Set(["3 blockers", "Why?", "Life cycle"]));
  const tooMany = pccoFile("- status: draft\n".repeat(mostLensed + 5), "yaml");
  expect(pccoCodeLenses(tooMany, always(), false)).toHaveLength(mostLensed);
});

describe("after an edit", () => {
  const at = (line: number, character: number) => ({ line, character });

  test("of another PCCO or of the lines above, they are as if made anew", () => {
    const text = "- status: draft\n  title: a\n- status: draft\n  title: b\n";
    const file = openPccoFile("file:///a.pcco.yaml", "yaml", text, 1);
    const of = always();
    pccoCodeLenses(file, of, true);
    file.change([{ range: { start: at(0, 0), end: at(0, 0) }, text: "# comment\n" }], 2);
    file.change([{ range: { start: at(3, 10), end: at(3, 15) }, text: "draft\n  created_at: 2025-03-04" }], 3);
    const fresh = openPccoFile("file:///a.pcco.yaml", "yaml", file.text(), 3);
    expect(pccoCodeLenses(file, of, true)).toEqual(pccoCodeLenses(fresh, of, true));
    expect(pccoCodeLenses(file, of, false).map(({ command }) => command?.title)).toEqual(["3 blockers", "2 blockers"]);
  });

  test("of the context, they are made anew", () => {
    const file = pccoFile(good, "yaml");
    let found = surroundings();
    const of: SurroundingsOf = () => found;
    expect(titles(file, of)[0]).toBe("Exportable");
    found = surroundings({ context: {} });
    expect(titles(file, of)[0]).toMatch(/^Unknown: /);
  });
});
