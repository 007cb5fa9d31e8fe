import { libraryWith } from "@erp-export-rules/sdk/authoring";
import type { Position } from "@erp-export-rules/sdk/text";
import { describe, expect, test } from "vitest";
import type { PccoFile } from "../model.ts";
import { pccoCodeActions } from "./code-actions.ts";
import { pccoDiagnostics } from "./diagnostics.ts";
import { after, edited, noLinks, opened, quickFixes, surroundingsWith, wholeOf } from "./testing.ts";

const surroundingsOf = surroundingsWith();
const project = { folder: "file:///project", ruleTexts: [], ruleTests: [], samples: [], library: libraryWith([]) };
const withCommands = { ...noLinks, hasCommands: true };

const two = `- $rules: spectrum/pcco@1.0.0
  status: Approved
  created_at: 2025-03-04T15:10:00Z
- $rules: spectrum/pcco@1.0.0
  status: void
  created_at: 2025-03-04T15:10:00Z
`;

function at(line: number, character: number): { readonly start: Position; readonly end: Position } {
  return { start: { line, character }, end: { line, character } };
}

function titlesAt(file: PccoFile, range: { readonly start: Position; readonly end?: Position }): readonly string[] {
  return pccoCodeActions(file, surroundingsOf, { range, diagnostics: [] }, withCommands).map(({ title }) => title);
}

describe("which findings are meant", () => {
  const turnOff = "Turn off status-approved here, with a reason";
  const ofFirst = ['Write Status as "approved"', turnOff];
  const ofSecond = ["Set Status to Approved (check that it is right)", turnOff];

  test.each([
    ["before its first character", 10],
    ["inside", 12],
    ["behind its last", 18],
  ])("those that the cursor touches: %s", (_where, character) =>
    expect(titlesAt(opened(two), at(1, character))).toEqual(ofFirst),
  );

  test("none beside them", () => {
    expect(titlesAt(opened(two), at(1, 9))).toEqual([]);
    expect(titlesAt(opened(two), at(2, 12))).toEqual([]);
  });

  test("all of a selection, over several PCCOs", () =>
    expect(titlesAt(opened(two), wholeOf(opened(two)))).toEqual([ofFirst[0], ofSecond[0], turnOff, turnOff]));

  test("a request without an end means its start", () =>
    expect(titlesAt(opened(two), { start: { line: 4, character: 12 } })).toEqual(ofSecond));

  test("a diagnostic that is brought along counts, wherever the cursor stands", () => {
    const file = opened(two);
    const diagnostics = pccoDiagnostics(file, surroundingsOf, noLinks).slice(1);
    const titles = pccoCodeActions(file, surroundingsOf, { range: at(0, 0), diagnostics }, withCommands);
    expect(titles.map(({ title }) => title)).toEqual(ofSecond);
  });

  test("a diagnostic of another tool, or of an older text, does not", () => {
    const [known] = pccoDiagnostics(opened(two), surroundingsOf, noLinks);
    const strangers = [{ data: 5 }, { data: { index: 0, ruleId: "status-approved", path: "/x" } }, { data: undefined }];
    const diagnostics = strangers.map((stranger) => ({ range: at(0, 0), message: "", ...known, ...stranger }));
    expect(pccoCodeActions(opened(two), surroundingsOf, { range: at(0, 0), diagnostics }, withCommands)).toEqual([]);
  });
});

describe("an action", () => {
  test("carries its diagnostic, the version it is for, and is preferred when it is the only right one", () => {
    const file = opened(two);
    const [first, second] = quickFixes(file, surroundingsOf);
    expect(first).toEqual({
      title: 'Write Status as "approved"',
      kind: "quickfix",
      isPreferred: true,
      diagnostics: [pccoDiagnostics(file, surroundingsOf, noLinks)[0]],
      edit: {
        documentChanges: [
          {
            textDocument: { uri: file.uri, version: 3 },
            edits: [
              { range: { start: { line: 1, character: 10 }, end: { line: 1, character: 18 } }, newText: "approved" },
            ],
          },
        ],
      },
    });
    expect(second).not.toHaveProperty("isPreferred");
  });

  test("mends both findings where two rules want the same", () => {
    const file = opened(two.replaceAll("@1.0.0", "@1.1.0"));
    const action = quickFixes(file, surroundingsOf).find(({ isPreferred }) => isPreferred);
    expect(action?.diagnostics?.map(({ code }) => code)).toEqual(["status-approved", "status-known"]);
  });

  test("is not offered when it would bring something as bad to light", () => {
    // Every other line of the contract leads to a code that is missing there.
    const context = { prime_contract: { id: 901, line_items: [{ id: 1, origin_code: null }] } };
    const text = "{ $rules: spectrum/pcco@1.1.0, line_items: [{ prime_line_item_id: null }] }";
    const titles = quickFixes(opened(text), surroundingsWith(context)).map(({ title }) => title);
    expect(titles.some((title) => title.startsWith("Use 1 as"))).toBe(false);
    const good = { prime_contract: { id: 901, line_items: [{ id: 1, origin_code: "01" }] } };
    const on = { erp: { system: "spectrum", features: { export_prime_contract_change_orders: true } } };
    expect(quickFixes(opened(text), surroundingsWith({ ...good, ...on })).map(({ title }) => title)).toContain(
      "Use 1 as Associated Line Item (check that it is right)",
    );
  });

  test("is not offered where the text can't be edited so", () => {
    const text = "status: &s Draft\ncreated_at: *s\n$rules: spectrum/pcco@1.0.0\n";
    const titles = quickFixes(opened(text), surroundingsOf).map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith("Set Status"))).toEqual([]);
  });
});

describe("which kinds are asked for", () => {
  const kinds = (only: readonly string[] | undefined, text = two) => {
    const file = opened(text);
    const request = { range: wholeOf(file), diagnostics: [], ...(only === undefined ? {} : { only }) };
    return [...new Set(pccoCodeActions(file, surroundingsOf, request, withCommands).map(({ kind }) => kind))];
  };

  test.each([
    [undefined, ["quickfix"]],
    [[], ["quickfix"]],
    [["quickfix"], ["quickfix"]],
    [["refactor"], []],
    [["source"], ["source.fixAll.erpExportRules"]],
    [["source.fixAll"], ["source.fixAll.erpExportRules"]],
    [["source.fixAll.erpExportRules"], ["source.fixAll.erpExportRules"]],
    [["source.fixAll.other"], []],
    [["source.organizeImports"], []],
    [
      ["quickfix", "source"],
      ["quickfix", "source.fixAll.erpExportRules"],
    ],
  ])("%j", (only, wanted) => expect(kinds(only)).toEqual(wanted));
});

describe("a text with faults", () => {
  const broken = "status: Approved\ncreated_at: [\n";

  test("has no fixes, and says why to those who ask for fixes alone", () => {
    const file = opened(broken);
    const ask = (only?: readonly string[]) =>
      pccoCodeActions(
        file,
        surroundingsOf,
        { range: wholeOf(file), diagnostics: [], ...(only && { only }) },
        withCommands,
      );
    expect(ask()).toEqual([]);
    expect(ask(["quickfix"])).toEqual([
      {
        title: "Fix this PCCO",
        kind: "quickfix",
        disabled: { reason: expect.stringMatching(/^The text has a fault on line \d+\. /) },
      },
    ]);
    expect(ask(["source.fixAll"])).toEqual([]);
  });

  test("does not keep the PCCOs beside it from being fixed", () => {
    const text =
      '{"status": \n{"$rules": "spectrum/pcco@1.0.0", "status": "void", "created_at": "2025-03-04T15:10:00Z"}\n';
    const file = opened(text, "ndjson");
    expect(titlesAt(file, wholeOf(file))[0]).toBe("Set Status to Approved (check that it is right)");
    expect(titlesAt(file, at(0, 3))).toEqual([]);
  });
});

describe("turning a rule off", () => {
  const rule = "Turn off status-approved here, with a reason";

  test("is a command where the editor has it: file, line and rule", () => {
    const actions = pccoCodeActions(opened(two), surroundingsOf, { range: at(4, 12), diagnostics: [] }, withCommands);
    expect(actions.at(-1)).toEqual({
      title: rule,
      kind: "quickfix",
      diagnostics: [expect.objectContaining({ code: "status-approved" })],
      command: {
        title: rule,
        command: "erpExportRules.turnOffRule",
        arguments: ["file:///project/changes/a.pcco.yaml", 4, "status-approved"],
      },
    });
  });

  test("is an edit with a reason to write elsewhere, and nothing without a project", () => {
    const file = opened(two);
    const request = { range: at(4, 12), diagnostics: [] };
    const action = pccoCodeActions(file, surroundingsOf, request, { ...noLinks, hasCommands: false, project }).at(-1);
    const [create, overlay, pcco] = action?.edit?.documentChanges ?? [];
    expect(create).toMatchObject({ kind: "create", uri: "file:///project/changes/pcco.rules.yaml" });
    expect(
      overlay && "edits" in overlay
        ? edited(
            "",
            overlay.edits.flatMap((e) => ("newText" in e ? [e] : [])),
          )
        : "",
    ).toContain("because: say why");
    expect(pcco).toMatchObject({ textDocument: { uri: file.uri, version: 3 } });
    const none = pccoCodeActions(file, surroundingsOf, request, { ...noLinks, hasCommands: false });
    expect(none.map(({ title }) => title)).not.toContain(rule);
  });

  test("is not offered for faults of the document itself", () => {
    const file = opened("created_at: 5\nstatus: approved\n$rules: spectrum/pcco@1.0.0\n");
    expect(titlesAt(file, at(0, 12)).filter((title) => title.startsWith("Turn off"))).toEqual([]);
  });

  test("is offered once for a rule, whatever the number of its findings, and for one that is unknown", () => {
    const lines = Array.from({ length: 3 }, () => "  - billing_item_code: 12345678901x\n").join("");
    const file = opened(
      `$rules: spectrum/pcco@1.0.0\nstatus: approved\ncreated_at: 2025-03-04T15:10:00Z\nline_items:\n${lines}`,
    );
    expect(titlesAt(file, wholeOf(file)).filter((title) => title.startsWith("Turn off"))).toEqual([
      "Turn off billing-item-code-length here, with a reason",
    ]);
    const unknown = pccoCodeActions(
      file,
      surroundingsWith({}),
      { range: wholeOf(file), diagnostics: [] },
      withCommands,
    );
    expect(unknown.map(({ title }) => title)).toContain("Turn off export-switched-on here, with a reason");
  });
});

test("of a whole file with very many findings only the first are tried", () => {
  const text = `${Array.from({ length: 200 }, () => "- { $rules: spectrum/pcco@1.0.0, status: void, created_at: 2025-03-04T15:10:00Z }").join("\n")}\n`;
  const file = opened(text);
  const actions = quickFixes(file, surroundingsOf);
  expect(actions).toHaveLength(50);
  expect(after(file, actions[49] ?? { title: "" }).split("status: approved")).toHaveLength(2);
});
