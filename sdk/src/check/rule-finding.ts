import type { Finding, Fix, RulePlace, SourcePage, Stage } from "../generated/types.ts";
import { canBeWritten } from "./can-be-written.ts";
import type { RuleHead } from "./finding.ts";

/** Where a finding keeps fixes that are offered later, out of sight: copies and JSON have none of it. */
const late = Symbol("late");

/** A finding of a rule that is broken. */
export class RuleFinding implements Finding {
  declare readonly ruleId: string;
  declare readonly severity: Finding["severity"];
  declare readonly state: "broken";
  declare readonly stage: Stage;
  declare readonly path: string;
  declare readonly rulePath: string;
  declare readonly rule: RulePlace;
  declare readonly source: SourcePage;
  declare readonly received?: unknown;
  declare readonly message: string;
  declare readonly expected: string;
  declare readonly fixes: readonly Fix[];
  // Not a private field: whoever reads a finding by way of a proxy, as reactive interfaces do, must get to it.
  declare readonly [late]: { offer: (() => readonly Fix[]) | undefined; fixes: readonly Fix[] | undefined };

  /**
   * @param path JSON Pointer
   * @param fixes a function when they take long to work out: they are offered when they are first read
   */
  constructor(
    rule: RuleHead,
    path: string,
    received: unknown,
    message: string,
    expected: string,
    fixes: readonly Fix[] | (() => readonly Fix[]),
  ) {
    this.ruleId = rule.id;
    this.severity = rule.severity;
    this.state = "broken";
    this.stage = rule.stage;
    this.path = path;
    this.rulePath = rule.place.path;
    this.rule = rule.place;
    this.source = rule.source;
    if (received !== undefined && received !== null && canBeWritten(received)) this.received = received;
    this.message = message;
    this.expected = expected;
    if (typeof fixes === "function") {
      // A property of its own, so that a copy of the finding, or its JSON, has it too.
      Object.defineProperty(this, "fixes", lateFixes);
      Object.defineProperty(this, late, { value: { offer: fixes, fixes: undefined } });
    } else {
      this.fixes = fixes;
    }
  }
}

/** Works the fixes out once, and lets go of what they are worked out from. */
const lateFixes: PropertyDescriptor & ThisType<RuleFinding> = {
  enumerable: true,
  get() {
    const kept = this[late];
    kept.fixes ??= kept.offer?.();
    kept.offer = undefined;
    return kept.fixes;
  },
};
