import { describe, expect, test } from "vitest";
import type { StatusResult } from "../../protocol.ts";
import { english } from "../testing.ts";
import { wordStatus } from "./wording.ts";

const status: StatusResult = {
  kind: "pcco",
  ruleSet: { id: "spectrum/pcco", version: "1.1.0", title: "Sending to Spectrum" },
  whyRules: "the newest that ships",
  context: { label: "pcco.context.yaml" },
  whyContext: "the nearest context file",
  features: [{ name: "export", title: "Export of PCCOs", position: "on", by: "context" }],
  event: "send",
  counts: { documents: 5, blocked: 2, unknown: 1 },
};

const word = (changes: Partial<StatusResult>) => wordStatus({ ...status, ...changes }, english);

describe("what the status items say", () => {
  test("names rules, context and toggles, each with the reason, and counts what is blocked", () => {
    expect(word({})).toEqual({
      rules: { text: "Rules spectrum/pcco 1.1.0", detail: "the newest that ships", severity: "information" },
      context: { text: "Context pcco.context.yaml", detail: "the nearest context file", severity: "information" },
      toggles: { text: "Export of PCCOs: on", detail: "context", severity: "information" },
      counts: {
        text: "2 of 5 blocked, 1 of 5 unknown",
        detail: "Judged for the event send",
        severity: "information",
      },
    });
  });

  test("warns while the last good rules are in force", () => {
    const notice = "own.yaml has faults; its last good version stays in force.";
    expect(word({ notice }).rules).toMatchObject({ detail: notice, severity: "warning" });
  });

  test("a PCCO without rules is an error with the reason", () => {
    const { ruleSet: _, ...without } = status;
    expect(wordStatus({ ...without, whyRules: "there is no spectrum/pco" }, english).rules).toEqual({
      text: "No rules",
      detail: "there is no spectrum/pco",
      severity: "error",
    });
  });

  test("says what is missing rather than nothing", () => {
    const { context: _, ...without } = status;
    expect(wordStatus({ ...without, whyContext: "none found" }, english).context?.text).toBe("No context");
    expect(word({ features: [] }).toggles).toBeUndefined();
  });

  test("an unknown toggle is not off, and an unknown PCCO not in order", () => {
    const features = [
      { name: "a", title: "A", position: "unknown" as const, by: "no context" },
      { name: "b", title: "B", position: "off" as const, by: "workspace setting" },
    ];
    expect(word({ features }).toggles).toMatchObject({
      text: "A: unknown, B: off",
      detail: "no context, workspace setting",
    });
    expect(word({ counts: { documents: 1, blocked: 0, unknown: 1 } }).counts?.text).toBe("1 of 1 unknown");
    expect(word({ counts: { documents: 1, blocked: 0, unknown: 0 } }).counts?.text).toBe("No PCCO is blocked");
  });

  test("a rule file has its rule set alone; other files have nothing", () => {
    expect(Object.keys(word({ kind: "rules" }))).toEqual(["rules"]);
    expect(word({ kind: "rules" }).rules?.text).toBe("Rule set spectrum/pcco 1.1.0");
    expect(wordStatus(null, english)).toEqual({});
  });
});
