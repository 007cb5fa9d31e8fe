import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeYaml } from "../../sdk/src/document/write-yaml.ts";
import { checkOne, folderWith, run } from "../support/cli.ts";

const versions = ["spectrum/pcco@1.0.0", "spectrum/pcco@1.1.0"] as const;

/** A difference as the report in JSON has it. */
interface Difference {
  readonly before: string;
  readonly after: string;
  readonly because: { readonly kind: string; readonly name: string };
  readonly witness: { readonly document: object; readonly input?: object };
}

interface Report {
  readonly schemaVersion: number;
  readonly step: { readonly needed: string; readonly problem?: string };
  readonly events: readonly {
    readonly event: string;
    readonly relation: string;
    readonly differences: readonly Difference[];
    readonly notDecided: readonly unknown[];
  }[];
}

function report(...words: readonly string[]): Report {
  const { code, out, err } = run(["diff", ...words, "--format", "json"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(out);
}

/** A company's rules on top of the newest ones. */
function company(rules: string, version = "1.0.0"): string {
  return `format: 1
ruleSet: company/pcco
version: ${version}
effective: { from: 2026-11-01 }
extends: spectrum/pcco@1.1.0
${rules}
`;
}

describe("diff of two versions that ship", () => {
  test("each witness of a check, saved to a file, is judged differently under the two versions", () => {
    const folder = folderWith();
    const send = report(...versions).events.find(({ event }) => event === "send");
    expect(send).toMatchObject({ relation: "stricter", notDecided: [] });
    const { differences = [] } = send ?? {};
    expect(differences.length).toBeGreaterThan(10);
    for (const { before, after, witness } of differences) {
      writeFileSync(join(folder, "w.pcco.yaml"), writeYaml(witness.document));
      writeFileSync(join(folder, "w.pcco.json"), JSON.stringify(witness.document));
      for (const file of ["w.pcco.yaml", "w.pcco.json"]) {
        const outcomes = versions.map((rules) => checkOne([file, "--rules", rules], { in: folder }).outcome);
        expect(outcomes).toEqual([before, after]);
      }
    }
  });

  test("a witness of an event moves under one version alone", () => {
    const folder = folderWith();
    const approve = report(...versions, "--event", "approve").events;
    expect(approve).toMatchObject([{ event: "approve", relation: "stricter", differences: [{ before: "possible" }] }]);
    writeFileSync(join(folder, "w.pcco.json"), JSON.stringify(approve[0]?.differences[0]?.witness.document));
    const codes = versions.map(
      (rules) => run(["transition", "w.pcco.json", "approve", "--rules", rules], { in: folder }).code,
    );
    expect(codes).toEqual([0, 1]);
  });

  test("pretty: a witness can be pasted as it is printed, and the lines at the end show it", () => {
    const { code, out, err } = run(["diff", ...versions]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(
      /^spectrum\/pcco 1\.0\.0 → 1\.1\.0\n\nThis change needs a minor step, and the version makes one\. /,
    );
    expect(out.replaceAll(/\s+/g, " ")).toContain(
      "Send to ERP, Accept and export, Resend to ERP and Export again are stricter: some PCCOs are newly held back, none is newly let through",
    );
    expect(out.replaceAll(/\s+/g, " ")).toContain(
      "Export failed, Unlink and Reset are equivalent: both rule sets let the same PCCOs pass",
    );
    expect(out).toContain("Rules added: status-known,");
    const [, witness = ""] = /by approved-date-required: [\s\S]*?\n((?: {4}.*\n)+)/.exec(out) ?? [];
    const folder = folderWith({ "witness.pcco.yaml": witness });
    const commands = out
      .trimEnd()
      .split("\n")
      .slice(-2)
      .map((each) => each.trim().split(" ").slice(1));
    expect(commands.map((words) => run(words, { in: folder }).code)).toEqual([0, 1]);
    for (const each of out.split("\n")) if (!each.startsWith("    ")) expect(each.length, each).toBeLessThanOrEqual(80);
  });

  test("markdown has each witness between fences, and --output writes it to a file", () => {
    const folder = folderWith();
    const { out } = run(["diff", ...versions, "--event", "send", "--format", "markdown"]);
    expect(out).toMatch(/^## spectrum\/pcco 1\.0\.0 → 1\.1\.0\n/);
    const fenced = [...out.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)];
    const { differences = [] } = report(...versions, "--event", "send").events[0] ?? {};
    expect(fenced.map(([, text]) => text)).toEqual(differences.map(({ witness }) => writeYaml(witness.document)));
    run(["diff", ...versions, "--event", "send", "--format", "markdown", "--output", join(folder, "report.md")]);
    expect(readFileSync(join(folder, "report.md"), "utf8")).toBe(out);
  });
});

describe("diff of rule files", () => {
  const override = (severity: string) =>
    company(`overrides:\n  title-length: { severity: ${severity}, because: Agreed with accounting. }`);

  test("what a company's own rules change", () => {
    const folder = folderWith({ "company.yaml": override("warning") });
    const { code, out } = run(["diff", versions[1], "company.yaml", "--event", "send", "--format", "json"], {
      in: folder,
    });
    expect(code).toBe(0);
    const parsed: Report = JSON.parse(out);
    expect(parsed.step.needed).toBe("major");
    expect(parsed.events[0]).toMatchObject({ relation: "looser", notDecided: [] });
    expect(new Set(parsed.events[0]?.differences.map(({ because }) => because.name))).toEqual(
      new Set(["title-length"]),
    );
  });

  test("a step that is too small is told", () => {
    const folder = folderWith({ "a.yaml": override("error"), "b.yaml": override("warning").replace("1.0.0", "1.0.1") });
    const { out } = run(["diff", "a.yaml", "b.yaml"], { in: folder });
    expect(out.replaceAll(/\s+/g, " ")).toContain(
      'Version 1.0.1 follows 1.0.0 by a patch step, but this change needs a major one. "Send to ERP" lets through what was refused.',
    );
  });

  test("rule sets that say the same, in other words", () => {
    const folder = folderWith({ "a.yaml": company("title: One"), "b.yaml": company("title: Two") });
    const { out } = run(["diff", "a.yaml", "b.yaml"], { in: folder });
    expect(out).toMatch(/^a\.yaml → b\.yaml\n\nThe two rule sets say the same\.\n/);
    expect(out).not.toContain("stricter");
  });

  test("what can't be decided is said, and not called equivalent", () => {
    const rules = (limit: number) =>
      company(`rules:
  day: { title: The title is a day, field: title, format: date, severity: error, stage: save, source: create }
  short: { title: The title is short, field: title, maxLength: ${limit}, severity: error, stage: save, source: create }`);
    const folder = folderWith({ "a.yaml": rules(10), "b.yaml": rules(11) });
    const { out } = run(["diff", "a.yaml", "b.yaml", "--event", "send"], { in: folder });
    expect(out).toContain("Send to ERP is not decided: ");
    expect(out.replaceAll(/\s+/g, " ")).toMatch(
      /Not decided whether exportable → \w+ by short: title can't be split into classes for sure/,
    );
    expect(out).not.toContain("equivalent");
  });
});

describe("wrong usage ends with 2", () => {
  test.each([
    ["one rule set", [versions[0]], '"diff" needs two rule sets.'],
    ["three", [...versions, versions[0]], '"diff" takes no "spectrum/pcco@1.0.0".'],
    ["an unknown event", [...versions, "--event", "sned"], 'there is no event "sned". Did you mean "send"?'],
    ["an unknown format", [...versions, "--format", "sarif"], '--format is "sarif"; it takes pretty, json, markdown.'],
    ["a rule set that is not there", [versions[0], "spectrum/pcc"], 'there is no rule set "spectrum/pcc".'],
    ["a rule file with a fault", [versions[0], "bad.yaml"], "bad.yaml"],
  ])("%s", (_what, words, sentence) => {
    const folder = folderWith({ "bad.yaml": company("rules: { x: y }") });
    const { code, out, err } = run(["diff", ...words], { in: folder });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(sentence);
  });
});
