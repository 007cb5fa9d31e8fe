import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type Expect, readExpect } from "../../sdk/src/analysis/read-expect.ts";
import { checkText } from "../../sdk/src/check-text.ts";
import { defaultRulesFor } from "../../sdk/src/default-rules.ts";
import { decodeText } from "../../sdk/src/document/encoding.ts";
import { parseText } from "../../sdk/src/document/parse.ts";
import type { TextDocument, TextFormat } from "../../sdk/src/document/text.ts";
import { isObject, type JsonObject } from "../../sdk/src/document/value.ts";
import { bundledIds } from "../../sdk/src/generated/rule-set-ids.ts";
import type { PccoContext } from "../../sdk/src/generated/types.ts";
import { loadSource } from "../../sdk/src/load.ts";
import { libraryWith, loadRuleText } from "../../sdk/src/load-text.ts";
import type { RuleSet } from "../../sdk/src/rule-set.ts";

const formats: Readonly<Record<string, TextFormat>> = { json: "json", yaml: "yaml", yml: "yaml", ndjson: "ndjson" };

/** The repository. */
export const repository = fileURLToPath(new URL("../../", import.meta.url));

/** The folder of samples. */
export const samplesFolder = join(repository, "samples");

/** A sample file, read. */
export interface SampleFile {
  /** Path from the folder of samples, with `/` between its parts. */
  readonly path: string;
  readonly text: string;
  readonly format: TextFormat;
  readonly documents: readonly TextDocument[];
}

/** One PCCO of a sample file, with everything it is checked with. */
export interface Sample {
  /** The path of its file, and its position there when it is not alone. */
  readonly name: string;
  readonly file: SampleFile;
  readonly document: TextDocument;
  /** What a check of it must find: exactly these rules, each named once however many lines break it. */
  readonly expectation: Expect;
  readonly context: PccoContext | undefined;
  readonly rules: RuleSet;
}

/** Files that can't be read whole. They stand apart, so that a check of the samples is one of PCCOs alone. */
const unreadableFolder = join(repository, "test/unreadable");

/** Every file of a folder, the samples unless told, whose name ends in this way, by path from the folder of samples. */
export function findFiles(ending: RegExp, folder = samplesFolder): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(samplesFolder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

const library = libraryWith([]);

/** The rule sets that stand among the samples, by path from the folder of samples. */
const ownRules: ReadonlyMap<string, RuleSet> = new Map(
  await Promise.all(
    findFiles(/\.ya?ml$/)
      .filter((path) => path.includes("/rules/") && !path.endsWith(".test.yaml"))
      .map(
        async (path) => [path, await loadRuleText({ text: readText(join(samplesFolder, path)), file: path })] as const,
      ),
  ),
);

const isSample = /\.pcco\.(ya?ml|json|ndjson)$/;

/** Reads every sample file, and the files that can't be read whole. */
export function readSampleFiles(): readonly SampleFile[] {
  return [...findFiles(isSample), ...findFiles(isSample, unreadableFolder)].map((path) => readSampleFile(path));
}

function readSampleFile(path: string): SampleFile {
  const text = readText(join(samplesFolder, path));
  const format = formatOf(path);
  return { path, text, format, documents: parseText(text, { format }).documents };
}

/** What `test/unreadable/expectations.yaml` says, by path from the folder of samples. */
export function readExpectations(): ReadonlyMap<string, unknown> {
  const listed = Object.entries(readMapping(join(unreadableFolder, "expectations.yaml")));
  return new Map(listed.map(([name, expected]) => [`${relative(samplesFolder, unreadableFolder)}/${name}`, expected]));
}

/** The PCCOs of a sample file, each with what it is checked with. */
export function samplesOf(file: SampleFile, listed: ReadonlyMap<string, unknown>): readonly Sample[] {
  return file.documents.map((document) => {
    const name = file.documents.length === 1 ? file.path : `${file.path}#${document.index}`;
    const own = property(document, "$expect");
    if ((own === undefined) === (listed.get(name) === undefined)) {
      throw new Error(`${name} must say what to expect once: in its $expect, or in test/unreadable/expectations.yaml`);
    }
    const expectation = readExpectation(name, own ?? listed.get(name));
    const context = contextOf(document, file);
    return { name, file, document, expectation, context, rules: rulesOf(document, file, context, expectation) };
  });
}

/** What a check says of one PCCO of a text. */
export type TextVerdict = ReturnType<typeof checkText>[number];

/** Checks a sample for the event and the day it is meant for. */
export function checkSample({ name, file, document, rules, context, expectation }: Sample): TextVerdict {
  const { event, asOf } = expectation;
  const verdict = checkText(rules, file.text, {
    format: file.format,
    ...(context === undefined ? {} : { context }),
    event,
    ...(asOf === undefined ? {} : { at: `${asOf}T00:00:00Z` }),
  })[document.index];
  if (verdict === undefined) throw new Error(`${name} was not checked`);
  return verdict;
}

/** Reads a file that holds one mapping. */
export function readMapping(path: string): JsonObject {
  const format = formatOf(path);
  const [document, ...more] = parseText(readText(path), { format }).documents;
  if (more.length > 0 || document?.problems.length !== 0 || !isObject(document.value)) {
    throw new Error(`${path} must hold one mapping: ${document?.problems[0]?.message ?? "it does not"}`);
  }
  return document.value;
}

function readExpectation(name: string, value: unknown): Expect {
  const read = readExpect(value);
  if (typeof read === "string") throw new Error(`${name}: ${read}`);
  return read;
}

/**
 * The rule set a PCCO pins by `$rules`, by name or by path, else the newest for the ERP system of its context; with a day,
 * the newest in force then.
 */
function rulesOf(
  document: TextDocument,
  { path }: SampleFile,
  context: PccoContext | undefined,
  { asOf }: Expect,
): RuleSet {
  const pin = property(document, "$rules") ?? defaultRulesFor(context ?? {}, bundledIds);
  const own = ownRules.get(posix.join(posix.dirname(path), String(pin)));
  return own ?? loadSource(library.find(String(pin), asOf), library);
}

/** The context inside a PCCO, the one it names, or else the nearest `pcco.context` file in its folder or above it. */
function contextOf(document: TextDocument, { path }: SampleFile): PccoContext | undefined {
  const folder = dirname(join(samplesFolder, path));
  const own = property(document, "$context");
  if (typeof own === "string") return readMapping(join(folder, own));
  if (isContext(own)) return own;
  if (own !== undefined) throw new Error(`${path}: $context must be a path or a mapping`);
  const nearest = nearestContext(folder);
  return nearest === undefined ? undefined : readMapping(nearest);
}

/** Nothing in a context is required, so any mapping can be seen as one. */
function isContext(value: unknown): value is PccoContext {
  return isObject(value);
}

/** The nearest `pcco.context.yaml`, `.yml` or `.json` of a folder or one above it, up to the repository. */
export function nearestContext(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    for (const ending of ["yaml", "yml", "json"]) {
      const path = join(at, `pcco.context.${ending}`);
      if (existsSync(path)) return path;
    }
    if (relative(repository, at) === "" || dirname(at) === at) return undefined;
  }
}

/** The files that hold the same PCCOs in YAML and in JSON: same folder, same name but for the ending. */
export function twinsOf(files: readonly SampleFile[]): readonly (readonly [yaml: SampleFile, json: SampleFile])[] {
  const stem = ({ path }: SampleFile): string =>
    path.slice(0, -basename(path).length) + basename(path).replace(/\.[a-z]+$/, "");
  const json = new Map(files.filter(({ format }) => format === "json").map((file) => [stem(file), file]));
  return files
    .filter(({ format }) => format === "yaml")
    .flatMap((file) => {
      const twin = json.get(stem(file));
      return twin === undefined ? [] : [[file, twin] as const];
    });
}

function property({ value }: TextDocument, key: string): unknown {
  return isObject(value) ? value[key] : undefined;
}

function formatOf(path: string): TextFormat {
  const format = formats[path.slice(path.lastIndexOf(".") + 1)];
  if (format === undefined) throw new Error(`${path} is in no format that can be read`);
  return format;
}

function readText(path: string): string {
  const decoded = decodeText(readFileSync(path));
  if ("problem" in decoded) throw new Error(`${path}: ${decoded.problem}`);
  return decoded.text;
}
