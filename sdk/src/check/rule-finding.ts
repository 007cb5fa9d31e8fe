import type { Finding, Fix, RulePlace, SourcePage, Stage } from "../generated/types.ts";
import type { RuleHead } from "./finding.ts";

/** What is told of a broken place besides which rule it breaks, and with which value. */
export type Told = Pick<Finding, "message" | "expected" | "fixes">;

/** Where a finding keeps what is told later, out of sight: copies and JSON have none of it. */
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
  declare readonly [late]: { tell: (() => Told) | undefined; told: Told | undefined };

  /**
   * @param path JSON Pointer
   * @param message like what follows it, `undefined` when it takes long to work out: then it is told when it is first read
   * @param tell tells all of it later. Asked at most once
   */
  constructor(
    rule: RuleHead,
    path: string,
    received: unknown,
    message: string | undefined,
    expected: string | undefined,
    fixes: readonly Fix[] | undefined,
    tell?: () => Told,
  ) {
    this.ruleId = rule.id;
    this.severity = rule.severity;
    this.state = "broken";
    this.stage = rule.stage;
    this.path = path;
    this.rulePath = rule.place.path;
    this.rule = rule.place;
    this.source = rule.source;
    if (received !== undefined && received !== null) this.received = received;
    // Each is a property of its own, so that a copy of the finding, or its JSON, has it too.
    if (message === undefined) Object.defineProperty(this, "message", tellLater.message);
    else this.message = message;
    if (expected === undefined) Object.defineProperty(this, "expected", tellLater.expected);
    else this.expected = expected;
    if (fixes === undefined) Object.defineProperty(this, "fixes", tellLater.fixes);
    else this.fixes = fixes;
    if (tell !== undefined) Object.defineProperty(this, late, { value: { tell, told: undefined } });
  }
}

const tellLater = {
  message: lately(({ message }) => message),
  expected: lately(({ expected }) => expected),
  fixes: lately(({ fixes }) => fixes),
};

function lately(part: (told: Told) => unknown): PropertyDescriptor & ThisType<RuleFinding> {
  return {
    enumerable: true,
    get() {
      return part(toldOf(this[late]));
    },
  };
}

/** Works out once what is told, and lets go of what it is worked out from. */
function toldOf(of: RuleFinding[typeof late]): Told {
  if (of.told !== undefined) return of.told;
  if (of.tell === undefined) throw new Error("a finding is told or can be told");
  of.told = of.tell();
  of.tell = undefined;
  return of.told;
}
