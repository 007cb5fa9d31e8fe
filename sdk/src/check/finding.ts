import type { Path } from "../document/pointer.ts";
import { toPointer } from "../document/pointer.ts";
import type { Finding, Fix, RulePlace, SourcePage, Stage } from "../generated/types.ts";
import { writeFix } from "../keywords/fix.ts";
import type { Words } from "../keywords/keyword.ts";
import { fillMessage, type MessageParts, mentionsWord } from "../keywords/message.ts";
import { either, show } from "../keywords/show.ts";

/** What all findings of a rule share. */
export interface RuleHead {
  readonly id: string;
  readonly title: string;
  /** The values it looks at that are entered only when the event happens, by name. */
  readonly inputs: readonly string[];
  readonly severity: Finding["severity"];
  readonly stage: Stage;
  readonly place: RulePlace;
  readonly source: SourcePage;
}

/** What a broken place adds to its rule. */
export interface Observation {
  readonly message: MessageParts;
  /** Position of the line, or -1 for the PCCO as a whole. */
  readonly index: number;
  readonly path: Path;
  readonly received: unknown;
  /** Works out the rest. Asked at most once, and only when somebody reads it. */
  readonly tell: () => Told;
}

/** What is told of a broken place besides which rule it breaks, and with which value. */
export interface Told {
  readonly words: Words;
  readonly expected: string;
  readonly fixes: readonly Fix[];
}

/** A finding of a rule that is broken. */
export function ruleFinding(rule: RuleHead, observation: Observation): Finding {
  return new RuleFinding(rule, observation);
}

type Details = Pick<Finding, "message" | "expected" | "fixes">;

/** Where a finding keeps its details, out of sight: copies and JSON have none of it. */
const late = Symbol("late");

/**
 * A finding whose wording and fixes are worked out when they are first read: many callers only count findings, or look for
 * some of them, and finding the words takes ten times as long as finding the fault.
 */
class RuleFinding implements Finding {
  readonly ruleId: string;
  readonly severity: Finding["severity"];
  readonly state = "broken";
  readonly stage: Stage;
  declare readonly message: string;
  readonly path: string;
  readonly rulePath: string;
  declare readonly expected: string;
  declare readonly received?: unknown;
  readonly rule: RulePlace;
  declare readonly fixes: readonly Fix[];
  readonly source: SourcePage;
  // Not a private field: whoever reads a finding by way of a proxy, as reactive interfaces do, must get to it.
  declare readonly [late]: { observation: Observation | undefined; details: Details | undefined };

  constructor(rule: RuleHead, observation: Observation) {
    const { path, received } = observation;
    this.ruleId = rule.id;
    this.severity = rule.severity;
    this.stage = rule.stage;
    this.path = toPointer(path);
    this.rulePath = rule.place.path;
    this.rule = rule.place;
    this.source = rule.source;
    Object.defineProperty(this, late, { value: { observation, details: undefined } });
    if (received !== undefined && received !== null) this.received = received;
    // Properties of its own, so that a copy of it, or its JSON, has them too.
    Object.defineProperty(this, "message", RuleFinding.#late.message);
    Object.defineProperty(this, "expected", RuleFinding.#late.expected);
    Object.defineProperty(this, "fixes", RuleFinding.#late.fixes);
  }

  static readonly #late = {
    message: RuleFinding.#lately((details) => details.message),
    expected: RuleFinding.#lately((details) => details.expected),
    fixes: RuleFinding.#lately((details) => details.fixes),
  };

  static #lately(part: (details: Details) => unknown): PropertyDescriptor & ThisType<RuleFinding> {
    return {
      enumerable: true,
      get() {
        return part(detailsOf(this[late]));
      },
    };
  }
}

/** Works the details out once, and lets go of what they are worked out from. */
function detailsOf(of: RuleFinding[typeof late]): Details {
  if (of.details !== undefined) return of.details;
  if (of.observation === undefined) throw new Error("a finding has details or what they are worked out from");
  const { message, index, tell } = of.observation;
  const { words, expected, fixes } = tell();
  const lead = index >= 0 && !mentionsWord(message, "line") ? `Line ${index + 1}: ` : "";
  of.details = { message: lead + fillMessage(message, words, index + 1), expected, fixes };
  of.observation = undefined;
  return of.details;
}

/** What keeps a rule from being judged. */
export interface Gap {
  /** Position of the line, or -1 for the PCCO as a whole. */
  readonly index: number;
  readonly path: Path;
  /** The parts of the context that are needed. */
  readonly missing: readonly string[];
  /** Set when the context gives the part, but of the wrong type. */
  readonly wrong?: { readonly label: string; readonly expected: string; readonly received: unknown };
}

/** A finding of a rule that can't be judged. It is reported as `info`; the outcome says whether it matters. */
export function unknownFinding(rule: RuleHead, { index, path, missing, wrong }: Gap): Finding {
  const parts = [...new Set(missing)];
  const lead = index >= 0 ? `Line ${index + 1}: c` : "C";
  const reason =
    wrong !== undefined
      ? `${wrong.label} must be ${wrong.expected}; the context gives ${describe(wrong.received)}.`
      : parts.length === 0
        ? "A value it depends on is of the wrong kind."
        : `The context does not give ${either(parts, "and")}.`;
  return {
    ruleId: rule.id,
    severity: "info",
    state: "unknown",
    stage: rule.stage,
    message: `${lead}an't tell whether this holds: ${rule.title}. ${reason}`,
    path: toPointer(path),
    rulePath: rule.place.path,
    missing: parts,
    ...(wrong === undefined ? {} : { expected: wrong.expected, received: wrong.received }),
    rule: rule.place,
    fixes: [],
    source: rule.source,
  };
}

/** What a value should have been. */
export interface Wanted {
  readonly label: string;
  readonly noun: string;
  /** Whether it is a text, so that a bare number only lacks its quotes. */
  readonly textual: boolean;
  /** Whether the value may have lost a part of it to a key beside it. */
  readonly isCut: boolean;
}

/**
 * A finding about a value that is not of its field's type. A bare number where a text belongs has lost its quotes, and
 * perhaps its leading zeros: `0520` is read as 520.
 * @param source the value's characters as written, when they are known
 */
export function mistypedFinding(path: Path, wanted: Wanted, value: unknown, source?: string): Finding {
  const isBare = wanted.textual && (typeof value === "number" || typeof value === "boolean");
  if (isBare && source !== undefined) {
    const read = String(value) === source ? "" : `, so it is read as ${value}`;
    return documentFinding(
      "document/unquoted-code",
      `${wanted.label} ${source} is written without quotes${read}; write "${source}".`,
      path,
      {
        expected: wanted.noun,
        received: value,
        fixes: [writeFix(`Write "${source}" in quotes`, wanted.isCut ? "choice" : "safe", path, source, true)],
      },
    );
  }
  const fixes = isBare ? [writeFix(`Put ${show(value)} in quotes`, "choice", path, String(value), true)] : [];
  return documentFinding("document/type", `${wanted.label} must be ${wanted.noun}; found ${describe(value)}.`, path, {
    expected: wanted.noun,
    received: value,
    fixes,
  });
}

function describe(value: unknown): string {
  return typeof value === "number" ? `the number ${value}` : show(value);
}

/** A finding about the document itself: a value of the wrong type, a fault of the text. */
export function documentFinding(
  ruleId: `document/${string}`,
  message: string,
  path: Path,
  details: Partial<Pick<Finding, "expected" | "received" | "fixes">> = {},
): Finding {
  return {
    ruleId,
    severity: "error",
    state: "broken",
    stage: "read",
    message,
    path: toPointer(path),
    fixes: [],
    ...details,
  };
}
