import { type Path, type Range, type TextDocument, valueAt } from "@erp-export-rules/sdk/text";
import type { TestEntry } from "../../protocol.ts";
import type { RuleTestText } from "../model.ts";
import { readable } from "./readable.ts";

/** A test of a rule test file: a case, or the cases of a matrix about one of its documents. */
export interface ListedTest extends TestEntry {
  /** Where the case or the matrix stands. */
  readonly path: Path;
  /** Of a matrix: the document that the test is about. */
  readonly document?: string;
  readonly children?: readonly ListedTest[];
}

/** The tests of a rule test file: its matrices with their documents, and its cases. Lines that can't be read are left out. */
export function listedTests(test: RuleTestText): readonly ListedTest[] {
  const document = readable(test);
  const idFor = ids();
  const matrices = itemsOf(document, ["matrix"]).map(({ value, path }, index): ListedTest => {
    const label = nameOf(value) ?? `matrix ${index + 1}`;
    const documents = itemsOf(document, [...path, "documents"]).filter(({ value: name }) => typeof name === "string");
    return {
      id: idFor(`matrix: ${label}`),
      label,
      range: rangeOf(document, path),
      path,
      children: documents.map(({ value: name, path: place }) => ({
        id: idFor(`${label}: ${String(name)}`),
        label: String(name),
        range: document.valueRange(place) ?? rangeOf(document, path),
        path,
        document: String(name),
      })),
    };
  });
  const cases = itemsOf(document, ["cases"]).map(({ value, path }, index): ListedTest => {
    const label = nameOf(value) ?? `case ${index + 1}`;
    return { id: idFor(label), label, range: rangeOf(document, path), path };
  });
  return [...matrices, ...cases];
}

/** The tests themselves, of groups those they are made of. */
export function testsIn(listed: readonly ListedTest[]): readonly ListedTest[] {
  return listed.flatMap((each) => (each.children === undefined ? [each] : testsIn(each.children)));
}

/** As the Test Explorer lists them. */
export function entriesOf(listed: readonly ListedTest[]): readonly TestEntry[] {
  return listed.map(({ id, label, range, children }) => ({
    id,
    label,
    range,
    ...(children === undefined ? {} : { children: entriesOf(children) }),
  }));
}

/** Two tests of one name are a fault, but each must be found. */
function ids(): (label: string) => string {
  const taken = new Set<string>();
  return (label) => {
    let id = label;
    for (let count = 2; taken.has(id); count++) id = `${label} (${count})`;
    taken.add(id);
    return id;
  };
}

function itemsOf({ value }: TextDocument, path: Path): readonly { readonly value: unknown; readonly path: Path }[] {
  const items = valueAt(value, path);
  return Array.isArray(items) ? items.map((each: unknown, index) => ({ value: each, path: [...path, index] })) : [];
}

function nameOf(value: unknown): string | undefined {
  const name = valueAt(value, ["name"]);
  return typeof name === "string" && name.trim() !== "" ? name : undefined;
}

const firstLine: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function rangeOf(document: TextDocument, path: Path): Range {
  return document.valueRange([...path, "name"]) ?? document.valueRange(path) ?? firstLine;
}
