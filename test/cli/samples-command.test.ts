import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { documentsOf, folderWith, run } from "../support/cli.ts";

const names = ["$rules", "$context", "$expect"];

describe("samples", () => {
  test("are PCCOs that say how they are judged and what a check of them finds", () => {
    const folder = folderWith();
    const { code, out, err } = run(["samples", "spectrum/pcco@1.0.0", "--output", "all.pcco.yaml"], { in: folder });
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(err).toMatch(
      /^\d+ PCCOs kill all 204 mutants that make a difference; 14 mutants proved to make none left out\.\n$/,
    );
    const text = readFileSync(join(folder, "all.pcco.yaml"), "utf8");
    expect(text).toMatch(/^---\n# Kills \d+ mutants, \d+ of them by itself:\n# - /);
    const samples = parseAllDocuments(text).map((document) => document.toJS());
    expect(err).toMatch(new RegExp(`^${samples.length} PCCOs `));
    const checked = documentsOf(run(["check", "all.pcco.yaml", "--format", "ndjson"], { in: folder }));
    expect(checked).toHaveLength(samples.length);
    for (const [index, { $rules, $expect }] of samples.entries()) {
      const { outcome, findings = [], ruleSet } = checked[index] ?? {};
      const idsOf = (wanted: string) =>
        [...new Set(findings.filter(({ state }) => state === wanted).map(({ ruleId }) => ruleId))].sort();
      expect($rules).toBe("spectrum/pcco@1.0.0");
      expect(ruleSet).toMatchObject({ id: "spectrum/pcco", version: "1.0.0" });
      expect({ outcome, broken: idsOf("broken"), unknown: idsOf("unknown") }).toEqual({
        outcome: $expect.outcome,
        broken: $expect.broken,
        unknown: $expect.unknown,
      });
      expect(Object.keys($expect.events)).toContain("send");
    }
  });

  test("each event comes to what the sample says", () => {
    const folder = folderWith();
    run(["samples", "spectrum/pcco@1.0.0", "--format", "ndjson", "--output", "all.pcco.ndjson"], { in: folder });
    const samples = readFileSync(join(folder, "all.pcco.ndjson"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const asked = samples.flatMap((sample) =>
      Object.entries(sample.$expect.events).map(([event, comes]) => ({ sample, event, comes })),
    );
    const moves = asked.filter(({ comes }) => typeof comes === "string").slice(0, 3);
    // What is entered is not among the options here.
    const refusals = asked.filter(({ comes }) => Array.isArray(comes) && !comes.includes("input")).slice(0, 3);
    expect([moves.length, refusals.length]).toEqual([3, 3]);
    for (const { sample, event, comes } of [...moves, ...refusals]) {
      const here = folderWith({ "one.pcco.json": JSON.stringify(sample) });
      const { code, out } = run(["transition", "one.pcco.json", event, "--format", "json"], { in: here });
      const said = JSON.parse(out);
      const kinds = (reasons: readonly { kind: string }[]) => [...new Set(reasons.map(({ kind }) => kind))].sort();
      expect(code === 0 ? (said.erp?.status ?? "not_in_erp") : kinds(said.reasons)).toEqual(comes);
    }
  });

  test("of a rule file of one's own name it by its path from where they stand", () => {
    const company = `format: 1
ruleSet: acme/pcco
version: 1.0.0
effective: { from: 2026-11-01 }
extends: spectrum/pcco@1.1.0
overrides:
  number-length: { maxLength: 12, because: Ours are longer. }
`;
    const folder = folderWith({ "rules/company.yaml": company, "out/keep": "" });
    const { code, err } = run(
      ["samples", "rules/company.yaml", "--format", "json", "--output", "out/samples.pcco.json"],
      { in: folder },
    );
    expect({ code, err }).toEqual({ code: 0, err: "2 PCCOs kill all 3 mutants that make a difference.\n" });
    const samples = JSON.parse(readFileSync(join(folder, "out/samples.pcco.json"), "utf8"));
    expect(samples.map(({ number }: { number: string }) => number.length).sort()).toEqual([12, 13]);
    for (const sample of samples) {
      expect(Object.keys(sample).slice(0, 3)).toEqual(names);
      expect(sample.$rules).toBe("../rules/company.yaml");
    }
    const checked = documentsOf(run(["check", "out", "--format", "ndjson"], { in: folder }));
    expect(checked.map(({ outcome }) => outcome)).toEqual(
      samples.map(({ $expect }: { $expect: { outcome: string } }) => $expect.outcome),
    );
  });

  test.each([
    [[], '"samples" needs a rule set.'],
    [["spectrum/pco"], 'there is no rule set "spectrum/pco". Did you mean "spectrum/pcco"?'],
    [["no.yaml"], "there is no rule file no.yaml."],
    [["spectrum/pcco", "more"], '"samples" takes no "more".'],
  ])("%j is wrong usage", (words, message) => {
    const { code, out, err } = run(["samples", ...words], { in: folderWith() });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
  });
});
