import { loadRuleSet } from "@erp-export-rules/sdk";
import { libraryWith, readContextText, ruleSetOf } from "@erp-export-rules/sdk/authoring";
import { parseText } from "@erp-export-rules/sdk/text";
import { describe, expect, test } from "vitest";
import { casesOf } from "../../sdk/src/analysis/cases.ts";
import { readRuleTest } from "../../sdk/src/analysis/read-rule-test.ts";
import { runCase } from "../../sdk/src/analysis/run-case.ts";
import { manifest, read } from "./testing.ts";

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const library = libraryWith([]);
const paths = [...new Set(manifest.contributes.snippets.map(({ path }) => path))];
const named = (file: string): ReadonlyMap<string, Snippet> => {
  const snippets: Readonly<Record<string, Snippet>> = JSON.parse(read(`snippets/${file}.json`));
  return new Map(Object.values(snippets).map((snippet) => [snippet.prefix, snippet]));
};

/** What stands in the file when every place is left as it is offered; of a choice, the one picked. */
function inserted({ body }: Snippet, pick = 0): string {
  return body
    .join("\n")
    .replaceAll(/\$\{CURRENT_(YEAR|MONTH|DATE)\}/g, (_, part: string) => (part === "YEAR" ? "2026" : "11"))
    .replaceAll(
      /\$\{\d+\|([^}]*)\|\}/g,
      (_, choices: string) => choices.split(",").at(pick) ?? choices.split(",")[0] ?? "",
    )
    .replaceAll(/\$\{\d+:([^}]*)\}/g, "$1")
    .replaceAll("$0", "")
    .replaceAll("\\$", "$")
    .trimEnd();
}

/** How many choices the snippet has where it has most. */
function picks({ body }: Snippet): readonly number[] {
  const counts = [...body.join("\n").matchAll(/\|([^|]*)\|/g)].map(([, choices = ""]) => choices.split(",").length);
  return Array.from({ length: Math.max(1, ...counts) }, (_, pick) => pick);
}

const each = (file: string, prefixes: readonly string[]) =>
  prefixes.flatMap((prefix) => {
    const snippet = named(file).get(prefix);
    if (snippet === undefined) throw new Error(`${file} has no snippet ${prefix}`);
    return picks(snippet).map((pick) => [prefix, pick, inserted(snippet, pick)] as const);
  });
const indented = (text: string, by = "  ") => text.replaceAll(/^(?=.)/gm, by);

test("every snippet says what it is for, and its prefix is used once", () => {
  for (const path of paths) {
    const snippets: readonly Snippet[] = Object.values(JSON.parse(read(path)));
    for (const { prefix, description } of snippets) expect(description, prefix).toMatch(/^[A-Z].{15,}[^.]$/);
    expect(new Set(snippets.map(({ prefix }) => prefix)).size, path).toBe(snippets.length);
  }
});

describe("in a rule file", () => {
  const head = `format: 1
ruleSet: company/pcco
version: 1.0.0
effective: { from: 2026-11-01 }
extends: spectrum/pcco@1.1.0
`;
  const sections: Readonly<Record<string, string>> = {
    rule: "rules",
    "rule-when": "rules",
    override: "overrides",
    field: "fields",
    feature: "features",
    event: "lifecycle",
  };

  test.each(each("rule-file", Object.keys(sections)))("%s, choice %i", async (prefix, _, text) => {
    const file = `${head}${sections[prefix]}:\n${indented(text)}\n`;
    await expect(loadRuleSet({ text: file, file: "company.rules.yaml" })).resolves.toBeDefined();
  });

  test.each(each("rule-file", ["rule-set"]))("%s, choice %i, is a whole file", async (_, __, text) => {
    const rules = await loadRuleSet({ text, file: "company.rules.yaml" });
    expect(rules.reference).toMatchObject({ id: "company/pcco", version: "1.0.0" });
    expect(rules.events).toContain("send");
  });

  test("there is no other", () => {
    expect([...named("rule-file").keys()].sort()).toEqual([...Object.keys(sections), "rule-set"].sort());
  });
});

describe("in a rule test", () => {
  const prefixes = ["rule-tests", "rule-test-case", "rule-test-matrix"];
  const [tests = "", one = "", matrix = ""] = each("rule-test", prefixes).map(([, , text]) => text);
  const broken = (text: string) => {
    const [document] = parseText(text, { format: "yaml" }).documents;
    if (document === undefined) throw new Error("no document");
    const { content, rules, problems } = readRuleTest(document, "1.1.0.test.yaml", (reference) =>
      ruleSetOf(library.find(reference), library),
    );
    if (content === undefined || rules === undefined) return problems.map(({ message }) => message);
    return [...problems, ...casesOf(content).map((it) => runCase(rules, content, it))].map(({ message }) => message);
  };

  test("the tests pass as they are", () => expect(broken(tests)).toEqual([""]));

  test("so does a matrix", () => expect(broken(`${tests}\nmatrix:\n${indented(matrix)}`)).toEqual(["", ""]));

  test("so does one more case", () => expect(broken(`${tests}\n${indented(one)}`)).toEqual(["", ""]));
});

describe.each(["yaml", "json"] as const)("in a PCCO as %s", (format) => {
  const file = `pcco-${format}`;
  const context = {
    erp: { system: "spectrum", features: { export_prime_contract_change_orders: true } },
    prime_contract: {
      id: 901,
      status: "Approved",
      accounting_method: "amount",
      origin_id: "SP-J24118",
      line_items: [
        { id: 7001, origin_code: "0010" },
        { id: 7002, origin_code: "0520" },
      ],
    },
  };

  test.each(each(file, ["pcco"]))("%s, choice %i: only its status can stand in the way", async (_, pick, text) => {
    const rules = await loadRuleSet("spectrum/pcco@1.1.0");
    const [verdict] = rules.checkText(text, { format, context });
    expect(verdict?.findings.map(({ ruleId }) => ruleId)).toEqual(pick === 0 ? [] : ["status-approved"]);
  });

  test.each(each(file, ["pcco-line"]))("%s is a line", async (_, __, text) => {
    const rules = await loadRuleSet("spectrum/pcco@1.1.0");
    const whole = format === "yaml" ? `line_items:\n${indented(text)}` : `{ "line_items": [${text}] }`;
    const [verdict] = rules.checkText(whole, { format, context });
    const inLines = verdict?.findings.filter(({ path }) => path.startsWith("/line_items"));
    expect(inLines).toEqual([]);
    expect(verdict?.outcome).toBe("blocked");
  });
});

test.each(each("pcco-yaml", ["pcco-context"]))("%s, choice %i, is a context", (_, pick, text) => {
  const read = readContextText(text, "yaml");
  expect("problems" in read ? read.problems : []).toEqual([]);
  expect("context" in read ? read.context.actor?.prime_contracts : undefined).toBe(
    ["admin", "standard", "read_only", "none"][pick],
  );
});
