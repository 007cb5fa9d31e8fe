import { BROKEN, DOES_NOT_APPLY, HOLDS, type Judgement, MISTYPED, UNKNOWN } from "../../context/judgement.ts";
import type { Demand } from "./search.ts";
import type { Unit } from "./unit.ts";

/**
 * How something stands to an event. `open`: what it needs to know is not given. Ordered: the heaviest of several decides.
 */
export type Standing = "ok" | "open" | "against";

/** A part of a clause: all of it, or one line. */
export interface Part {
  readonly unit: Unit;
  /** The judgements that count as `ok`, and those that count as `open`; see `Demand`. All others are against. */
  readonly ok: number;
  readonly open: number;
  /** Whether another part says the same of another line, so that whoever looks for one case need not look here. */
  readonly isRepeated: boolean;
  /** How many lines of a list there must be to see it fail, by the key of the list's slot. */
  readonly lines: ReadonlyMap<string, number>;
  /** Causes of which one must be there when it is open; they are quicker to look for. Without them it has to be tried. */
  readonly causes?: readonly Demand[] | undefined;
  /** Lists of which a line that is broken may hide that another is open, by the keys of their slots. */
  readonly masks?: readonly string[];
}

/** Something that can keep an event from happening: a rule, a guard, a role, the ERP status, an entered value. */
export interface Clause {
  readonly kind: "rule" | "status" | "guard" | "role" | "input";
  /** What people call it: the id of a rule, the name of an entered value. */
  readonly name: string;
  /** Clauses that read the same always stand the same. */
  readonly canonical: string;
  readonly parts: readonly Part[];
}

/** Judgements as a set. */
export function setOf(...judgements: readonly Judgement[]): number {
  return judgements.reduce<number>((set, judgement) => set | (1 << judgement), 0);
}

/** Every judgement. */
export const anything = setOf(DOES_NOT_APPLY, HOLDS, UNKNOWN, MISTYPED, BROKEN);

/** That a clause stands no worse than so. */
export function noWorseThan(clause: Clause, worst: "ok" | "open"): readonly Demand[] {
  return clause.parts
    .map(({ unit, ok, open, masks = [] }) => ({ unit, allowed: worst === "ok" ? ok : ok | open, masks }))
    .filter(({ allowed }) => allowed !== anything);
}

/** One way in which a clause can stand so: what it takes, and how many lines of which lists. */
export interface Way {
  readonly demands: readonly Demand[];
  readonly lines: Part["lines"];
}

/** The ways in which a clause can stand just so; values that are broken come before those of a wrong type. */
export function waysToStand(clause: Clause, standing: "open" | "against"): readonly Way[] {
  const parts = clause.parts.filter(({ isRepeated }) => !isRepeated);
  if (standing === "open") {
    return parts.flatMap(({ unit, open, lines, causes }): readonly Way[] => {
      if (open === 0) return [];
      const demand = { unit, allowed: open };
      return causes?.map((cause) => ({ demands: [demand, cause], lines })) ?? [{ demands: [demand], lines }];
    });
  }
  const ways = (judgements: number): readonly Way[] =>
    parts
      .map(({ unit, ok, open, lines }) => ({ allowed: judgements & ~(ok | open), unit, lines }))
      .filter(({ allowed }) => allowed !== 0)
      .map(({ lines, ...demand }) => ({ demands: [demand], lines }));
  const wrong = setOf(MISTYPED);
  return [...ways(anything & ~wrong), ...ways(wrong)];
}
