import type { RuleSet } from "@erp-export-rules/sdk";
import { isRuleSetError } from "@erp-export-rules/sdk/authoring";
import { checkDocument, formatOf, inlineContext, parseText } from "@erp-export-rules/sdk/text";
import type { CompletionItem, Position, Range } from "vscode-languageserver-types";
import type { Project, RuleTestText, RuleText, Sample, SampleRecord } from "../model.ts";
import { readProjectRules } from "./read-rule-text.ts";
import { ruleSetFor } from "./rule-sets.ts";

/** A project made of texts, and how to get at them. */
export interface TestProject extends Project {
  rule(file: string): RuleText;
  ruleTest(file: string): RuleTestText;
  textOf(uri: string): string | undefined;
  /** A position and the rule file it is in, from a text with a mark. */
  readonly cursor: Position;
}

const folder = "file:///project";
const mark = "‸";

/** The characters of a range on one line. */
export function wordAt(text: string, { start, end }: Range): string {
  return (text.split(/\r\n|\n|\r/)[start.line] ?? "").slice(start.character, end.character);
}

/** A text with the mark in one place, found by the text around it: `a|b` in `xaby` gives `xa‸by`. */
export function at(text: string, around: string): string {
  const [before = "", after = ""] = around.split("|");
  const found = text.indexOf(before + after);
  if (found < 0) throw new RangeError(`${before + after} is not in the text`);
  const offset = found + before.length;
  return text.slice(0, offset) + mark + text.slice(offset);
}

/** The line of the mark after a completion is accepted, as far as the completion writes lines. */
export function accepted(marked: string, { textEdit, additionalTextEdits = [] }: CompletionItem): string {
  if (textEdit === undefined || !("range" in textEdit)) throw new RangeError("a completion replaces a range");
  const lines = marked.replace(mark, "").split("\n");
  const { line } = textEdit.range.start;
  for (const { range, newText } of [textEdit, ...additionalTextEdits].toSorted(lastFirst)) {
    const old = lines[range.start.line] ?? "";
    lines[range.start.line] = old.slice(0, range.start.character) + newText + old.slice(range.end.character);
  }
  return lines[line] ?? "";
}

function lastFirst({ range: { start: a } }: { range: Range }, { range: { start: b } }: { range: Range }): number {
  return b.line - a.line || b.character - a.character;
}

/** Where a file of a test's project stands. */
export function uriOf(file: string): string {
  return `${folder}/${file}`;
}

/**
 * Reads texts as a project. The kind of a file follows from its name. One text may have a mark, `‸`, where the cursor is;
 * it is taken out.
 * @param before a project whose last good rule sets stay in force
 */
export async function projectOf(files: Readonly<Record<string, string>>, before?: Project): Promise<TestProject> {
  const texts = new Map(Object.entries(files).map(([file, text]) => [file, text.replace(mark, "")]));
  const marked = Object.values(files).find((text) => text.includes(mark));
  const named = (pattern: RegExp) => [...texts].filter(([file]) => pattern.test(file));
  const lastGood = new Map((before?.ruleTexts ?? []).flatMap(({ uri, ruleSet }) => (ruleSet ? [[uri, ruleSet]] : [])));
  const { ruleTexts, library } = await readProjectRules(
    named(/^(?!.*(\.test|\.pcco)\.|lock).*\.yaml$/).map(([file, text]) => ({
      uri: uriOf(file),
      file,
      version: 3,
      text,
    })),
    lastGood,
    texts.get("lock.yaml"),
  );
  const ruleTests = named(/\.test\.yaml$/).map(([file, text]) => ({
    uri: uriOf(file),
    file,
    text,
    document: documentOf(text),
  }));
  const bare = { folder, ruleTexts, ruleTests, samples: [], library };
  const samples = named(/\.pcco\./).map(([file, text]) => sampleOf(file, text, bare));
  const one = <T extends { readonly file: string }>(all: readonly T[], file: string): T => {
    const found = all.find((each) => each.file === file);
    if (found === undefined) throw new RangeError(`there is no ${file}`);
    return found;
  };
  return {
    ...bare,
    samples,
    rule: (file) => one(ruleTexts, file),
    ruleTest: (file) => one(ruleTests, file),
    textOf: (uri) => texts.get(uri.slice(folder.length + 1)),
    cursor: positionOf(marked ?? mark, marked === undefined ? 0 : marked.indexOf(mark)),
  };
}

/** A rule set of a company, complete in itself, to put marks into. */
export const companyRules = `format: 1
ruleSet: company/pcco
version: 1.0.0
effective: { from: 2026-11-01 }
sources:
  handbook: { title: Handbook, url: https://example.com/handbook }
features:
  night_work: { title: Night work, default: off, source: handbook }
fields:
  title: { label: Title, path: title, type: text }
  number: { label: Number, path: number, type: text, otherwise: { field: title } }
  total: { label: Total, path: grand_total, type: money }
  lineAmount: { label: Amount, path: "line_items[].amount", type: money }
  isAdmin: { label: Admin, in: context, path: actor.prime_contracts, type: text }
rules:
  title-length:
    title: The Title is short
    field: title
    maxLength: 9
    severity: error
    stage: save
    message: "{label} has {length} characters; {maxLength} fit."
    source: handbook
  sum-of-lines:
    when: { all: [{ feature: night_work, is: off }, { field: number, required: true }] }
    field: total
    sumEquals: [lineAmount]
    severity: warning
    stage: send
    source: handbook
roles:
  admin: { label: an administrator, where: { field: isAdmin, equals: admin } }
states:
  fresh: { label: Fresh, icon: none, locked: false, initial: true }
  sent: { label: Sent, icon: blue, locked: true }
lifecycle:
  send: { label: Send, from: [fresh], to: sent, role: admin, checks: [save, send] }
  take-back:
    label: Take back
    from: [{ state: sent, after: send }]
    to: fresh
    role: [admin]
    input: { why: { label: Why, type: text } }
    set: { title: { input: why } }
    source: handbook
`;

/** A rule set that extends the company's. */
export const northRules = `format: 1
ruleSet: company/north
version: 1.0.0
effective: { from: 2026-11-01 }
extends: company/pcco@1
features: { night_work: on }
overrides:
  title-length: { maxLength: 20, because: We write more. }
rules:
  number-needed: { field: number, required: true, severity: error, stage: save, source: handbook }
`;

/** Tests of the company's rule set. */
export const companyTests = `ruleSet: company/pcco@1.0.0
at: 2026-11-05T09:00:00Z
documents:
  canopy: { title: Canopy, erp: { status: fresh } }
contexts:
  here: { erp: { features: { night_work: false } } }
actors:
  someone: { prime_contracts: admin }
cases:
  - name: a long Title
    document: canopy
    context: here
    changeContext: { /erp/features/night_work: true }
    change: { /title: A canopy over the dock }
    broken: [title-length]
  - name: sent
    document: canopy
    actor: someone
    event: send
    moves: sent
`;

/** A PCCO that breaks a rule of the company's rule set, and says so. */
export const companySample = `$rules: company/pcco@1
$expect: [title-length]
title: A canopy over the dock
erp: { status: fresh }
`;

function documentOf(text: string) {
  const [document] = parseText(text, { format: "yaml" }).documents;
  if (document === undefined) throw new Error("a text is always read as one document or more");
  return document;
}

function sampleOf(file: string, text: string, project: Project): Sample {
  const records = parseText(text, { format: formatOf(file) ?? "yaml" }).documents.map((document): SampleRecord => {
    const value = Object(document.value);
    const rules = rulesOr(value["$rules"] ?? "spectrum/pcco", project);
    return {
      index: document.index,
      startLine: document.valueRange([])?.start.line ?? 0,
      label: String(value["number"] ?? document.index + 1),
      verdict:
        rules === undefined
          ? { index: document.index, outcome: "unknown", findings: [] }
          : checkDocument(rules, document, inlineContext(document), { at: "2026-11-05T09:00:00Z" }),
      rules,
      expect: value["$expect"],
      given: { document: () => document, context: inlineContext(document) ?? {}, library: project.library },
    };
  });
  return { uri: uriOf(file), file, records };
}

function rulesOr(reference: string, project: Project): RuleSet | undefined {
  try {
    return ruleSetFor(reference, project);
  } catch (error) {
    if (isRuleSetError(error)) return undefined;
    throw error;
  }
}

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
