import type { Finding } from "@erp-export-rules/sdk";
import { type Library, nearestWord } from "@erp-export-rules/sdk/authoring";
import { type Path, type TextDocument, toPointer } from "@erp-export-rules/sdk/text";
import type { Surroundings } from "../model.ts";
import type { Further } from "../text/open-pcco-file.ts";
import { fieldOf } from "./label.ts";

/** What a check can say besides the ids of rules. */
const documentIds = ["syntax", "duplicate-key", "unquoted-code", "type", "limit", "rules", "context"].map(
  (name) => `document/${name}`,
);

const known = new WeakMap<Library, Further>();

/**
 * Finds what editors say of a PCCO besides what rules do: faults of its `$expect`. The same function for the same rule
 * sets, so that nothing is asked twice.
 */
export function furtherFindings(library: Library): Further {
  const found: Further =
    known.get(library) ?? ((document, surroundings) => expectationFindings(document, surroundings, library));
  known.set(library, found);
  return found;
}

/** The ids that `$expect` names though nothing has them, so that what it expects can never come true. */
export function expectationFindings(
  document: TextDocument,
  surroundings: Surroundings | undefined,
  library: Library | undefined,
): readonly Finding[] {
  const expect = fieldOf(document.value, "$expect");
  if (expect === undefined || surroundings === undefined) return [];
  const lists: readonly Path[] = Array.isArray(expect)
    ? [["$expect"]]
    : [
        ["$expect", "broken"],
        ["$expect", "unknown"],
      ];
  const known = knownIds(surroundings, library);
  return lists.flatMap((path) => {
    const ids = path.length === 1 ? expect : fieldOf(expect, String(path[1]));
    return (Array.isArray(ids) ? ids : []).flatMap((id: unknown, index) =>
      typeof id !== "string" || known.has(id) ? [] : [unknownId(id, [...path, index], known, document, surroundings)],
    );
  });
}

/** Every rule of the rule set, in any version: a PCCO may say as of which day it is meant. */
function knownIds({ rules }: Surroundings, library: Library | undefined): ReadonlySet<string> {
  const others = (library?.files ?? []).flatMap(({ content }) =>
    content.ruleSet === rules.reference.id ? Object.keys(content.rules ?? {}) : [],
  );
  return new Set([...rules.definition.rules.map(({ id }) => id), ...others, ...documentIds]);
}

function unknownId(
  id: string,
  path: Path,
  known: ReadonlySet<string>,
  document: TextDocument,
  { rules }: Surroundings,
): Finding {
  const near = nearestWord(id, known);
  const { id: ruleSet, version } = rules.reference;
  const meant = near === undefined ? "" : ` Did you mean "${near}"?`;
  const range = document.valueRange(path);
  const pointer = toPointer(path);
  return {
    ruleId: "document/expect",
    severity: "warning",
    state: "broken",
    stage: "read",
    message: `$expect names "${id}", which is no rule of ${ruleSet} ${version}.${meant}`,
    path: pointer,
    expected: "the id of a rule",
    received: id,
    fixes:
      near === undefined
        ? []
        : [{ title: `Expect ${near}`, kind: "choice", edits: [{ op: "replace", path: pointer, value: near }] }],
    ...(range === undefined ? {} : { range }),
  };
}
