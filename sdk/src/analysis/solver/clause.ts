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
  /** The line it is about, when others say the same of other lines: whoever looks for one case need look at one line. */
  readonly line?: number | undefined;
  /** How many lines of a list there must be to see it fail, by the key of the list's slot. */
  readonly lines: ReadonlyMap<string, number>;
  /** Whether it compares lines, so that some which break it hide that another would leave it open. */
  readonly canHide?: boolean;
  /** Causes of which one must be there when it is open; they are quicker to look for. Without them it has to be tried. */
  readonly causes?: readonly Cause[] | undefined;
}

/** What can leave something open. */
export interface Cause {
  readonly demand: Demand;
  /** See `Part`. */
  readonly line?: number | undefined;
}

/** Something that can keep an event from happening: a rule, a guard, a role, the ERP status, an entered value. */
export interface Clause {
  readonly kind: "rule" | "status" | "guard" | "role" | "input";
  /** The id of a rule, the name of an entered value, or which of several guards it is. */
  readonly name: string;
  /** What people read of it: a phrase or a sentence. */
  readonly title: string;
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
    .map(({ unit, ok, open, canHide, lines, causes }): Demand => {
      const allowed = worst === "ok" ? ok : ok | open;
      const hides = canHide === true && (allowed & setOf(BROKEN, UNKNOWN)) === setOf(BROKEN);
      // Were its condition open, lines that break it would hide nothing.
      const ofLine = causes?.filter(({ line }) => line === 0).map(({ demand }) => demand);
      return { unit, allowed, ...(hides ? { hidden: { lines, causes: ofLine } } : {}) };
    })
    .filter(({ allowed }) => allowed !== anything);
}

/** One way in which a clause can stand so: what it takes, and how many lines of which lists. */
export interface Way {
  readonly demands: readonly Demand[];
  readonly lines: Part["lines"];
}

/**
 * The ways in which a clause can stand just so: what is broken for certain comes first, then what is not known, then what is
 * of a wrong type. The order of lines makes no difference, so only the first ones are looked at.
 * @param lines how many lines to look at: one, or two when another line is to show something else
 */
export function waysToStand(clause: Clause, standing: "open" | "against", lines = 1): readonly Way[] {
  const isFirst = ({ line = 0 }: Pick<Part, "line">): boolean => line < lines;
  const parts = clause.parts.filter(isFirst);
  if (standing === "open") {
    return parts.flatMap(({ unit, open, lines: needed, causes }): readonly Way[] => {
      if (open === 0) return [];
      const own = { unit, allowed: open };
      const caused = causes?.filter(isFirst).map(({ demand }) => ({ demands: [own, demand], lines: needed }));
      return caused ?? [{ demands: [own], lines: needed }];
    });
  }
  const ways = (judgements: number): readonly Way[] =>
    parts
      .map(({ unit, ok, open, lines: needed }) => ({ allowed: judgements & ~(ok | open), unit, needed }))
      .filter(({ allowed }) => allowed !== 0)
      .map(({ needed, ...demand }) => ({ demands: [demand], lines: needed }));
  return ([BROKEN, UNKNOWN, MISTYPED] as const).flatMap((judgement) => ways(setOf(judgement)));
}
