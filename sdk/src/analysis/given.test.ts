import { describe, expect, test } from "vitest";
import type { RuleTestFile } from "../generated/types.ts";
import { givenTo } from "./given.ts";

const file: RuleTestFile = {
  ruleSet: "spectrum/pcco@1.1.0",
  documents: { canopy: { title: "Canopy", status: "approved" } },
  variants: {
    sent: { of: "canopy", change: { "/erp/status": "ready_to_export" } },
    failed: { of: "sent", change: { "/erp/status": "failed_to_export", "/title": null } },
  },
  contexts: { spectrum: { erp: { system: "spectrum" }, actor: { prime_contracts: "none" } } },
  actors: { admin: { prime_contracts: "admin" } },
  cases: [],
};

describe("what is given to a case", () => {
  test("a document stays as it is, and a variant is made by its changes and those of what it is made from", () => {
    expect(givenTo(file, { document: "canopy" }).document).toBe(file.documents?.["canopy"]);
    expect(givenTo(file, { document: "sent" }).document).toEqual({
      title: "Canopy",
      status: "approved",
      erp: { status: "ready_to_export" },
    });
    expect(givenTo(file, { document: "failed", change: { "/number": "1" } }).document).toEqual({
      status: "approved",
      erp: { status: "failed_to_export" },
      number: "1",
    });
  });

  test("the actor comes before that of the context", () => {
    expect(givenTo(file, { document: "canopy", context: "spectrum" }).context.actor).toEqual({
      prime_contracts: "none",
    });
    expect(givenTo(file, { document: "canopy", context: "spectrum", actor: "admin" }).context).toEqual({
      erp: { system: "spectrum" },
      actor: { prime_contracts: "admin" },
    });
  });

  test.each([[{ of: "ring", change: {} }], [{ of: "later", change: {} }]])(
    "a variant made from itself, or from one below it, is none: %j",
    (ring) => {
      const odd = { ...file, variants: { ring, later: { of: "canopy", change: {} } } };
      expect(() => givenTo(odd, { document: "ring" })).toThrow(RangeError);
    },
  );
});
