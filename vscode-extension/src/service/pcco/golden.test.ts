import { readdirSync } from "node:fs";
import { libraryWith } from "@erp-export-rules/sdk/authoring";
import { parseText, type TextFormat } from "@erp-export-rules/sdk/text";
import { describe, expect, test } from "vitest";
import { pccoDiagnostics } from "./diagnostics.ts";
import {
  after,
  covered,
  noLinks,
  opened,
  quickFixes,
  repositoryText,
  spectrumContext,
  surroundingsWith,
  switchedOff,
} from "./testing.ts";

// Each case of golden/*.md is a PCCO, the findings on it, a fix, and the PCCO after it. Cases are written in YAML, and are
// tried as JSON too: the same findings on the same words, the same fixes, and the same values afterwards.

interface Case {
  readonly title: string;
  readonly document: string;
  readonly findings: readonly string[];
  readonly fix: string;
  readonly fixed: string;
  readonly left: readonly string[];
  readonly isSwitchedOff: boolean;
  readonly isOnlyYaml: boolean;
}

const folder = "vscode-extension/src/service/pcco/golden";
const names = readdirSync(new URL("golden", import.meta.url)).filter((name) => name.endsWith(".md"));
const cases = names.flatMap((name) => readCases(repositoryText(`${folder}/${name}`)));

function readCases(text: string): readonly Case[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [document = "", fixed = ""] = [...section.matchAll(/^```yaml\n(.*?)^```$/gms)].map(
        ([, block = ""]) => block,
      );
      const [before = "", behind = ""] = section.split(/^Left:$/m);
      const listed = (part: string) => [...part.matchAll(/^- (`[^`]+` on `[^`]*`)$/gm)].map(([, line = ""]) => line);
      return {
        title: section.slice(0, section.indexOf("\n")),
        document,
        findings: listed(before),
        fix: /^Fix: (.*)$/m.exec(section)?.[1] ?? "",
        fixed,
        left: listed(behind),
        isSwitchedOff: section.includes("\nThe export is switched off.\n"),
        isOnlyYaml: section.includes("\nOnly YAML: "),
      };
    });
}

const library = libraryWith([]);

function valueOfText(text: string, format: TextFormat = "yaml"): unknown {
  return parseText(text, { format }).documents[0]?.value;
}

function asJson(yaml: string): string {
  return `${JSON.stringify(valueOfText(yaml), null, 2)}\n`;
}

function tried(text: string, format: TextFormat, { isSwitchedOff }: Case) {
  const surroundings = surroundingsWith(isSwitchedOff ? switchedOff : spectrumContext);
  const file = opened(text, format);
  const findings = pccoDiagnostics(file, surroundings, { ...noLinks, library })
    .toSorted((a, b) => a.range.start.line - b.range.start.line)
    .map(({ code, range }) => `\`${code}\` on \`${covered(text, range)}\``);
  return { file, findings, actions: quickFixes(file, surroundings, library) };
}

/** The findings with what they cover as values, so that quotes make no difference. */
function meant(findings: readonly string[]): unknown {
  return findings.map((line) => {
    const [, id, text = ""] = /^`([^`]+)` on `([^`]*)`$/.exec(line) ?? [];
    const value = valueOfText(`- { covers: ${text} }`);
    if (typeof value !== "object") throw new Error(`${text} is no value`);
    return [id, value];
  });
}

function applied(text: string, format: TextFormat, each: Case): string {
  const { file, actions } = tried(text, format, each);
  const action = actions.find(({ title }) => title === each.fix);
  if (action === undefined) throw new Error(`offered are ${actions.map(({ title }) => title).join("\n")}`);
  return after(file, action);
}

test("there are enough of them, each with all its parts", () => {
  expect(cases.length).toBeGreaterThan(25);
  for (const { title, document, findings, fix, fixed } of cases) {
    const parts = {
      document: document !== "",
      findings: findings.length > 0,
      fix: fix !== "",
      changes: document !== fixed,
    };
    expect({ title, ...parts }).toEqual({ title, document: true, findings: true, fix: true, changes: true });
  }
});

// The rules for other ERP systems have the same keywords on the same fields.
test("every rule for Spectrum that offers fixes is among them", () => {
  const rules = new Set(cases.flatMap(({ findings }) => findings.map((line) => line.split("`")[1])));
  const withoutFix = [
    "export-switched-on",
    "contract-approved",
    "contract-synced",
    "amount-based-contract",
    "line-items-required",
    "cost-code-and-type",
    "unique-phase-cost-type",
    // Switched off unless a company switches it on.
    "single-associated-line",
    "transaction-date",
  ];
  const shipped = library.files.flatMap(({ content }) =>
    content.ruleSet === "spectrum/pcco" ? Object.keys(content.rules ?? {}) : [],
  );
  expect(shipped.filter((id) => !rules.has(id) && !withoutFix.includes(id))).toEqual([]);
});

describe("as YAML", () => {
  test.each(cases)("$title", (each) => {
    const { findings } = tried(each.document, "yaml", each);
    expect(findings).toEqual(each.findings);
    expect(applied(each.document, "yaml", each)).toBe(each.fixed);
    expect(tried(each.fixed, "yaml", each).findings).toEqual(each.left);
  });
});

// A code without quotes, say, is no JSON in the first place.
describe("as JSON", () => {
  test.each(cases.filter(({ isOnlyYaml }) => !isOnlyYaml))("$title", (each) => {
    const json = asJson(each.document);
    const { findings, actions } = tried(json, "json", each);
    expect(meant(findings)).toEqual(meant(each.findings));
    expect(actions.map(({ title }) => title)).toEqual(
      tried(each.document, "yaml", each).actions.map(({ title }) => title),
    );
    expect(applied(json, "json", each)).toBe(asJson(each.fixed));
  });
});
