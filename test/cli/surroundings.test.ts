import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { approved, checkOne, context, documentsOf, folderWith, line, run } from "../support/cli.ts";

const toggle = "export_prime_contract_change_orders";
const facts = context["spectrum.context.yaml"];
const off = facts.replace(`${toggle}: true`, `${toggle}: false`);
const noContext = approved([/^\$context.*\n/m, ""]);
/** `$context` with something else in it. */
const judgedBy = (other: string) => approved([/^\$context: \S+/m, `$context: ${other}`]);
const ids = (findings: readonly { readonly ruleId: string }[]) => findings.map(({ ruleId }) => ruleId);

describe("the context of a PCCO", () => {
  test("is that of --context, else its $context, else the nearest file upwards, else unknown", () => {
    const folder = folderWith({
      "on.context.yaml": facts,
      "off.context.yaml": off,
      "pcco.context.yaml": off,
      "path.pcco.yaml": judgedBy("./on.context.yaml"),
      "inline.pcco.yaml": judgedBy(JSON.stringify({ erp: { system: "sage" } })),
      "near.pcco.yaml": noContext,
      "empty.pcco.yaml": judgedBy("{}"),
      "null.pcco.yaml": judgedBy("null"),
      "a/b/far.pcco.yaml": noContext,
      "yml/pcco.context.yml": facts,
      "yml/near.pcco.yaml": noContext,
      "json/pcco.context.json": JSON.stringify({ erp: { system: "sage" } }),
      "json/deep/near.pcco.yaml": noContext,
      "yml/elsewhere.pcco.yaml": judgedBy("../off.context.yaml"),
    });
    const switched = (...words: string[]) =>
      Object.fromEntries(
        documentsOf(run(["check", "--format", "ndjson", ...words], { in: folder })).map(
          ({ file, outcome, findings }) => [
            file,
            ids(findings).includes("export-switched-on") ? outcome : `${outcome}, switched on`,
          ],
        ),
      );
    expect(switched()).toEqual({
      "a/b/far.pcco.yaml": "blocked",
      "empty.pcco.yaml": "unknown",
      "inline.pcco.yaml": "blocked",
      "json/deep/near.pcco.yaml": "blocked",
      "near.pcco.yaml": "blocked",
      "null.pcco.yaml": "blocked",
      "path.pcco.yaml": "exportable, switched on",
      "yml/elsewhere.pcco.yaml": "blocked",
      "yml/near.pcco.yaml": "exportable, switched on",
    });
    expect(new Set(Object.values(switched("--context", "on.context.yaml")))).toEqual(
      new Set(["exportable, switched on"]),
    );
    expect(new Set(Object.values(switched("--context", "off.context.yaml")))).toEqual(new Set(["blocked"]));
  });

  test("a fault of it points at the $context line and stops no other PCCO", () => {
    const folder = folderWith({
      ...context,
      "a.pcco.yaml": judgedBy("gone/it.yaml"),
      "b.pcco.yaml": judgedBy("broken.context.yaml"),
      "c.pcco.yaml": judgedBy("list.context.yaml"),
      "d.pcco.yaml": judgedBy("empty.context.yaml"),
      "e.pcco.yaml": judgedBy("wrong.context.yaml"),
      "f.pcco.yaml": judgedBy("5"),
      "g.pcco.yaml": judgedBy("{ prime_contract: { id: [] } }"),
      "h.pcco.yaml": judgedBy("."),
      "i.pcco.yaml": judgedBy("two.context.yaml"),
      "j.pcco.yaml": approved(),
      "k.pcco.json": line({ $context: "nowhere.yaml" }),
      "broken.context.yaml": "erp: {\n",
      "list.context.yaml": "- 1\n",
      "empty.context.yaml": "# nothing yet\n",
      "two.context.yaml": "erp: {}\n---\nerp: {}\n",
      "wrong.context.yaml":
        "erp:\n  system: spectrum\n  features: { export_prime_contract_change_orders: sometimes }\nproject: 5\n",
    });
    const done = run(["check", "--format", "ndjson"], { in: folder });
    expect({ code: done.code, err: done.err }).toEqual({ code: 3, err: "" });
    const said = documentsOf(done).map(({ file, outcome, findings: [finding] }) => {
      if (outcome === "exportable") return [file];
      expect(finding).toMatchObject({ ruleId: "document/context", path: "/$context" });
      return [file, finding?.range?.start.line, finding?.message.replaceAll(folder, "HERE")];
    });
    const shape = "a context is a group of fields such as `erp` and `prime_contract`";
    expect(said).toEqual([
      ["a.pcco.yaml", 2, "The context file gone/it.yaml can't be read: there is no such file."],
      [
        "b.pcco.yaml",
        2,
        expect.stringMatching(/^The context file broken\.context\.yaml:1:6 this `\{` is never closed/),
      ],
      [
        "c.pcco.yaml",
        2,
        `The context file list.context.yaml:1:3 ${shape}; item 1 of the list in this file is the number 1.`,
      ],
      ["d.pcco.yaml", 2, `The context file empty.context.yaml:1:1 this file is empty; ${shape}.`],
      [
        "e.pcco.yaml",
        2,
        expect.stringMatching(
          /^The context file wrong\.context\.yaml has faults: line 3: .*sometimes.*; line 4: "project" .*5\.$/,
        ),
      ],
      ["f.pcco.yaml", 2, "$context must be the path of a context file, or the context itself."],
      [
        "g.pcco.yaml",
        2,
        expect.stringMatching(/^The context in \$context has faults: \/prime_contract\/id "id" must be/),
      ],
      ["h.pcco.yaml", 2, "The context file HERE can't be read: it is a folder."],
      ["i.pcco.yaml", 2, `The context file two.context.yaml holds several documents; ${shape}.`],
      ["j.pcco.yaml"],
      ["k.pcco.json", 0, "The context file nowhere.yaml can't be read: there is no such file."],
    ]);
  });

  test("a nearest file with faults is told at the PCCO", () => {
    const folder = folderWith({ "pcco.context.yaml": "erp: 5\n", "a.pcco.yaml": noContext });
    expect(checkOne(["a.pcco.yaml"], { in: folder })).toMatchObject({
      code: 3,
      findings: [
        {
          ruleId: "document/context",
          message: expect.stringMatching(/^The context file pcco\.context\.yaml has faults: line 1: "erp"/),
          // The first key of the PCCO's own.
          range: { start: { line: 4 } },
        },
      ],
    });
  });

  test.each([
    ["--context", "gone.yaml", "the context file gone.yaml can't be read: there is no such file."],
    ["--context", "broken.yaml", "the context file broken.yaml:1:1"],
    ["--context", "wrong.yaml", 'the context file wrong.yaml has faults: line 1: "actor"'],
    ["--actor", "gone.yaml", "the actor file gone.yaml can't be read: there is no such file."],
    [
      "--actor",
      "list.yaml",
      "the actor file list.yaml:1:3 an actor is a group of fields such as `id` and `prime_contracts`;",
    ],
    ["--actor", "person.yaml", 'the actor file person.yaml has faults: line 2: "system" must be true or false'],
  ])("%s %s ends the command with 3 and one sentence", (option, file, sentence) => {
    const folder = folderWith({
      ...context,
      "a.pcco.yaml": approved(),
      "broken.yaml": "}",
      "wrong.yaml": "actor: 5\n",
      "list.yaml": "- 1\n",
      "person.yaml": "id: 5\nsystem: maybe\n",
    });
    const { code, out, err } = run(["check", option, file], { in: folder });
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain(`erp-rules: ${sentence}`);
    expect(err.trimEnd()).toMatch(/\.$/);
  });
});

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
      "jonas.pcco.yaml": [undefined, "export-switched-on", "associated-line-item-hidden"],
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
