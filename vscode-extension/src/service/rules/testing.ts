import { checkDocument, formatOf, inlineContext, parseText } from "@erp-export-rules/sdk/text";
import type { Position } from "vscode-languageserver-types";
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

function documentOf(text: string) {
  const [document] = parseText(text, { format: "yaml" }).documents;
  if (document === undefined) throw new Error("a text is always read as one document or more");
  return document;
}

function sampleOf(file: string, text: string, project: Project): Sample {
  const records = parseText(text, { format: formatOf(file) ?? "yaml" }).documents.map((document): SampleRecord => {
    const value = Object(document.value);
    const rules = ruleSetFor(value["$rules"] ?? "spectrum/pcco", project);
    return {
      index: document.index,
      startLine: document.valueRange([])?.start.line ?? 0,
      label: String(value["number"] ?? document.index + 1),
      verdict: checkDocument(rules, document, inlineContext(document), { at: "2026-11-05T09:00:00Z" }),
      rules,
      expect: value["$expect"],
    };
  });
  return { uri: uriOf(file), file, records };
}

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
