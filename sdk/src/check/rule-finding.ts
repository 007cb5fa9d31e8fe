import { type Path, toPointer } from "../document/pointer.ts";
import type { Finding, Fix, RulePlace, SourcePage, Stage } from "../generated/types.ts";
import type { Words } from "../keywords/keyword.ts";
import { fillMessage, type MessageParts, mentionsWord } from "../keywords/message.ts";
import type { RuleHead } from "./finding.ts";

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
