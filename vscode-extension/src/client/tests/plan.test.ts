import { describe, expect, test } from "vitest";
import { planRun } from "./plan.ts";

const known = new Map([
  ["a", ["1", "2", "3"]],
  ["b", ["1"]],
]);

describe("what is run", () => {
  test("everything, when nothing is named", () => {
    expect(planRun(undefined, [], known)).toEqual([{ uri: "a" }, { uri: "b" }]);
  });

  test("a file as a whole, or the tests of it that are named, once for each file", () => {
    expect(planRun([{ uri: "a" }], [], known)).toEqual([{ uri: "a" }]);
    const named = [
      { uri: "a", id: "3" },
      { uri: "b", id: "1" },
      { uri: "a", id: "1" },
      { uri: "a", id: "3" },
    ];
    expect(planRun(named, [], known)).toEqual([
      { uri: "a", ids: ["3", "1"] },
      { uri: "b", ids: ["1"] },
    ]);
  });

  test("a file counts as a whole though tests of it are named too", () => {
    expect(planRun([{ uri: "a", id: "2" }, { uri: "a" }], [], known)).toEqual([{ uri: "a" }]);
  });

  test("without what is excluded: a test, or a file", () => {
    expect(planRun(undefined, [{ uri: "a", id: "2" }, { uri: "b" }], known)).toEqual([{ uri: "a", ids: ["1", "3"] }]);
    expect(planRun([{ uri: "a", id: "2" }], [{ uri: "a" }], known)).toEqual([]);
  });

  test("a file whose tests are not listed yet is run as a whole", () => {
    expect(planRun([{ uri: "new" }], [], known)).toEqual([{ uri: "new" }]);
  });
});
