import { describe, expect, test } from "vitest";
import { contract, lines, onField } from "./testing.ts";

const ofLineItem = onField("lineItem", { absent: true });

describe("holds", () => {
  test.each([{}, { prime_line_item_id: null }, { prime_line_item_id: " " }])("%j", (line) =>
    expect(ofLineItem.judge({ document: lines(line) })).toBe("holds"),
  );
});

describe("broken", () => {
  test.each([7, "7", 0])("%j", (id) => {
    const given = { document: lines({}, { prime_line_item_id: id }) };
    expect(ofLineItem.judge(given, 1)).toBe("broken");
    expect(ofLineItem.expected(given, 1)).toBe("no value");
    expect(ofLineItem.words(given, 1)).toEqual({});
    expect(ofLineItem.fixes(given, 1)).toEqual([
      {
        title: "Remove Associated Line Item",
        kind: "choice",
        edits: [{ op: "remove", path: "/line_items/1/prime_line_item_id" }],
      },
    ]);
    expect(ofLineItem.afterFixes(given, 1)).toEqual(["holds"]);
  });

  test("says what it found", () => {
    expect(ofLineItem.message({ document: lines({ prime_line_item_id: 7 }) })).toBe(
      "Associated Line Item must be empty; found 7.",
    );
  });

  test("a value taken from the contract can't be removed from the PCCO", () => {
    const given = { document: lines({ prime_line_item_id: 7 }), context: contract({ id: 7, origin_code: "01" }) };
    expect(onField("code", { absent: true }).judge(given)).toBe("broken");
    expect(onField("code", { absent: true }).fixes(given)).toEqual([]);
  });

  test("a fact of the context has no fix", () => {
    const given = { context: { erp: { system: "spectrum" } } };
    expect(onField("erpSystem", { absent: true }).judge(given)).toBe("broken");
    expect(onField("erpSystem", { absent: true }).fixes(given)).toEqual([]);
  });
});

describe("missing, unknown and wrong type", () => {
  test("a context that is not given is unknown; one known to be missing holds", () => {
    expect(onField("erpSystem", { absent: true }).judge({})).toBe("unknown");
    expect(onField("erpSystem", { absent: true }).judge({ context: { erp: null } })).toBe("holds");
  });

  test("a group of fields is no id", () =>
    expect(ofLineItem.judge({ document: lines({ prime_line_item_id: { id: 7 } }) })).toBe("mistyped"));
});
