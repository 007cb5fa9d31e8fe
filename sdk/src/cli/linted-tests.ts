import { formatOf } from "../document/format.ts";
import { parseText } from "../document/parse.ts";
import { toPointer } from "../document/pointer.ts";
import { EXPECTED } from "../document/words.ts";
import { type RuleFileRead, unread, withSyntaxFaults } from "./linted-file.ts";
import { readTextFile } from "./read-file.ts";

const shape = "a rule test file is a group of keys such as `ruleSet` and `cases`";

/** What rule test files say, as values, and those that can't be read. */
export interface TestsRead {
  readonly values: readonly unknown[];
  readonly unread: readonly RuleFileRead[];
}

/**
 * Reads rule test files as far as lint asks: their shape is told when the tests run.
 * @param nameOf the name of a file by its path
 */
export function readTests(paths: readonly string[], nameOf: (path: string) => string): TestsRead {
  const read = paths.map((path) => readOne(path, nameOf(path)));
  return {
    values: read.flatMap((each) => ("values" in each ? each.values : [])),
    unread: read.flatMap((each) => ("values" in each ? [] : each)),
  };
}

function readOne(path: string, file: string): { readonly values: readonly unknown[] } | RuleFileRead {
  const read = readTextFile(path);
  if ("problem" in read) return unread(path, file, read);
  const { documents } = parseText(read.text, { format: formatOf(path) ?? "yaml" });
  const problems = documents.flatMap((document) =>
    document.problems.map(({ message, path: at, range }) => ({
      file,
      message: message.replace(EXPECTED, shape),
      path: toPointer(at),
      range,
    })),
  );
  if (problems.length > 0) return withSyntaxFaults(path, read.text, problems);
  return { values: documents.map(({ value }) => value) };
}
