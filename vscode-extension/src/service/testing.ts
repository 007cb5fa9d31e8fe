import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PccoContext } from "@erp-export-rules/sdk";
import { libraryWith, readContextText, ruleSetOf } from "@erp-export-rules/sdk/authoring";
import { type Path, parseText, type TextFormat } from "@erp-export-rules/sdk/text";
import type { Position } from "vscode-languageserver-types";
import { unmark } from "./location/testing.ts";
import type { PccoFile, Project, Surroundings, SurroundingsOf, Unjudgeable } from "./model.ts";
import { openPccoFile } from "./text/open-pcco-file.ts";

/** The folder of the repository. */
const repository = join(import.meta.dirname, "../../..");

/** A file of the repository. */
export function readRepositoryFile(path: string): string {
  return readFileSync(join(repository, path), "utf8");
}

/** The context that the samples are judged against, and the URI it has in tests. */
export const contextText = readRepositoryFile("samples/spectrum/spectrum.context.yaml");
export const contextUri = "file:///project/spectrum.context.yaml";

const library = libraryWith([]);

/** A project of the rule sets that ship, and nothing else. */
export const emptyProject: Project = { folder: "file:///project", ruleTexts: [], ruleTests: [], samples: [], library };

/** The surroundings of the samples, with `spectrum/pcco@1.1.0` or another rule set that ships. */
export function surroundings(changes: { context?: PccoContext; reference?: string } = {}): Surroundings {
  const read = readContextText(contextText, "yaml");
  if (!("context" in read)) throw new Error("the context of the samples can't be read");
  return {
    rules: ruleSetOf(library.find(changes.reference ?? "spectrum/pcco@1.1.0"), library),
    context: changes.context ?? read.context,
    event: "send",
    at: "2026-11-05T09:00:00Z",
    why: { rules: "the newest that ships", context: "the nearest context file", contextUri, featuresSet: {} },
  };
}

/** Gives every PCCO the same surroundings. */
export function always(found: Surroundings | Unjudgeable = surroundings()): SurroundingsOf {
  return () => found;
}

/** A text as a PCCO file. */
export function pccoFile(text: string, format: TextFormat): PccoFile {
  return openPccoFile(`file:///project/change.pcco.${format}`, format, text, 1);
}

/** A text with a mark (`|`, or another) as a PCCO file with a cursor. */
export function marked(text: string, format: TextFormat, mark?: string): { file: PccoFile; position: Position } {
  const { text: unmarked, position } = unmark(text, mark);
  return { file: pccoFile(unmarked, format), position };
}

/** A PCCO written in YAML as files of both formats, so that one test can ask the same of both. */
export function inBothFormats(yaml: string): readonly { format: "yaml" | "json"; file: PccoFile }[] {
  const values = parseText(yaml, { format: "yaml" }).documents.map(({ value }) => value);
  const json = JSON.stringify(values.length === 1 ? values[0] : values, null, 2);
  return [
    { format: "yaml", file: pccoFile(yaml, "yaml") },
    { format: "json", file: pccoFile(json, "json") },
  ];
}

/** The middle of a key or value of a PCCO. */
export function positionOf(file: PccoFile, path: Path, part: "key" | "value" = "value", record = 0): Position {
  const document = file.records[record]?.document();
  const range = part === "key" ? document?.keyRange(path) : document?.valueRange(path);
  if (range === undefined) throw new RangeError(`nothing at ${path.join("/")}`);
  return { line: range.start.line, character: range.start.character + 1 };
}
