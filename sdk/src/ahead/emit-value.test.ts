import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Given, lines, written } from "./sample/testing.ts";
import { openWorkshop, type Workshop } from "./testing.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());

describe("a value that stands by itself", () => {
  test.each<[string, object, Given, boolean]>([
    ["is there", { field: "status", required: true }, { document: { status: "x" } }, true],
    ["is blank", { field: "status", required: true }, { document: { status: " \u00a0" } }, false],
    ["is missing", { field: "status", required: true }, {}, false],
    [
      "is blank where a blank text is as good as none",
      { field: "status", maxLength: 3 },
      { document: { status: " ".repeat(9) } },
      true,
    ],
    ["is blank and should be a word", { field: "status", equals: "x" }, { document: { status: " " } }, false],
    [
      "is blank as written in the rule, which is none",
      { field: "status", equals: " " },
      { document: { status: " " } },
      false,
    ],
    [
      "is blank as written in the rule's condition",
      { field: "total", required: true, when: { not: { field: "status", equals: " " } } },
      { document: { status: " " } },
      false,
    ],
    ["is blank and should be", { field: "status", absent: true }, { document: { status: " " } }, true],
    ["may be missing", { field: "status", maxLength: 3 }, {}, true],
    ["must be missing", { field: "status", absent: true }, { document: { status: null } }, true],
    ["must be missing but is there", { field: "status", absent: true }, { document: { status: "x" } }, false],
    ["at the limit", { field: "status", maxLength: 3 }, { document: { status: "abc" } }, true],
    ["past it", { field: "status", maxLength: 3 }, { document: { status: "abcd" } }, false],
    [
      "at the limit, in twice as many UTF-16 units",
      { field: "status", maxLength: 3 },
      { document: { status: "🏗🏗🏗" } },
      true,
    ],
    ["past it in such", { field: "status", maxLength: 3 }, { document: { status: "🏗🏗🏗🏗" } }, false],
    [
      "a time in a text",
      { field: "status", format: "dateTime" },
      { document: { status: "2025-03-04T15:10:00Z" } },
      true,
    ],
    ["a day in a text", { field: "status", format: "date" }, { document: { status: "2025-02-29" } }, false],
    ["a decimal number in a text", { field: "status", format: "decimal" }, { document: { status: "1.555" } }, true],
    ["of another type", { field: "status", maxLength: 3 }, { document: { status: 7 } }, false],
    ["a number for an id", { field: "ownId", required: true }, { document: { id: 7 } }, true],
    ["half an id", { field: "ownId", required: true }, { document: { id: 7.5 } }, false],
    ["a day", { field: "day", required: true }, { document: { day: "2024-02-29" } }, true],
    ["no day", { field: "day", required: true }, { document: { day: "2025-02-29" } }, false],
    ["a day for a time", { field: "time", required: true }, { document: { time: "2025-03-04" } }, true],
    ["true or false", { field: "isOn", equals: false }, { document: { on: false } }, true],
    ["a text for it", { field: "isOn", required: true }, { document: { on: "false" } }, false],
    ["a number", { field: "count", equals: 3 }, { document: { count: 3 } }, true],
    ["one of some", { field: "status", oneOf: ["a", "b"] }, { document: { status: "b" } }, true],
    ["none of them", { field: "status", oneOf: ["a", "b"] }, { document: { status: "B" } }, false],
    ["enough entries", { field: "lines", minItems: 1 }, { document: lines({}) }, true],
    ["too few", { field: "lines", minItems: 2 }, { document: lines({}) }, false],
    ["whole cents", { field: "total", maxDecimals: 2 }, { document: { grand_total: "1.5" } }, true],
    ["no amount", { field: "total", maxDecimals: 2 }, { document: { grand_total: "1.555" } }, false],
    ["deep down", { field: "deep", equals: "x" }, { document: { outer: { inner: { deepest: "x" } } } }, true],
    ["with nothing on the way", { field: "deep", required: true }, { document: { outer: null } }, false],
    ["with a text on the way", { field: "deep", required: true }, { document: { outer: "b" } }, false],
    [
      "as another field",
      { field: "ownId", equals: { field: "contract" } },
      { document: { id: 7 }, context: { prime_contract: { id: 7 } } },
      true,
    ],
    [
      "not as another",
      { field: "ownId", equals: { field: "contract" } },
      { document: { id: 7 }, context: { prime_contract: { id: 8 } } },
      false,
    ],
    ["that other is not given", { field: "ownId", equals: { field: "contract" } }, { document: { id: 7 } }, false],
    ["taken from elsewhere", { field: "other", equals: "s" }, { document: { x: " ", status: "s" } }, true],
    ["of the context", { field: "erpId", maxLength: 3 }, { context: { prime_contract: { outer: "abc" } } }, true],
    [
      "known to be missing there",
      { field: "erpId2", maxLength: 3 },
      { context: { prime_contract: { inner: null } } },
      true,
    ],
    ["not given there", { field: "erpId2", maxLength: 3 }, { context: { prime_contract: {} } }, false],
    [
      "missing, and elsewhere not given",
      { field: "erpId", maxLength: 3 },
      { context: { prime_contract: { outer: null } } },
      false,
    ],
    [
      "missing, and elsewhere too",
      { field: "erpId", maxLength: 3 },
      { context: { prime_contract: { outer: null, inner: null } } },
      true,
    ],
  ])("%s", async (_name, rule, given, clean) => {
    const { rest, holds } = await written(workshop, rule);
    expect(rest).toEqual([]);
    expect(holds(given)).toBe(clean);
  });
});
