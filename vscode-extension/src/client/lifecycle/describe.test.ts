import { describe, expect, test } from "vitest";
import type { LifecycleResult } from "../../protocol.ts";
import { english } from "../testing.ts";
import { describeLifecycle } from "./describe.ts";

const at = { uri: "file:///rules.yaml", range: { start: { line: 3, character: 2 }, end: { line: 3, character: 6 } } };

const lifecycle: LifecycleResult = {
  ruleSet: "spectrum/pcco 1.1.0",
  pcco: "#004 Canopy",
  states: [
    { name: "not_in_erp", label: "Not in ERP", icon: "none", locked: false, isCurrent: true, at },
    { name: "ready", label: "Ready to Export", icon: "blue", locked: true, isCurrent: false },
  ],
  events: [
    {
      name: "send",
      label: "Send to ERP",
      from: ["not_in_erp"],
      to: "ready",
      enabled: false,
      reasons: ["Too long.", "No date."],
      at,
    },
    { name: "approve", label: "Approve", from: ["not_in_erp"], enabled: true, reasons: [] },
  ],
};

const described = (changes: Partial<LifecycleResult> = {}) => describeLifecycle({ ...lifecycle, ...changes }, english);

describe("the words of the diagram", () => {
  test("name the PCCO, its state and what can happen to it", () => {
    const { title, summary } = described();
    expect(title).toBe("#004 Canopy in the life cycle of spectrum/pcco 1.1.0");
    expect(summary).toBe("ERP status: Not in ERP. Possible now: Approve.");
  });

  test("tell of a state what its look tells", () => {
    expect(described().states.map(({ description }) => description)).toEqual([
      "ERP status; the PCCO is here now; the PCCO can be edited",
      "ERP status; the PCCO is locked; icon: blue",
    ]);
  });

  test("tell of an event where it leads, and every reason why it is not possible", () => {
    expect(described().events.map(({ standing, description }) => ({ standing, description }))).toEqual([
      {
        standing: "impossible",
        description: "Event from Not in ERP to Ready to Export\nNot possible now:\nToo long.\nNo date.",
      },
      { standing: "possible", description: "Event from Not in ERP; the ERP status stays\nPossible now." },
    ]);
  });

  test("offer to jump only where there is a place", () => {
    const { states, events } = described();
    expect([...states, ...events].map(({ canJump }) => canJump)).toEqual([true, false, true, false]);
  });

  test("of a rule file say nothing about a PCCO", () => {
    const { pcco: _, ...without } = lifecycle;
    const { title, summary, events } = describeLifecycle(
      {
        ...without,
        states: lifecycle.states.map((state) => ({ ...state, isCurrent: false })),
        events: lifecycle.events.map(({ enabled: _, ...event }) => ({ ...event, reasons: [] })),
      },
      english,
    );
    expect(title).toBe("Life cycle of spectrum/pcco 1.1.0");
    expect(summary).toBe("2 states and 2 events");
    expect(events[0]).toMatchObject({ standing: "unasked", description: "Event from Not in ERP to Ready to Export" });
  });

  test("say when nothing is possible, and show names that have no label", () => {
    const events = lifecycle.events.map((event) => ({ ...event, from: ["gone"], enabled: false }));
    expect(described({ events }).summary).toBe("ERP status: Not in ERP. No event is possible now.");
    expect(described({ events }).events[0]?.description).toMatch(/^Event from gone to Ready to Export/);
  });
});
