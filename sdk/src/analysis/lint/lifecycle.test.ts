import { describe, expect, test } from "vitest";
import { changed, cleanRules, lintText, saidOf } from "./testing.ts";

describe("an ERP status", () => {
  test("that no event leads to, though a PCCO in it is locked", async () => {
    const linted = await lintText(
      changed(["states:\n", "states:\n  held: { label: Held, icon: none, locked: true }\n"]),
    );
    expect(linted.told).toEqual(["lint/unreachable-state /states/held"]);
    expect(linted.one("lint/unreachable-state").severity).toBe("warning");
  });

  test("that no event leads to, but the ERP integration may", async () => {
    const linted = await lintText(
      changed(["states:\n", "states:\n  invalid: { label: Invalid, icon: none, locked: false }\n"]),
    );
    expect(linted.findings.map(({ id, severity }) => [id, severity])).toEqual([["lint/unreachable-state", "info"]]);
  });

  test("that only a ring of events leads to", async () => {
    const linted = await lintText(
      changed(
        [
          "states:\n",
          "states:\n  a: { label: A, icon: none, locked: true }\n  b: { label: B, icon: none, locked: true }\n",
        ],
        [
          "lifecycle:\n",
          "lifecycle:\n  on: { label: On, from: [a], to: b, role: admin, source: handbook }\n  off: { label: Off, from: [b], to: a, role: admin, source: handbook }\n",
        ],
      ),
    );
    expect(linted.told).toEqual([
      "lint/unreachable-state /states/a",
      "lint/unreachable-state /states/b",
      "lint/unreachable-event /lifecycle/on",
      "lint/unreachable-event /lifecycle/off",
    ]);
  });

  test("that can't be left", async () => {
    const linted = await lintText(changed(["from: [synced], to: fresh", "from: [sent], to: fresh"]));
    expect(linted.told).toEqual(["lint/dead-end /states/synced"]);
    expect((await lintText(changed(["from: [synced], to: fresh", "from: [synced], to: synced"]))).told).toEqual([
      "lint/dead-end /states/synced",
    ]);
    expect((await lintText(changed(["from: [synced], to: fresh", "from: [synced]"]))).told).toEqual([
      "lint/dead-end /states/synced",
    ]);
  });
});

describe("an event after which a PCCO is stuck", () => {
  const erpId = (undo: string): string =>
    changed(
      ["  title: {", "  erpId: { label: ERP id, path: erp.origin_id, type: text }\n  title: {"],
      [
        "from: [fresh], to: sent",
        "from: [fresh], guards: [{ when: { field: erpId, absent: true }, message: Twice. }], to: sent",
      ],
      [
        "to: synced, role: system",
        "to: synced, role: system, input: { id: { label: ERP id, type: text, required: true } }, set: { erpId: { input: id } }",
      ],
      ["from: [synced], to: fresh, role: admin", `from: [synced], to: fresh, role: admin${undo}`],
    );

  test("since it leaves what the guards of all others refuse", async () => {
    const linted = await lintText(erpId(""));
    expect(linted.told).toEqual(["lint/dead-end /lifecycle/undo"]);
    const { message, related } = linted.one("lint/dead-end");
    expect(message).toContain(
      'After "undo" a PCCO can\'t leave ERP status "fresh" (Fresh): the guards of "send" refuse it, since ERP id is there.',
    );
    expect(related.map(({ place }) => place.path)).toEqual(["/lifecycle/send"]);
  });

  test("but not when it takes that away", async () => {
    expect((await lintText(erpId(", set: { erpId: { clear: true } }"))).told).toEqual([]);
  });

  test("since it need not enter what the guards of all others ask for", async () => {
    const asked =
      ", guards: [{ when: { field: erpId, required: true }, message: Never there. }], set: { erpId: { clear: true } }";
    expect((await lintText(erpId(asked))).told).toEqual([]);
    const optional = erpId(asked).replace("type: text, required: true }", "type: text }");
    expect((await lintText(optional)).told).toEqual(["lint/dead-end /lifecycle/done"]);
  });

  test("when the value may be entered, but not when no event writes it", async () => {
    const optional = erpId("").replace("type: text, required: true }", "type: text }");
    expect((await lintText(optional)).told).toEqual(["lint/dead-end /lifecycle/undo"]);
    const none = erpId("").replace(", set: { erpId: { input: id } }", "");
    expect((await lintText(none)).told).toEqual([]);
  });
});

describe("an event", () => {
  test("that waits for one after which a PCCO is elsewhere", async () => {
    const linted = await lintText(
      changed(["from: [synced], to: fresh", "from: [synced, { state: fresh, after: done }], to: fresh"]),
    );
    expect(linted.told).toEqual(["lint/unreachable-event /lifecycle/undo/from/1"]);
    expect(linted.one("lint/unreachable-event").message).toContain('"fresh" after "done"');
    const fits = changed(["from: [synced], to: fresh", "from: [synced, { state: synced, after: done }], to: fresh"]);
    expect((await lintText(fits)).told).toEqual([]);
  });

  test("that nobody may do, since nobody can have its role", async () => {
    const linted = await lintText(
      changed([
        "where: { field: isSystem, equals: true }",
        "where: { all: [{ field: isSystem, equals: true }, { field: isSystem, equals: false }] }",
      ]),
    );
    expect(linted.told).toEqual(["lint/impossible-role /roles/system/where", "lint/nobody-may /lifecycle/done"]);
    expect(linted.one("lint/nobody-may")).toMatchObject({
      severity: "error",
      related: [{ place: { path: "/roles/system" } }],
    });
  });

  test("that nobody may do, though each of its roles can be had", async () => {
    const guard =
      "from: [fresh], guards: [{ when: { field: permission, equals: none }, message: Not for you. }], to: sent";
    const linted = await lintText(changed(["from: [fresh], to: sent", guard]));
    expect(linted.told).toEqual(["lint/impossible-event /lifecycle/send"]);
    const { severity, related } = linted.one("lint/impossible-event");
    expect([severity, related.map(({ place }) => place.path)]).toEqual([
      "error",
      ["/lifecycle/send/guards/0", "/lifecycle/send/role"],
    ]);
  });

  test("that can't happen, since a guard refuses what a rule asks for", async () => {
    const guard = "from: [fresh], guards: [{ when: { field: status, equals: draft }, message: Drafts. }], to: sent";
    const linted = await lintText(changed(["from: [fresh], to: sent", guard]));
    expect(linted.told).toEqual(["lint/impossible-event /lifecycle/send"]);
    expect(linted.one("lint/impossible-event").related.map(({ place }) => place.path)).toEqual([
      "/rules/status-approved",
      "/lifecycle/send/guards/0",
    ]);
  });
});

describe("a way to the ERP system", () => {
  test("on which rules are not asked, with a PCCO that breaks one and takes it", async () => {
    const linted = await lintText(changed(["checks: [save, send]", "checks: [send]"]));
    expect(linted.told).toEqual(["lint/never-fires /rules/title-length", "lint/avoided-gate /lifecycle/send"]);
    const found = linted.one("lint/avoided-gate");
    expect(found).toMatchObject({ severity: "error", related: [{ place: { path: "/lifecycle/done" } }] });
    expect(found.message).toContain("fresh → send → done → synced");
  });

  test("past the event that asks them", async () => {
    const linted = await lintText(changed(["from: [sent], to: synced", "from: [sent, fresh], to: synced"]));
    expect(linted.told).toEqual(["lint/avoided-gate /rules/status-approved", "lint/avoided-gate /lifecycle/done"]);
    const [first, second] = linted.findings.toSorted((a, b) => b.message.length - a.message.length);
    expect(first?.message).toContain("the rules of stage save and send being asked");
    expect(second?.message).toContain("A PCCO that is not Approved");
    if (first === undefined || second === undefined) throw new Error("two findings");
    const moved = [first, second].map(({ witness }) => {
      if (witness === undefined) throw new Error("no witness");
      const { document, event, input = {} } = witness;
      return linted.rules.transition(document, event, { context: document.$context, input, at: "2025-01-01T00:00:00Z" })
        .ok;
    });
    expect(moved).toEqual([true, true]);
    expect(second.witness?.document.status).not.toBe("approved");
  });

  test("on which it was asked, but can be edited since", async () => {
    const linted = await lintText(
      changed(["sent: { label: Sent, icon: blue, locked: true", "sent: { label: Sent, icon: blue, locked: false"]),
    );
    expect(linted.told).toEqual(["lint/avoided-gate /rules/status-approved", "lint/avoided-gate /lifecycle/done"]);
  });

  test("that a PCCO can go though it is not Approved", async () => {
    const linted = await lintText(changed(["equals: approved, severity: error", "equals: approved, severity: info"]));
    expect(linted.told).toEqual(["lint/avoided-gate /rules/status-approved"]);
    expect(saidOf(linted.one("lint/avoided-gate"), linted, "status-approved")).toBe("broken");
  });

  test("is not looked for where there are no rules, or no ERP status synced", async () => {
    const bare = cleanRules.replace(/rules:\n( {2}.*\n)*?(?=roles)/, "").replace(/features:\n.*\n/, "");
    expect((await lintText(bare)).told).toEqual([]);
    const elsewhere = cleanRules.replaceAll("synced", "booked").replace("checks: [save, send], ", "checks: [save], ");
    expect((await lintText(elsewhere)).told).toEqual([
      "lint/idle-toggle /features/export",
      "lint/never-fires /rules/status-approved",
      "lint/never-fires /rules/export-on",
    ]);
  });
});
