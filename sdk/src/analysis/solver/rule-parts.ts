import { type CompiledRule, compileRule } from "../../check/rule.ts";
import type { Facts } from "../../context/facts.ts";
import type { Field } from "../../context/field.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, type Judgement, MISTYPED, UNKNOWN } from "../../context/judgement.ts";
import { isList } from "../../document/value.ts";
import type { Rule } from "../../generated/types.ts";
import type { ResolvedRule } from "../../rules/resolve.ts";
import { causesOfOpen } from "./causes.ts";
import { anything, type Part, setOf } from "./clause.ts";
import { fieldsOf } from "./reads.ts";
import { boundariesOf, comparesLines, isOpenByLine, linesNeeded } from "./rule-looks.ts";
import { lineSlot, listSlot, type Slot } from "./slot.ts";
import type { Space, SpaceSource } from "./space.ts";
import { createUnit } from "./unit.ts";

/** For what a rule is asked: the outcome of a check, or whether an event can happen. */
export type Purpose = "check" | "event";

/** A rule taken apart: by its fields, and by lines where it judges each line by itself. */
export interface RulePieces {
  readonly pieces: readonly Piece[];
  /** For a rule that does not block: all of it once more, to see whether it is unknown as a whole. */
  readonly whole: Piece | undefined;
}

/** A part, before it is said which judgements count as what. */
type Piece = Omit<Part, "ok" | "open"> & {
  /** The judgements that this piece leaves to others. */
  readonly not?: number;
  /** Whether it only tells whether a value is of a wrong type. */
  readonly isType?: boolean;
};

/** Takes a rule apart. A rule that is off has no pieces. */
export function takeApart(space: Space, source: SpaceSource, rule: ResolvedRule): RulePieces {
  const { set, names, reads } = source;
  const { definition } = rule;
  const compiled = compileRule(rule, set, names);
  if (compiled === undefined) return { pieces: [], whole: undefined };
  const fields = fieldsOf(definition);
  const areAlike = new Set(fields.map((name) => names.field(name).type)).size === 1;
  const pieces =
    compiled.quick.check.subject === "value" && areAlike
      ? fields.flatMap((name) => {
          const { fields: _, ...alone } = { ...definition, field: name };
          const single = fields.length === 1 ? compiled : compileRule({ ...rule, definition: alone }, set, names);
          return single === undefined ? [] : fieldPieces(space, source, single, alone);
        })
      : wholePieces(space, source, compiled, definition);
  if (definition.severity === "error" || pieces.filter(({ isType }) => !isType).length === 1)
    return { pieces, whole: undefined };
  const slots = reads.ofRule(definition);
  const whole = {
    unit: createUnit(space, { slots, judge: compiled.judge }),
    lines: linesNeeded(definition, names),
    causes: causesOfOpen(space, source, definition),
    masks: isOpenByLine(definition, source) ? [...linesNeeded(definition, names).keys()] : [],
  };
  return { pieces, whole };
}

/** Says which judgements of a rule's pieces count as what. */
export function partsOfRule({ pieces, whole }: RulePieces, isError: boolean, purpose: Purpose): readonly Part[] {
  const { ok, open } = counting(isError, purpose, whole === undefined);
  const parts = pieces.map(({ not = 0, isType: _, ...piece }): Part => ({ ...piece, ok: ok | not, open: open & ~not }));
  if (whole === undefined || purpose === "event") return parts;
  // What is unknown of a rule that does not block counts only where nothing of it is broken, so all of it must be seen.
  const unknown = setOf(UNKNOWN);
  return [...parts, { ...whole, ok: anything & ~unknown, open: unknown }];
}

/** Which judgements of a piece count as what. A piece that is not the whole rule leaves what is unknown to the whole. */
function counting(isError: boolean, purpose: Purpose, isWhole: boolean): Pick<Part, "ok" | "open"> {
  const kept = setOf(DOES_NOT_APPLY, HOLDS);
  if (isError) return { ok: kept, open: purpose === "check" ? setOf(UNKNOWN) : 0 };
  const noted = kept | setOf(BROKEN);
  if (purpose === "check" && isWhole) return { ok: noted, open: setOf(UNKNOWN) };
  return { ok: noted | setOf(UNKNOWN), open: 0 };
}

/** A rule that compares lines or adds them up can't be taken apart, but for what it says of a value of a wrong type. */
function wholePieces(space: Space, source: SpaceSource, rule: CompiledRule, definition: Rule): readonly Piece[] {
  const { names, reads } = source;
  const slots = reads.ofRule(definition);
  const whole = { lines: linesNeeded(definition, names), causes: causesOfOpen(space, source, definition) };
  const [field] = rule.quick.fields;
  const narrow = field === undefined ? undefined : slotsOfType(source, definition, field);
  if (field === undefined || narrow === undefined)
    return [{ ...whole, unit: createUnit(space, { slots, judge: inFull(rule) }) }];
  // Of all values only the rule's own one, or what should be its list, can be of a wrong type.
  const isRight = (facts: Facts): boolean =>
    field.list === undefined ? field.is(field.read(facts, undefined)) : isList(field.items(facts));
  const judge = (facts: Facts): Judgement =>
    !isRight(facts) && rule.judge(facts) === MISTYPED ? MISTYPED : DOES_NOT_APPLY;
  const type = { unit: createUnit(space, { slots: narrow, judge }), lines: new Map(), isType: true };
  return [{ ...whole, unit: createUnit(space, { slots, judge: rule.judge }), not: setOf(MISTYPED) }, type];
}

/** What decides whether a rule meets a wrong type, when that is less than all it looks at. */
function slotsOfType(
  { names, reads }: SpaceSource,
  definition: Rule,
  { name, place, list }: Field,
): readonly Slot[] | undefined {
  const condition = definition.when === undefined ? [] : reads.ofCondition(definition.when);
  const kinds = new Set(boundariesOf(definition, names).map(({ kind }) => kind));
  if (kinds.has("lines")) return [listSlot(place, list?.join(".") ?? ""), ...condition];
  return kinds.has("sum") && list === undefined ? [...reads.ofField(name), ...condition] : undefined;
}

/** What a rule says, with a wrong type told even where something else of the rule is broken. */
function inFull({ judge, findings, severity }: CompiledRule): (facts: Facts) => Judgement {
  if (severity === "error") return judge;
  return (facts) => {
    const judgement = judge(facts);
    return judgement === BROKEN && findings(facts).some(({ stage }) => stage === "read") ? MISTYPED : judgement;
  };
}

function fieldPieces(space: Space, source: SpaceSource, rule: CompiledRule, definition: Rule): readonly Piece[] {
  const [field] = rule.quick.fields;
  const path = field?.list?.join(".");
  if (field === undefined || path === undefined || comparesLines(definition, source, field)) {
    return wholePieces(space, source, rule, definition);
  }
  const list = listSlot(field.place, path);
  const onList = (facts: Facts): Judgement => (isList(field.items(facts)) ? DOES_NOT_APPLY : rule.judge(facts));
  const unit = createUnit(space, { slots: [list], judge: onList });
  const slots = source.reads.ofRule(definition);
  const lines = space.of(lineSlot(field.place, path)).map((_, index): Piece => {
    return {
      unit: createUnit(space, { slots, line: { list, index }, judge: rule.judge }),
      line: index,
      lines: new Map([[list.key, 1]]),
    };
  });
  return [...lines, { unit, lines: new Map() }];
}
