import { type CompiledRule, compileRule, findingsOf } from "../../check/rule.ts";
import type { Facts } from "../../context/facts.ts";
import type { Field } from "../../context/field.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, type Judgement, MISTYPED, UNKNOWN } from "../../context/judgement.ts";
import { isList } from "../../document/value.ts";
import type { Rule } from "../../generated/types.ts";
import type { ResolvedRule } from "../../rules/resolve.ts";
import { causesOfOpen } from "./causes.ts";
import { type Part, setOf } from "./clause.ts";
import { fieldsOf } from "./reads.ts";
import { boundariesOf, comparesLines, linesNeeded } from "./rule-looks.ts";
import { lineSlot, listSlot, type Slot } from "./slot.ts";
import type { Space, SpaceSource } from "./space.ts";
import { createUnit } from "./unit.ts";

/** For what a rule is asked: the outcome of a check, or whether an event can happen. */
export type Purpose = "check" | "event";

/** A part of a rule, before it is said which judgements count as what. */
export type Piece = Omit<Part, "ok" | "open"> & {
  /** The judgements that this piece leaves to others. */
  readonly not?: number;
};

/** Takes a rule apart: by its fields, and by lines where it judges each line by itself. One that is off has no pieces. */
export function takeApart(space: Space, source: SpaceSource, rule: ResolvedRule): readonly Piece[] {
  const { set, names } = source;
  const { definition } = rule;
  const compiled = compileRule(rule, set, names);
  if (compiled === undefined) return [];
  const fields = fieldsOf(definition);
  const areAlike = new Set(fields.map((name) => names.field(name).type)).size === 1;
  if (compiled.quick().check.subject !== "value" || !areAlike) return wholePieces(space, source, compiled, definition);
  return fields.flatMap((name) => {
    const { fields: _, ...alone } = { ...definition, field: name };
    const single = fields.length === 1 ? compiled : compileRule({ ...rule, definition: alone }, set, names);
    return single === undefined ? [] : fieldPieces(space, source, single, alone);
  });
}

/** Says which judgements of a rule's pieces count as what. */
export function partsOfRule(pieces: readonly Piece[], isError: boolean, purpose: Purpose): readonly Part[] {
  const { ok, open } = counting(isError, purpose);
  return pieces.map(({ not = 0, ...piece }): Part => ({ ...piece, ok: ok | not, open: open & ~not }));
}

/** Which judgements of a piece count as what. */
function counting(isError: boolean, purpose: Purpose): Pick<Part, "ok" | "open"> {
  const kept = setOf(DOES_NOT_APPLY, HOLDS);
  if (purpose === "check") return { ok: isError ? kept : kept | setOf(BROKEN), open: setOf(UNKNOWN) };
  return { ok: isError ? kept : kept | setOf(BROKEN, UNKNOWN), open: 0 };
}

/** A rule that compares lines or adds them up can't be taken apart, but for what it says of a value of a wrong type. */
function wholePieces(space: Space, source: SpaceSource, rule: CompiledRule, definition: Rule): readonly Piece[] {
  const { names, reads } = source;
  const slots = reads.ofRule(definition);
  const canHide = boundariesOf(definition, names).some(({ kind }) => kind === "lines");
  const whole = { lines: linesNeeded(definition, names), canHide, causes: causesOfOpen(space, source, definition) };
  const [field] = rule.quick().fields;
  const narrow = field === undefined ? undefined : slotsOfType(source, definition, field);
  if (field === undefined || narrow === undefined)
    return [{ ...whole, unit: createUnit(space, { slots, judge: inFull(rule) }) }];
  // Of all values only the rule's own one, or what should be its list, can be of a wrong type.
  const isRight = (facts: Facts): boolean =>
    field.list === undefined ? field.is(field.read(facts, undefined)) : isList(field.items(facts));
  const judge = (facts: Facts): Judgement =>
    !isRight(facts) && rule.judge(facts) === MISTYPED ? MISTYPED : DOES_NOT_APPLY;
  const type = { unit: createUnit(space, { slots: narrow, judge }), lines: new Map() };
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

/** What a rule says, with a wrong type and what is unknown told even where something else of the rule is broken. */
function inFull(rule: CompiledRule): (facts: Facts) => Judgement {
  const { judge, severity } = rule;
  if (severity === "error") return judge;
  return (facts) => {
    const judgement = judge(facts);
    if (judgement !== BROKEN) return judgement;
    const found = findingsOf(rule, facts);
    if (found.some(({ stage }) => stage === "read")) return MISTYPED;
    return found.some(({ state }) => state === "unknown") ? UNKNOWN : judgement;
  };
}

function fieldPieces(space: Space, source: SpaceSource, rule: CompiledRule, definition: Rule): readonly Piece[] {
  const [field] = rule.quick().fields;
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
