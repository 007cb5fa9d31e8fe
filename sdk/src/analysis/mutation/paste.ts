import type { Pcco, PccoContext, RuleTestCase, RuleTestFile } from "../../generated/types.ts";
import type { RuleSet } from "../../rule-set.ts";
import type { CaseExpectation } from "../cases.ts";
import { type Given, givenTo } from "../given.ts";
import { observe } from "../run-case.ts";
import type { SoughtFor } from "./compare.ts";
import type { PassingCase } from "./kill.ts";
import type { Mutant } from "./mutant.ts";
import { type Overlay, overlayOf } from "./overlay.ts";
import type { Shown } from "./seek.ts";

/** A case that kills a mutant, ready to be pasted into its rule test file. */
export interface PastedCase {
  readonly case: RuleTestCase;
  /** What it needs besides, by name; none when it is made of what the file has. */
  readonly documents?: Readonly<Record<string, Pcco>>;
  readonly contexts?: Readonly<Record<string, PccoContext>>;
}

/** The rule set under test, and what it is after a change. */
export interface Pair {
  readonly before: RuleSet;
  readonly after: RuleSet;
}

type Asked = Pick<RuleTestCase, "event" | "input">;

/**
 * Writes a case that a witness shows: a few changes to a document of the file, where these do, or else the witness itself.
 * @returns `undefined` when the two rule sets say the same of it after all
 */
export function pastedCase(
  mutant: Mutant,
  shown: Shown & Pick<SoughtFor, "event">,
  pair: Pair,
  file: RuleTestFile,
  cases: readonly PassingCase[],
): PastedCase | undefined {
  const { witness, event } = shown;
  const asked: Asked = { event, ...(witness.input === undefined ? {} : { input: { ...witness.input } }) };
  const name = `${mutant.entry}: it is not so that ${mutant.change}`;
  for (const base of basesFor(event, cases)) {
    const found = overBase(base, shown, asked, pair, file);
    if (found !== undefined) return { case: { name, ...found } };
  }
  const { $context: context, ...document } = witness.document;
  const expected = difference({ document, context }, asked, pair, file.at);
  if (expected === undefined) return undefined;
  const own = `${mutant.entry} witness`;
  return {
    documents: { [own]: document },
    contexts: { [own]: context },
    case: { name, document: own, context: own, ...writtenAsked(asked), ...expected },
  };
}

/** Most cases that are tried as a base. */
const mostBases = 6;

/** The cases that change least, find least and let their event happen; those of the same event first. */
function basesFor(event: string, cases: readonly PassingCase[]): readonly RuleTestCase[] {
  const weight = ({ change = {}, changeContext = {}, event: own = "send", ...each }: RuleTestCase): number =>
    Object.keys(change).length +
    Object.keys(changeContext).length +
    (each.broken?.length ?? 0) +
    (each.unknown?.length ?? 0) +
    (each.context === undefined ? 2 : 0) +
    (each.moves === "refused" ? 2 : 0) +
    (own === event ? 0 : 2);
  return cases
    .map(({ test }) => test)
    .toSorted((a, b) => weight(a) - weight(b))
    .slice(0, mostBases);
}

function overBase(
  base: RuleTestCase,
  { witness, touched }: Shown,
  asked: Asked,
  pair: Pair,
  file: RuleTestFile,
): Omit<RuleTestCase, "name"> | undefined {
  const { document, context, change = {}, changeContext = {} } = base;
  const shows = (each: Based): CaseExpectation | undefined => differs(each, asked, pair, file);
  for (const lines of ["one by one", "as they are"] as const) {
    for (const actor of actorsFor(base.actor, file)) {
      const start = {
        document,
        ...(context === undefined ? {} : { context }),
        ...(actor === undefined ? {} : { actor }),
      };
      const given = givenTo(file, { ...start, change, changeContext });
      const places = actor === undefined ? touched : touched.filter(({ path }) => path[0] !== "actor");
      const overlay = overlayOf(given, witness, places, lines);
      const whole: Based = {
        ...start,
        change: { ...change, ...overlay.change },
        changeContext: { ...changeContext, ...overlay.changeContext },
      };
      if (shows(whole) === undefined) continue;
      const least = withoutNeedless(whole, overlay, (each) => shows(each) !== undefined);
      const expected = shows(least);
      const isSame = (each: Based): boolean => JSON.stringify(shows(each)) === JSON.stringify(expected);
      return { ...written(withoutNeedless(least, base, isSame)), ...writtenAsked(asked), ...expected };
    }
  }
  return undefined;
}

/** The actor of the base first, then the others, then none but that of the witness. */
function actorsFor(own: string | undefined, file: RuleTestFile): readonly (string | undefined)[] {
  return [...new Set([...(own === undefined ? [] : [own]), ...Object.keys(file.actors ?? {}), undefined])];
}

type Based = Pick<RuleTestCase, "document" | "context" | "actor"> & Overlay;

/**
 * Leaves out every one of some changes that is not needed; and two together, where one makes sense only with the other, as
 * lines do with the contract's lines they are associated with.
 */
function withoutNeedless(based: Based, changes: Partial<Overlay>, isShown: (based: Based) => boolean): Based {
  const pointers = (["change", "changeContext"] as const).flatMap((key) =>
    Object.keys(changes[key] ?? {}).map((pointer) => ({ key, pointer })),
  );
  const pairs = pointers.flatMap((one, index) => pointers.slice(index + 1).map((other) => [one, other]));
  let least = based;
  for (const leftOut of [...pointers.map((one) => [one]), ...pairs]) {
    if (!leftOut.every(({ key, pointer }) => pointer in least[key])) continue;
    const tried = { ...least, change: { ...least.change }, changeContext: { ...least.changeContext } };
    for (const { key, pointer } of leftOut) delete tried[key][pointer];
    if (isShown(tried)) least = tried;
  }
  return least;
}

function written({ change, changeContext, ...rest }: Based): Omit<RuleTestCase, "name"> {
  return {
    ...rest,
    ...(Object.keys(change).length === 0 ? {} : { change }),
    ...(Object.keys(changeContext).length === 0 ? {} : { changeContext }),
  };
}

function writtenAsked({ event, input }: Asked): Asked {
  return { ...(event === "send" || event === undefined ? {} : { event }), ...(input === undefined ? {} : { input }) };
}

/** What a case has to expect so that only the rule set as it is meets it; `undefined` when both say the same. */
function differs(based: Based, asked: Asked, pair: Pair, file: RuleTestFile): CaseExpectation | undefined {
  try {
    return difference(givenTo(file, based), asked, pair, file.at);
  } catch (error) {
    // A change of the base may lead nowhere once another one is left out.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function difference(
  given: Given,
  asked: Asked,
  { before, after }: Pair,
  at: string | undefined,
): CaseExpectation | undefined {
  const moves = before.events.length === 0 || at === undefined ? {} : { moves: "" };
  const [expected, other] = [before, after].map((rules) => observe(rules, given, { ...asked, ...moves }, at).actual);
  if (expected === undefined || other === undefined) return undefined;
  const keys = (["outcome", "broken", "unknown", "moves", "reasons"] as const).filter(
    (key) => JSON.stringify(expected[key]) !== JSON.stringify(other[key]),
  );
  const [first] = keys;
  if (first === undefined) return undefined;
  const { outcome, broken, unknown, ...move } = expected;
  if (first === "moves" || first === "reasons") return move;
  if (keys.includes("broken")) return { broken: broken ?? [] };
  return first === "outcome" ? { outcome } : { unknown: unknown ?? [] };
}
