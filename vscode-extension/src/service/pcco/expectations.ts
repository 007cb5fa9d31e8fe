import type { Finding } from "@erp-export-rules/sdk";
import { type Library, nearestWord, readExpect } from "@erp-export-rules/sdk/authoring";
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

/** The names in `$expect` that nothing has, and what else keeps it from ever coming true. */
export function expectationFindings(
  document: TextDocument,
  surroundings: Surroundings | undefined,
  library: Library | undefined,
): readonly Finding[] {
  const expect = fieldOf(document.value, "$expect");
  if (expect === undefined || expect === null || surroundings === undefined) return [];
  const read = readExpect(expect);
  if (typeof read === "string") return [finding(read, ["$expect"], document)];
  const lists: readonly Path[] = Array.isArray(expect)
    ? [["$expect"]]
    : [
        ["$expect", "broken"],
        ["$expect", "unknown"],
      ];
  const rules = namesOf("rule", surroundings, library);
  const events = namesOf("event", surroundings, library);
  const ofRules = lists.flatMap((path) => {
    const ids = path.length === 1 ? expect : fieldOf(expect, String(path[1]));
    return (Array.isArray(ids) ? ids : []).flatMap((id: unknown, index) =>
      typeof id !== "string" || rules.known.has(id) ? [] : [unknownName(id, [...path, index], rules, document)],
    );
  });
  // Rules without a life cycle are checked as if for sending.
  if (events.known.size === 0) return ofRules;
  const event = fieldOf(expect, "event");
  const isKnown = typeof event !== "string" || events.known.has(event);
  return [
    ...ofRules,
    ...(isKnown ? [] : [unknownName(event, ["$expect", "event"], events, document)]),
    ...Object.keys(read.events)
      .filter((name) => !events.known.has(name))
      .map((name) => unknownKey(name, events, document)),
  ];
}

/** The names that `$expect` may use for something. */
interface Names {
  readonly noun: "rule" | "event";
  readonly known: ReadonlySet<string>;
  /** The rule set, with its version. */
  readonly ruleSet: string;
}

/** Every name of the rule set, in any version: a PCCO may say as of which day it is meant. */
function namesOf(noun: Names["noun"], { rules }: Surroundings, library: Library | undefined): Names {
  const { id, version } = rules.reference;
  const section = noun === "rule" ? "rules" : "lifecycle";
  const others = (library?.files ?? []).flatMap(({ content }) =>
    content.ruleSet === id ? Object.keys(content[section] ?? {}) : [],
  );
  const own = noun === "rule" ? [...rules.definition.rules.map((rule) => rule.id), ...documentIds] : rules.events;
  return { noun, known: new Set([...own, ...others]), ruleSet: `${id} ${version}` };
}

function complaintAbout(name: string, { noun, known, ruleSet }: Names): string {
  const near = nearestWord(name, known);
  const meant = near === undefined ? "" : ` Did you mean "${near}"?`;
  return `$expect names "${name}", which is no ${noun} of ${ruleSet}.${meant}`;
}

function unknownName(name: string, path: Path, names: Names, document: TextDocument): Finding {
  const near = nearestWord(name, names.known);
  const edit = { op: "replace", path: toPointer(path), value: near } as const;
  return {
    ...finding(complaintAbout(name, names), path, document),
    expected: names.noun === "rule" ? "the id of a rule" : "the name of an event",
    received: name,
    fixes: near === undefined ? [] : [{ title: `Expect ${near}`, kind: "choice", edits: [edit] }],
  };
}

/** The name of an event that is a key. */
function unknownKey(name: string, names: Names, document: TextDocument): Finding {
  const path = ["$expect", "events", name];
  const range = document.keyRange(path);
  const found = finding(complaintAbout(name, names), path, document);
  return range === undefined ? found : { ...found, range };
}

function finding(message: string, path: Path, document: TextDocument): Finding {
  const range = document.valueRange(path);
  return {
    ruleId: "document/expect",
    severity: "warning",
    state: "broken",
    stage: "read",
    message,
    path: toPointer(path),
    fixes: [],
    ...(range === undefined ? {} : { range }),
  };
}
