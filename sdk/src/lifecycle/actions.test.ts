import { describe, expect, test } from "vitest";
import { at, context, current, extending, pcco } from "../check/testing.ts";
import { inState } from "./testing.ts";

describe("actions", () => {
  test("are every event, in order, with label, target, inputs and reasons", () => {
    const actions = current.actions(pcco, context, { at });
    expect(actions.map(({ event }) => event)).toEqual([...current.events]);
    expect(actions.filter(({ enabled }) => enabled).map(({ event, to }) => [event, to])).toEqual([
      ["send", "ready_to_export"],
    ]);
    expect(actions.find(({ event }) => event === "accept")).toMatchObject({
      label: "Accept and export",
      input: [{ name: "transaction_date", label: "Transaction Date", type: "date", required: true, default: "today" }],
      reasons: [{ kind: "state" }],
    });
    expect(actions.find(({ event }) => event === "reject")?.input).toEqual([
      { name: "comment", label: "Comment", type: "text", required: false },
    ]);
  });

  test("do not wait for what is entered when the button is pressed", () => {
    const accept = (document: typeof pcco | ReturnType<typeof inState>) =>
      current.actions(document, context).find(({ event }) => event === "accept");
    expect(accept(inState("ready_to_export"))).toMatchObject({ enabled: true, reasons: [] });
  });

  test("nor does a rule that compares with what is entered, or asks it in a condition", async () => {
    const rule = (text: string) =>
      extending(`rules:\n  own: { ${text}, severity: error, stage: export, source: accept }\n`);
    for (const text of [
      "field: date, notBefore: transactionDate",
      "field: title, equals: X, when: { field: transactionDate, notBefore: 2030-01-01 }",
    ]) {
      const rules = await rule(text);
      expect(rules.actions(inState("ready_to_export"), context).find(({ event }) => event === "accept")?.enabled).toBe(
        true,
      );
      expect(rules.transition(inState("ready_to_export"), "accept", { context, at: "2030-03-12T08:00:00Z" }).ok).toBe(
        false,
      );
    }
  });
});
