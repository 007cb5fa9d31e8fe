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
      "inline.pcco.yaml": judgedBy(JSON.stringify({ erp: { system: "vista" } })),
      "near.pcco.yaml": noContext,
      "empty.pcco.yaml": judgedBy("{}"),
      "null.pcco.yaml": judgedBy("null"),
      "a/b/far.pcco.yaml": noContext,
      "yml/pcco.context.yml": facts,
      "yml/near.pcco.yaml": noContext,
      "json/pcco.context.json": JSON.stringify({ erp: { system: "vista" } }),
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
    [
      "--actor",
      "slip.yaml",
      'the actor file slip.yaml has none of the fields of an actor at its top, but "sytem". Did you mean "system"? Fields are id, prime_contracts,',
    ],
    [
      "--actor",
      "nested.yaml",
      'the actor file nested.yaml has none of the fields of an actor at its top, but "actor". Fields are id,',
    ],
    ["--actor", "gone.yaml", "the actor file gone.yaml can't be read: there is no such file."],
    [
      "--actor",
      "list.yaml",
      "the actor file list.yaml:1:3 an actor is a group of fields such as `id` and `prime_contracts`;",
    ],
    [
      "--context",
      "twice.yaml",
      "the context file twice.yaml has faults: line 1: the prime contract's lines 1 and 2 both have the id 7001, but differ",
    ],
    ["--actor", "person.yaml", 'the actor file person.yaml has faults: line 2: "system" must be true or false'],
  ])("%s %s ends the command with 3 and one sentence", (option, file, sentence) => {
    const folder = folderWith({
      ...context,
      "a.pcco.yaml": approved(),
      "broken.yaml": "}",
      "wrong.yaml": "actor: 5\n",
      "twice.yaml": 'prime_contract: { line_items: [{ id: 7001, origin_code: "1" }, { id: 7001 }] }',
      "slip.yaml": "sytem: true\n",
      "nested.yaml": "actor: { system: true }\n",
      "list.yaml": "- 1\n",
      "person.yaml": "id: 5\nsystem: maybe\n",
    });
    const { code, out, err } = run(["check", option, file], { in: folder });
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain(`erp-rules: ${sentence}`);
    expect(err.trimEnd()).toMatch(/\.$/);
  });
});
