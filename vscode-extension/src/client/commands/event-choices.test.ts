import type { Action } from "@erp-export-rules/sdk";
import { expect, test } from "vitest";
import { english } from "../testing.ts";
import { eventChoices, wordReasons } from "./event-choices.ts";

const action = (event: string, reasons: Action["reasons"]): Action => ({
  event,
  label: `Do ${event}`,
  enabled: reasons.length === 0,
  reasons,
  input: [],
});

const broken = { kind: "rule", message: "The title is too long." } as const;
const missing = { kind: "rule", message: "The contract is not known.", unknown: true } as const;

test("lists possible events first, and tells unknown ones from impossible ones, each with every reason", () => {
  const actions = [action("send", [broken, missing]), action("accept", [missing]), action("approve", [])];
  expect(eventChoices(actions, english).map(({ action: _, ...shown }) => shown)).toEqual([
    { label: "$(play) Do approve", description: "", detail: "" },
    { label: "$(question) Do accept", description: "can't be told", detail: "The contract is not known." },
    {
      label: "$(circle-slash) Do send",
      description: "not possible now",
      detail: "The title is too long. The contract is not known.",
    },
  ]);
});

test("keeps the order of the rule file among equals, and says a reason once", () => {
  const actions = [action("b", []), action("a", [])];
  expect(eventChoices(actions, english).map(({ action: { event } }) => event)).toEqual(["b", "a"]);
  expect(wordReasons([broken, broken])).toBe("The title is too long.");
});
