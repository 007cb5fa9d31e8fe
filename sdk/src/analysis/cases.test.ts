import { describe, expect, test } from "vitest";
import type { RuleTestFile, RuleTestMatrix } from "../generated/types.ts";
import { casesOf } from "./cases.ts";

const matrix: RuleTestMatrix = {
  name: "who may do what",
  documents: ["canopy", "sent"],
  context: "spectrum",
  actors: ["admin", "nobody"],
  events: ["send", "reject"],
  input: { reject: { comment: "No." } },
  default: "refused",
  except: [
    { documents: ["canopy"], actors: ["admin"], events: ["send"], moves: "ready_to_export" },
    { documents: ["sent"], events: ["reject"], moves: "refused", reasons: ["role"] },
  ],
};
const file: RuleTestFile = {
  ruleSet: "spectrum/pcco@1.1.0",
  matrix: [matrix],
  cases: [{ name: "a", document: "canopy" }],
};

describe("a matrix is a case of every document, actor and event", () => {
  const made = casesOf(file);

  test("in this order, before the cases that are written by themselves", () => {
    expect(made.map(({ name }) => name)).toEqual([
      "who may do what: canopy, admin, send",
      "who may do what: canopy, admin, reject",
      "who may do what: canopy, nobody, send",
      "who may do what: canopy, nobody, reject",
      "who may do what: sent, admin, send",
      "who may do what: sent, admin, reject",
      "who may do what: sent, nobody, send",
      "who may do what: sent, nobody, reject",
      "a",
    ]);
    expect(made.at(-1)).toMatchObject({ document: "canopy", path: "/cases/0" });
  });

  test("with the context, what is entered for the event, and the default or the exception that is about it", () => {
    expect(made[0]).toEqual({
      name: "who may do what: canopy, admin, send",
      document: "canopy",
      context: "spectrum",
      actor: "admin",
      event: "send",
      moves: "ready_to_export",
      path: "/matrix/0/except/0",
    });
    expect(made[1]).toMatchObject({ moves: "refused", input: { comment: "No." }, path: "/matrix/0/default" });
    expect(made[5]).toMatchObject({ moves: "refused", reasons: ["role"], path: "/matrix/0/except/1" });
    expect(made[7]).toMatchObject({ reasons: ["role"], path: "/matrix/0/except/1" });
  });

  test("without actors and events it is about sending by nobody", () => {
    const { actors: _actors, events: _events, except: _except, input: _input, ...rest } = matrix;
    const [first, ...others] = casesOf({ ...file, matrix: [{ ...rest, default: { broken: ["date-required"] } }] });
    expect(first).toEqual({
      name: "who may do what: canopy, send",
      document: "canopy",
      context: "spectrum",
      event: "send",
      broken: ["date-required"],
      path: "/matrix/0/default",
    });
    expect(others).toHaveLength(2);
  });
});
