import { describe, expect, test } from "vitest";
import { changed, cleanRules, lintText, saidOf, withRule } from "./testing.ts";

test("of rules that are as they should be nothing is told", async () => {
  expect((await lintText(cleanRules)).told).toEqual([]);
});

describe("a rule that never fires", () => {
  test("since its condition leaves out what its check refuses", async () => {
    const linted = await lintText(
      withRule("when: { field: number, maxLength: 3 }, field: number, maxLength: 4, severity: error, stage: save"),
    );
    expect(linted.told).toEqual(["lint/never-fires /rules/ours"]);
    const found = linted.one("lint/never-fires");
    expect(found).toMatchObject({
      severity: "warning",
      place: { file: "company.yaml", range: { start: { line: 15, character: 2 } } },
    });
    expect(found.message).toContain("no PCCO can break it");
    expect(saidOf(found, linted, "ours")).toBe("holds");
  });

  test("since its condition can't be met", async () => {
    const linted = await lintText(
      withRule(
        "when: { all: [{ feature: export, is: on }, { feature: export, is: off }] }, field: number, required: true, severity: error, stage: save",
      ),
    );
    expect(linted.told).toEqual(["lint/never-fires /rules/ours"]);
    expect(linted.one("lint/never-fires").message).toContain(
      'never applies: no PCCO meets its condition ("Export" is on and "Export" is off)',
    );
  });

  test("since no event asks it", async () => {
    const linted = await lintText(withRule("field: number, required: true, severity: error, stage: export"));
    expect(linted.told).toContain("lint/never-fires /rules/ours");
    expect(linted.one("lint/never-fires").message).toContain("no event has the stage export among its checks");
  });

  test("since it compares a field with itself", async () => {
    const linted = await lintText(withRule("field: number, equals: { field: number }, severity: error, stage: save"));
    expect(linted.told).toEqual(["lint/never-fires /rules/ours"]);
  });

  test("but not one that is off", async () => {
    expect((await lintText(withRule("field: number, required: true, severity: off, stage: export"))).told).toEqual([]);
  });
});

describe("a rule that always fires", () => {
  test("wherever it applies", async () => {
    const linted = await lintText(
      withRule("when: { field: number, required: true }, field: number, absent: true, severity: error, stage: save"),
    );
    expect(linted.told).toEqual(["lint/always-fires /rules/ours"]);
    const found = linted.one("lint/always-fires");
    expect(found).toMatchObject({ severity: "warning" });
    expect(saidOf(found, linted, "ours")).toBe("broken");
  });

  test("is taken for meant when it refuses outright and says why", async () => {
    const linted = await lintText(
      withRule(
        'when: { field: number, equals: "1" }, field: number, absent: true, severity: error, stage: save, message: Number 1 is never sent.',
      ),
    );
    expect(linted.findings.map(({ id, severity }) => [id, severity])).toEqual([["lint/always-fires", "info"]]);
  });
});

describe("two rules", () => {
  test("contradict each other", async () => {
    const linted = await lintText(withRule("field: title, minLength: 10, severity: error, stage: send"));
    expect(linted.told).toEqual(["lint/contradictory /rules/title-length"]);
    const found = linted.one("lint/contradictory");
    expect(found).toMatchObject({
      severity: "error",
      related: [{ place: { path: "/rules/ours" }, message: 'rule "ours"' }],
    });
    expect([saidOf(found, linted, "ours"), saidOf(found, linted, "title-length")]).toEqual(["holds", "broken"]);
  });

  test("contradict each other whatever the PCCO: that no event can happen is not told besides", async () => {
    const linted = await lintText(withRule("field: status, equals: draft, severity: error, stage: send"));
    expect(linted.told).toEqual(["lint/contradictory /rules/status-approved"]);
  });

  test("contradict each other under a condition alone", async () => {
    const linted = await lintText(
      withRule("when: { feature: export, is: on }, field: title, minLength: 10, severity: warning, stage: send"),
    );
    expect(linted.findings.map(({ id, severity }) => [id, severity])).toEqual([["lint/contradictory", "warning"]]);
  });

  test("do not, when they never apply together, or meet at one value", async () => {
    const apart = "when: { feature: export, is: off }, field: title, absent: true, severity: error, stage: send";
    const on = "when: { feature: export, is: on }, field: title, required: true, severity: error, stage: send";
    const both = withRule(apart).replace("  ours:", `  second: { ${on}, source: handbook }\n  ours:`);
    expect((await lintText(both)).told).toEqual([]);
    expect((await lintText(withRule("field: title, minLength: 9, severity: error, stage: send"))).told).toEqual([]);
  });

  test("say the same: the later one is told", async () => {
    const linted = await lintText(withRule("field: title, maxLength: 9, severity: error, stage: save"));
    expect(linted.told).toEqual(["lint/shadowed /rules/title-length"]);
    expect(linted.one("lint/shadowed").message).toContain('says the same as rule "ours"');
  });

  test("say nearly the same: the one that asks less is told", async () => {
    const linted = await lintText(withRule("field: title, maxLength: 12, severity: error, stage: save"));
    expect(linted.told).toEqual(["lint/shadowed /rules/ours"]);
    const found = linted.one("lint/shadowed");
    expect(found.related).toMatchObject([{ place: { path: "/rules/title-length" } }]);
    expect([saidOf(found, linted, "ours"), saidOf(found, linted, "title-length")]).toEqual(["broken", "broken"]);
  });

  test("do not repeat each other when the lighter one asks more, or the earlier one less", async () => {
    expect((await lintText(withRule("field: title, maxLength: 7, severity: warning, stage: save"))).told).toEqual([]);
    expect(
      (await lintText(withRule("field: status, oneOf: [draft, approved], severity: error, stage: save"))).told,
    ).toEqual([]);
  });
});

describe("a toggle that changes nothing", () => {
  const further = ["features:\n", "features:\n  night: { title: Night, default: off, source: handbook }\n"] as const;

  test("since nobody asks for it", async () => {
    expect((await lintText(changed(further))).told).toEqual(["lint/idle-toggle /features/night"]);
  });

  test("since both positions say the same", async () => {
    const when = "when: { any: [{ feature: night, is: on }, { feature: night, is: off }] }";
    const linted = await lintText(changed(further, ["title-length: { field", `title-length: { ${when}, field`]));
    expect(linted.told).toEqual(["lint/idle-toggle /features/night"]);
    expect(linted.one("lint/idle-toggle").message).toContain("says the same with it on and off");
  });

  test("does change something when a guard, a role or a rule asks for it", async () => {
    const guard = "from: [fresh], guards: [{ when: { feature: night, is: on }, message: At night. }], to: sent";
    expect((await lintText(changed(further, ["from: [fresh], to: sent", guard]))).told).toEqual([]);
    const where = "where: { all: [{ field: permission, equals: admin }, { feature: night, is: off }] }";
    expect((await lintText(changed(further, ["where: { field: permission, equals: admin }", where]))).told).toEqual([]);
  });
});

test("what names no page it comes from", async () => {
  const linted = await lintText(
    changed(
      ["default: off, source: handbook", "default: off"],
      ["equals: true }, source: handbook", "equals: true }"],
      ["from: [synced], to: fresh, role: admin, source: handbook", "from: [synced], to: fresh, role: admin"],
    ),
  );
  expect(linted.told).toEqual([
    "lint/missing-source /features/export",
    "lint/missing-source /roles/system",
    "lint/missing-source /lifecycle/undo",
  ]);
});

describe("tests", () => {
  const cases = {
    ruleSet: "company/pcco@1",
    matrix: [{ events: ["send", "take-back", "undo"] }],
    cases: [{ event: "done", broken: ["status-approved"] }, { broken: ["title-length", "export-on"] }],
  };

  test("say something of each rule and event", async () => {
    expect((await lintText(cleanRules, { tests: [cases] })).told).toEqual([]);
  });

  test("leave out a rule and an event", async () => {
    const fewer = { ...cases, matrix: [], cases: cases.cases.slice(0, 1) };
    expect((await lintText(cleanRules, { tests: [fewer] })).told).toEqual([
      "lint/missing-test /rules/title-length",
      "lint/missing-test /rules/export-on",
      "lint/missing-test /lifecycle/send",
      "lint/missing-test /lifecycle/take-back",
      "lint/missing-test /lifecycle/undo",
    ]);
  });

  test("are of another rule set, half written, or not there", async () => {
    for (const tests of [[{ ...cases, ruleSet: "company/other@1" }], ["cases:", null, { ruleSet: 1 }], []])
      expect((await lintText(cleanRules, { tests })).told).toEqual(["lint/missing-test /ruleSet"]);
  });
});

describe("a rule set that extends another one", () => {
  const extending = (rest: string): string =>
    `format: 1\nruleSet: company/north\nversion: 1.0.0\neffective: { from: 2026-11-01 }\nextends: company/pcco@1\n${rest}`;

  test("answers for what it adds, not for what it takes over", async () => {
    const faulty = withRule("field: title, maxLength: 12, severity: error, stage: save");
    const own = "rules:\n  north: { field: title, minLength: 10, severity: error, stage: save, source: handbook }\n";
    const linted = await lintText(extending(own), { beside: [faulty] });
    expect(linted.told).toEqual(["lint/contradictory /rules/north"]);
    expect(linted.one("lint/contradictory").related).toMatchObject([
      { place: { file: "other-0.yaml", path: "/rules/title-length" } },
    ]);
  });

  test("does not answer for two rules that it takes over, and that contradict each other", async () => {
    const faulty = withRule("field: title, minLength: 10, severity: error, stage: save");
    expect((await lintText(extending(""), { beside: [faulty] })).told).toEqual([]);
  });

  test("opens the gate by an override", async () => {
    const linted = await lintText(
      extending("overrides:\n  status-approved: { severity: warning, because: We trust. }\n"),
      {
        beside: [cleanRules],
      },
    );
    expect(linted.told).toEqual(["lint/avoided-gate /overrides/status-approved"]);
  });
});

test("what takes too many tries is not decided, and never told as proved", async () => {
  const { findings } = await lintText(withRule("field: title, minLength: 10, severity: error, stage: send"), {
    steps: 3,
  });
  expect(new Set(findings.map(({ id }) => id))).toEqual(new Set(["lint/not-decided"]));
  expect(findings.every(({ severity }) => severity === "info")).toBe(true);
});

test("rules without a life cycle", async () => {
  const text = cleanRules.slice(0, cleanRules.indexOf("roles:"));
  expect((await lintText(text)).told).toEqual([]);
  const contradictory = text.replace(
    "rules:\n",
    "rules:\n  ours: { field: title, minLength: 10, severity: error, stage: save, source: handbook }\n",
  );
  expect((await lintText(contradictory)).told).toEqual(["lint/contradictory /rules/title-length"]);
});
