import { type Path, toPointer } from "../document/pointer.ts";
import { isObject } from "../document/value.ts";
import type { Finding, RulePlace, SourcePage, Stage } from "../generated/types.ts";
import { writeFix } from "../keywords/fix.ts";
import { either, show } from "../keywords/show.ts";
import { canBeWritten } from "./can-be-written.ts";

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

/** What keeps a rule from being judged. */
export interface Gap {
  /** Position of the line, or -1 for the PCCO as a whole. */
  readonly index: number;
  /** JSON Pointer. */
  readonly path: string;
  /** The parts of the context that are needed. */
  readonly missing: readonly string[];
  /** Set when the context gives the part, but of the wrong type. */
  readonly wrong?: { readonly label: string; readonly expected: string; readonly received: unknown };
}

/** A finding of a rule that can't be judged. It is reported as `info`; the outcome says whether it matters. */
export function unknownFinding(rule: RuleHead, { index, path, missing, wrong }: Gap): Finding {
  const parts = missing.length < 2 ? missing : [...new Set(missing)];
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
    path,
    rulePath: rule.place.path,
    missing: parts,
    ...(wrong === undefined ? {} : { expected: wrong.expected, ...givenBack(wrong.received) }),
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
  /** What the value stands in. */
  readonly around: unknown;
}

/**
 * A finding about a value that is not of its field's type. A bare number where a text belongs has lost its quotes, and
 * perhaps its leading zeros: `0520` is read as 520.
 * @param path JSON Pointer
 * @param source the value's characters as written, when they are known
 */
export function mistypedFinding(path: string, wanted: Wanted, value: unknown, source?: string): Finding {
  const { label, noun, textual, around } = wanted;
  const isBare = textual && (typeof value === "number" || typeof value === "boolean");
  if (isBare && source !== undefined) {
    const read = String(value) === source ? "" : `, so it is read as ${value}`;
    const message = `${label} ${source} is written without quotes${read}; write "${source}".`;
    const fixes = [writeFix(`Write "${source}" in quotes`, isCut(around) ? "choice" : "safe", path, source, true)];
    return fault("document/unquoted-code", message, path, { expected: noun, ...givenBack(value), fixes });
  }
  const fixes = isBare ? [writeFix(`Put ${show(value)} in quotes`, "choice", path, String(value), true)] : [];
  const message = `${label} must be ${noun}; found ${describe(value)}.`;
  return fault("document/type", message, path, { expected: noun, ...givenBack(value), fixes });
}

/** What was found, unless a report can't have it in it. */
function givenBack(received: unknown): { received?: unknown } {
  return canBeWritten(received) ? { received } : {};
}

function describe(value: unknown): string {
  return typeof value === "number" ? `the number ${value}` : show(value);
}

/** Whether a number beside it looks like the rest of a value that YAML cut at a comma: `{ amount: 1,000.00 }`. */
function isCut(around: unknown): boolean {
  return isObject(around) && Object.keys(around).some((key) => /^[0-9][0-9.,]*$/.test(key));
}

type Details = Partial<Pick<Finding, "expected" | "received" | "fixes">>;

/** A finding about the document itself: a value of the wrong type, a fault of the text. */
export function documentFinding(ruleId: `document/${string}`, message: string, path: Path, details?: Details): Finding {
  return fault(ruleId, message, toPointer(path), details);
}

function fault(ruleId: `document/${string}`, message: string, path: string, details?: Details): Finding {
  return { ruleId, severity: "error", state: "broken", stage: "read", message, path, fixes: [], ...details };
}
