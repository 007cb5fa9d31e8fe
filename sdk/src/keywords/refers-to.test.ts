import { describe, expect, test } from "vitest";
import { contract, lines, onField } from "./testing.ts";

const ofLine = onField("lineItem", { refersTo: "contractLines" });
const asked = (id: unknown, ...known: unknown[]) => ({
  document: lines({ prime_line_item_id: id }),
  context: contract(...known.map((each) => ({ id: each }))),
});

describe("holds", () => {
  test.each([
    [7, [7]],
    ["7", [7]],
    [7, [1, "7"]],
    ["x", ["x"]],
  ])("%j is among %j", (id, known) => expect(ofLine.judge(asked(id, ...known))).toBe("holds"));

  test("known, though another line of the contract has no id", () => {
    expect(ofLine.judge({ document: lines({ prime_line_item_id: 7 }), context: contract({}, { id: 7 }) })).toBe(
      "holds",
    );
  });

  test("a list of the document", () => {
    const ofNumber = onField("number", { refersTo: "group" });
    const given = { document: { number: "A", ...lines({ group: "B" }, { group: "A" }) } };
    expect(ofNumber.judge(given)).toBe("holds");
    expect(ofNumber.judge({ document: { number: "A" } })).toBe("broken");
  });
});

describe("broken", () => {
  test("names the list, offers its values, and removal", () => {
    const given = asked(9, 7, "8");
    expect(ofLine.judge(given)).toBe("broken");
    expect(ofLine.message(given)).toBe("Associated Line Item 9 is none of the Prime contract lines.");
    expect(ofLine.words(given)).toEqual({ target: "Prime contract lines", known: '7 or "8"' });
    expect(ofLine.expected(given)).toBe("7 or 8");
    expect(ofLine.fixes(given)).toEqual([
      {
        title: "Use 7 as Associated Line Item",
        kind: "choice",
        edits: [{ op: "replace", path: "/line_items/0/prime_line_item_id", value: 7 }],
      },
      {
        title: 'Use "8" as Associated Line Item',
        kind: "choice",
        edits: [{ op: "replace", path: "/line_items/0/prime_line_item_id", value: "8" }],
      },
      {
        title: "Remove Associated Line Item",
        kind: "choice",
        edits: [{ op: "remove", path: "/line_items/0/prime_line_item_id" }],
      },
    ]);
    expect(ofLine.afterFixes(given)).toEqual(["holds", "holds", "does not apply"]);
  });

  test.each(["7 ", "07", 70, "70"])("%j is not 7", (id) => expect(ofLine.judge(asked(id, 7))).toBe("broken"));

  test("a contract known to have no lines", () => {
    const document = lines({ prime_line_item_id: 9 });
    for (const context of [
      contract(),
      contract({ id: null }),
      { prime_contract: { line_items: null } },
      { prime_contract: null },
    ]) {
      expect(ofLine.judge({ document, context })).toBe("broken");
      expect(ofLine.words({ document, context })).toMatchObject({ known: "none" });
      expect(ofLine.expected({ document, context })).toBe("none");
      expect(ofLine.fixes({ document, context })).toMatchObject([{ edits: [{ op: "remove" }] }]);
    }
  });

  test("of many values five are offered, each once, and twenty named", () => {
    const ids = Array.from({ length: 1000 }, (_, index) => index + 1);
    const given = asked("x", 1, "1", ...ids);
    expect(ofLine.fixes(given).map(({ title }) => title)).toEqual([
      ...[1, 2, 3, 4, 5].map((id) => `Use ${id} as Associated Line Item`),
      "Remove Associated Line Item",
    ]);
    expect(ofLine.expected(given)).toBe(`${ids.slice(0, 20).join(", ")} or 980 more`);
  });

  test("names the lines of each contract, one after the other", () => {
    const ids = Array.from({ length: 22 }, (_, index) => index + 1);
    const first = ids.slice(0, 20).join(", ");
    expect(ofLine.expected(asked(99, ...ids))).toBe(`${first} or 2 more`);
    expect(ofLine.expected(asked(99, ...ids))).toBe(`${first} or 2 more`);
    expect(ofLine.expected(asked(99, ...ids, 23))).toBe(`${first} or 3 more`);
    expect(ofLine.expected(asked(99, 7, 8))).toBe("7 or 8");
    expect(ofLine.expected(asked(99, 7, 9))).toBe("7 or 9");
    expect(ofLine.expected(asked(99))).toBe("none");
  });

  test("an id that stands there twice is offered as it is written first", () =>
    expect(ofLine.words(asked(9, "7", 7))).toMatchObject({ known: '"7"' }));

  test("a number put into a text becomes text", () => {
    const ofNumber = onField("number", { refersTo: "lineItem" });
    const given = { document: { number: "1", ...lines({ prime_line_item_id: 2 }) } };
    expect(ofNumber.fixes(given)).toMatchObject([{ edits: [{ value: "2" }] }, { edits: [{ op: "remove" }] }]);
    expect(ofNumber.afterFixes(given)).toEqual(["holds", "does not apply"]);
  });
});

describe("missing, unknown and wrong type", () => {
  test.each([undefined, null, " "])("%j refers to nothing", (id) =>
    expect(ofLine.judge(asked(id, 7))).toBe("does not apply"),
  );

  test.each([
    [{}, ["prime_contract"]],
    [{ prime_contract: {} }, ["prime_contract.line_items"]],
    [contract({ id: 7 }, {}), ["prime_contract.line_items[].id"]],
    [contract({ id: { toString: 1 } }), []],
    [{ prime_contract: { line_items: "7" } }, []],
    [{ prime_contract: { line_items: " " } }, []],
  ])("with the context %j it is unknown", (context, missing) => {
    const given = { document: lines({ prime_line_item_id: 9 }), context };
    expect(ofLine.judge(given)).toBe("unknown");
    expect(ofLine.missing(given)).toEqual(missing);
  });

  test.each([1.5, true, { toString: 1 }])("%j is no id", (id) => expect(ofLine.judge(asked(id, 7))).toBe("mistyped"));
});
