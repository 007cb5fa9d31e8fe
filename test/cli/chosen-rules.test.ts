import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { approved, approvedJson, checkOne, context, documentsOf, folderWith, run } from "../support/cli.ts";

const facts = context["spectrum.context.yaml"];

/** `$context` with something else in it. */
const judgedBy = (other: string) => approved([/^\$context: \S+/m, `$context: ${other}`]);
const ids = (findings: readonly { readonly ruleId: string }[]) => findings.map(({ ruleId }) => ruleId);

describe("the rules a PCCO pins", () => {
  const pinned = (pin: string) => approved([/^\$rules: \S+/m, `$rules: ${pin}`]);

  test("by version, by range, or by a rule file counted from its own folder; the report names others than its own", () => {
    const strict = readFileSync("rules/spectrum/pcco/1.0.0.yaml", "utf8").replace("maxLength: 10\n", "maxLength: 3\n");
    const folder = folderWith({
      ...context,
      "a.pcco.yaml": pinned("spectrum/pcco@1.0.0"),
      "b.pcco.yaml": pinned('"spectrum/pcco@^1.0"'),
      "c.pcco.yaml": pinned("null"),
      "sub/d.pcco.yaml": pinned("./strict.yaml").replace("./spectrum", "../spectrum"),
      "sub/strict.yaml": strict,
    });
    const done = run(["check", "--format", "ndjson"], { in: folder });
    const [a, b, c, d] = documentsOf(done);
    expect(a).toMatchObject({ outcome: "exportable", ruleSet: { id: "spectrum/pcco", version: "1.0.0" } });
    expect([b?.outcome, b?.ruleSet, c?.outcome, c?.ruleSet]).toEqual([
      "exportable",
      undefined,
      "exportable",
      undefined,
    ]);
    expect(d).toMatchObject({ file: "sub/d.pcco.yaml", outcome: "blocked", ruleSet: { version: "1.0.0" } });
    expect(ids(d?.findings ?? [])).toContain("billing-item-code-length");
  });

  test("a pin that can't be kept points at its line, names what comes near, ends with 2 and stops no other PCCO", () => {
    const folder = folderWith({
      ...context,
      "a.pcco.yaml": pinned("spectrum/pco@1"),
      "b.pcco.yaml": pinned("spectrum/pcco@9"),
      "c.pcco.yaml": pinned("spectrum/pcco@newest"),
      "d.pcco.yaml": pinned("5"),
      "e.pcco.yaml": pinned("./own.yaml"),
      "f.pcco.yaml": pinned("./broken.yaml"),
      "g.pcco.yaml": approved(),
      "broken.yaml": "format: 1\nrules: [\n",
    });
    const done = run(["check", "--format", "ndjson"], { in: folder });
    expect({ code: done.code, err: done.err }).toEqual({ code: 2, err: "" });
    expect(
      documentsOf(done).map(({ file, findings: [finding] }) => [file, finding?.range?.start.line, finding?.message]),
    ).toEqual([
      ["a.pcco.yaml", 1, 'There is no rule set "spectrum/pco". Did you mean "spectrum/pcco"?'],
      [
        "b.pcco.yaml",
        1,
        '"spectrum/pcco" has no version "9". It has 1.0.0 (from 2020-04-09), 1.1.0 (from 2026-11-01).',
      ],
      [
        "c.pcco.yaml",
        1,
        '"newest" is not a version or range; write for example spectrum/pcco@1.1.0, spectrum/pcco@1, spectrum/pcco@~1.0, spectrum/pcco@^1.1 or spectrum/pcco@latest.',
      ],
      ["d.pcco.yaml", 1, "$rules must be a text such as spectrum/pcco@1."],
      ["e.pcco.yaml", 1, "There is no rule file own.yaml."],
      ["f.pcco.yaml", 1, "The rule file broken.yaml has faults (line 2); see them with erp-rules lint broken.yaml."],
      ["g.pcco.yaml", undefined, undefined],
    ]);
  });
});

describe("the rules of a PCCO that pins none", () => {
  const inSystem = (system: string) => facts.replace("system: spectrum", `system: ${system}`);
  // Too long for Vista, and fine for Spectrum.
  const long = (contextFile: string) => judgedBy(contextFile).replace(/^number: .*/m, "number: PCO004");
  const unpinned = (contextFile: string) => long(contextFile).replace(/^\$rules.*\n/m, "");
  const systems = ["spectrum", "vista", "netsuite", "jonas"];
  const folder = () =>
    folderWith({
      ...Object.fromEntries(systems.map((system) => [`${system}.yaml`, inSystem(system)])),
      ...Object.fromEntries(systems.map((system) => [`${system}.pcco.yaml`, unpinned(`./${system}.yaml`)])),
      "pinned.pcco.yaml": long("./vista.yaml"),
    });
  const broken = (...words: string[]) =>
    Object.fromEntries(
      documentsOf(run(["check", "--format", "ndjson", ...words], { in: folder() })).map(
        ({ file, ruleSet, findings }) => [file, [ruleSet?.id, ...new Set(ids(findings))]],
      ),
    );

  test("are those of the ERP system of its context, else Spectrum's", () => {
    expect(broken()).toEqual({
      "jonas.pcco.yaml": [
        undefined,
        "document/erp-system",
        "export-switched-on",
        "associated-line-item-hidden",
        "associated-line-item-known",
        "associated-line-item-pattern",
        "associated-line-item-set",
      ],
      "netsuite.pcco.yaml": ["netsuite/pcco", "export-supported"],
      "pinned.pcco.yaml": [undefined, "export-switched-on", "associated-line-item-hidden"],
      "spectrum.pcco.yaml": [undefined],
      "vista.pcco.yaml": ["vista/pcco", "number-length"],
    });
  });

  test("unless --rules says which", () => {
    expect(broken("--rules", "procore/pcco")).toEqual({
      "jonas.pcco.yaml": [undefined],
      "netsuite.pcco.yaml": [undefined],
      "pinned.pcco.yaml": [undefined],
      "spectrum.pcco.yaml": [undefined],
      "vista.pcco.yaml": [undefined],
    });
  });

  test("are named by the report, with the titles of their own rules", () => {
    const words = (format: string) => run(["check", "vista.pcco.yaml", "--format", format], { in: folder() });
    expect(words("pretty").out).toMatch(/Rules: vista\/pcco 1\.0\.0\.$/m);
    expect(JSON.parse(words("json").out).ruleSet).toMatchObject({ id: "vista/pcco", version: "1.0.0" });
    expect(words("sarif").out).toContain("The Number has at most 5 characters");
  });

  test("decide as well which buttons there are", () => {
    const { out } = run(["actions", "netsuite.pcco.yaml", "--format", "json"], { in: folder() });
    const { actions } = JSON.parse(out);
    expect(actions.find(({ event }: { event: string }) => event === "send")).toMatchObject({
      enabled: false,
      reasons: [{ kind: "rule", message: expect.stringContaining("enter the change in NetSuite by hand") }],
    });
  });
});

describe("rule files", () => {
  const company = (rules: string) =>
    `format: 1\nruleSet: company/pcco\nversion: 1.0.0\ntitle: Ours\neffective: { from: 2026-11-01 }\nextends: spectrum/pcco@1.1.0\n${rules}`;
  const rule = (check: string) => `  own: { field: title, ${check}, severity: error, stage: send, source: send }\n`;

  test("a rule set of one's own is used, with what it adds and overrides", () => {
    const folder = folderWith({
      ...context,
      "a.pcco.yaml": approved(),
      "rules.yaml": company(`rules:\n${rule("pattern: '^CO [0-9]+$'")}`),
    });
    expect(checkOne(["a.pcco.yaml", "--rules", "rules.yaml"], { in: folder })).toMatchObject({
      code: 1,
      findings: [{ ruleId: "own", rule: { file: "rules.yaml" } }],
    });
    expect(checkOne(["a.pcco.yaml", "--rules", "rules.yaml", "--for", "retrieve"], { in: folder }).code).toBe(0);
  });

  test.each([
    [
      "a hostile pattern",
      company(`rules:\n${rule("pattern: '^(a+)+$'")}`),
      /^rules\.yaml has faults:\n {2}rules\.yaml:8:\d+ groups and alternatives/,
    ],
    [
      "a pattern that is none",
      company(`rules:\n${rule("pattern: '[a-'")}`),
      /rules\.yaml:8:\d+ a class \[ is not closed/,
    ],
    [
      "two rules with one id",
      company(`rules:\n${rule("maxLength: 5")}${rule("maxLength: 6")}`),
      /rules\.yaml:9:3 the key `own` is given twice/,
    ],
    [
      "a rule set that extends itself",
      company("").replace("spectrum/pcco@1.1.0", "company/pcco@1.0.0"),
      /rules\.yaml:6:1 this rule set extends itself/,
    ],
    ["a rule set that extends none", company("").replace("1.1.0\n", "7.0.0\n"), /has no version "7\.0\.0"/],
    [
      "an unknown key",
      company(`rules:\n${rule("maxLenght: 5")}`),
      /rules\.yaml:8:\d+ unknown key "maxLenght"\. Did you mean "maxLength"\?/,
    ],
    [
      "an unknown field",
      company(`rules:\n${rule("maxLength: 5").replace("field: title", "field: titel")}`),
      /rules\.yaml:8:\d+ .*"titel".*Did you mean "title"\?/,
    ],
    ["broken YAML", "rules: [\n", /rules\.yaml:1:8 this `\[` is never closed/],
    ["an empty file", "", /this file is empty; a rule file is/],
    ["a list", "[]", /a rule file is a group of keys/],
    ["bytes that are no text", "\u0000\u0001", /./],
  ])("%s is refused at its place, with 2 and without a trace", (_what, text, sentence) => {
    const folder = folderWith({ ...context, "a.pcco.yaml": approved(), "rules.yaml": text });
    const { code, out, err } = run(["check", "--rules", "rules.yaml"], { in: folder });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.replace(/^erp-rules: /, "")).toMatch(sentence);
    expect(err).not.toMatch(/went wrong|\bat .*\.[jt]s\b/);
  });
});

describe("an ERP system without rules", () => {
  const misspelt = facts.replace("system: spectrum", "system: Viewpoint Spectrum");
  const unpinned = approved([/^\$rules: .*\n/m, ""]);
  const files = { "spectrum.context.yaml": misspelt, "a.pcco.yaml": unpinned };
  const sentence =
    'There are no rules for the ERP system "Viewpoint Spectrum" (erp.system of the context), so spectrum/pcco is asked, and what depends on the system is unknown. Did you mean "spectrum"?';

  test("is told first, for information: what depends on it is unknown, never off, with nothing to remove", () => {
    const [told] = documentsOf(run(["check", "--format", "ndjson"], { in: folderWith(files) }));
    const [hint, ...others] = told?.findings ?? [];
    expect(hint).toMatchObject({ ruleId: "document/erp-system", severity: "info", message: sentence });
    expect(told?.outcome).toBe("unknown");
    expect(ids(others)).toContain("associated-line-item-hidden");
    expect(others.filter(({ state, fixes }) => state !== "unknown" || fixes.length > 0)).toEqual([]);
  });

  test("is unknown to rules that are said as well, which are not told to be asked for want of others", () => {
    const told = (...words: string[]) =>
      documentsOf(run(["check", "--format", "ndjson", ...words], { in: folderWith(files) }))[0];
    const { message, ...hint } = told()?.findings[0] ?? {};
    const said = told("--rules", "spectrum/pcco");
    expect(said).toMatchObject({
      outcome: "unknown",
      findings: [{ ...hint, message: message?.replace("spectrum/pcco is asked, and ", "") }, ...Array(5).fill({})],
    });
  });

  test.each([["Spectrum"], ["SPECTRUM"], ['" spectrum "']])("is not %s, which is known by another case", (system) => {
    const folder = folderWith({
      ...files,
      "spectrum.context.yaml": facts.replace("system: spectrum", `system: ${system}`),
    });
    expect(checkOne(["a.pcco.yaml"], { in: folder })).toMatchObject({ code: 0, findings: [] });
    expect(checkOne(["a.pcco.yaml", "--rules", "spectrum/pcco@1"], { in: folder })).toMatchObject({
      code: 0,
      findings: [],
    });
  });

  test("is known to both rule sets of impact when one of them names it", () => {
    const own = `format: 1
ruleSet: own/pcco
version: 1.0.0
title: Own
effective: { from: 2026-11-01 }
extends: procore/pcco@1.0.0
rules:
  system: { title: Ours, field: erpSystem, equals: jonas, severity: error, stage: send, source: send }
`;
    const jonas = facts.replace("system: spectrum", "system: jonas");
    const folder = folderWith({ "spectrum.context.yaml": jonas, "a.pcco.yaml": unpinned, "own.yaml": own });
    const { out } = run(["impact", "spectrum/pcco@1.1.0", "own.yaml", "a.pcco.yaml"], { in: folder });
    expect(out).toContain("can't be sent → can be sent");
  });

  test("is told of each line of NDJSON", () => {
    const line = JSON.stringify({ ...JSON.parse(approvedJson()), $rules: undefined, $context: undefined });
    const pinnedLine = JSON.stringify({ ...JSON.parse(line), $rules: "spectrum/pcco@1" });
    const folder = folderWith({ "pcco.context.yaml": misspelt, "a.pcco.ndjson": `${line}\n${pinnedLine}\n${line}\n` });
    const found = documentsOf(run(["check", "--format", "ndjson"], { in: folder }));
    expect(found.map(({ findings }) => ids(findings).includes("document/erp-system"))).toEqual([true, true, true]);
  });

  test.each([["actions"], ["repair"], ["transition", "send"]])("is noted by %s", (command, ...event) => {
    const { err } = run([command, "a.pcco.yaml", ...event], { in: folderWith(files) });
    expect(err).toContain(`erp-rules: ${sentence}\n`);
  });
});
