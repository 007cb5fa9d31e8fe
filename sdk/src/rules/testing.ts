// What the tests of rule files share: small rule files, and the faults found in them as lines of text.
import { expect, test } from "vitest";
import { loadRuleText } from "../load-text.ts";
import { RuleSetError } from "./rule-file.ts";

/** The four keys every rule file has. */
export const head = `format: 1
ruleSet: acme/pcco
version: 1.0.0
effective: { from: 2025-01-01 }
`;

/** A dictionary to write rules with. What is added to it begins on line 20. */
export const dictionary = `${head}sources:
  page: { title: Page, url: "https://example.com" }
features:
  export: { title: Export, default: off }
fields:
  title: { label: Title, path: title, type: text }
  date: { label: Date, path: created_at, type: dateTime }
  amount: { label: Amount, path: "line_items[].amount", type: money }
  code: { label: Code, path: "line_items[].code", type: id }
  contract: { label: Contract, in: context, path: prime_contract.id, type: id }
  state: { label: State, path: state, type: choice, choices: { open: Open, shut: Shut } }
roles:
  anyone: { label: a title, where: { field: title, required: true } }
states:
  open: { label: Open, icon: none, locked: false, initial: true }
`;

/** A rule file with one rule, whose entry stands on line 21: `  a-rule: { severity: error, … }`. */
export function withRule(rule: string, head = "severity: error, stage: send, source: page"): string {
  return `${dictionary}rules:\n  a-rule: { ${head}, ${rule} }\n`;
}

/** A rule file with one event, on line 21. */
export function withEvent(event: string): string {
  return `${dictionary}lifecycle:\n  go: { label: Go, ${event} }\n`;
}

/** Every fault of a rule file as `line:column message`, or one line without a place when the file as a whole is refused. */
export async function faultsOf(text: string, file = "rules.yaml"): Promise<readonly string[]> {
  try {
    await loadRuleText({ text, file });
    return [];
  } catch (error) {
    if (!(error instanceof RuleSetError)) throw error;
    return error.message
      .split("\n")
      .slice(1)
      .map((line) => line.trim().replace(`${file}:`, ""));
  }
}

/** A text with a mark (`»`) at each expected fault, as the text without the marks and their places as `line:column`. */
export function marked(text: string): { readonly text: string; readonly places: readonly string[] } {
  const parts = text.split("»");
  const places = parts.slice(1).map((_, index) => {
    const lines = parts
      .slice(0, index + 1)
      .join("")
      .split("\n");
    return `${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
  });
  return { text: parts.join(""), places };
}

/** Expects of a rule file with marks that these faults are found at them, and no others. */
export async function expectFaults(file: string, messages: readonly string[], name?: string): Promise<void> {
  const { text, places } = marked(file);
  expect(await faultsOf(text, name)).toEqual(messages.map((message, index) => `${places[index]} ${message}`));
}

/** A table of tests: rule files with one mark each, and what is said there. */
export function faults(rows: readonly (readonly [file: string, message: string])[]): void {
  test.each(rows.map(([file, message]) => ({ file, message })))("$message", ({ file, message }) =>
    expectFaults(file, [message]),
  );
}
