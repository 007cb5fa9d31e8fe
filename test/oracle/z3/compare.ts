import { diffRuleSets } from "../../../sdk/src/analysis/diff/rule-set-diff.ts";
import { encode, type Outcome } from "./outcome.ts";
import { and } from "./smt.ts";
import type { Version } from "./version.ts";

/** Whether constraints can be met. */
export type Ask = (text: string) => Promise<"sat" | "unsat" | "unknown">;

/** What two ways of comparing say of one kind of difference. */
export interface Comparison {
  readonly before: Outcome;
  readonly after: Outcome;
  /** What the semantic diff says: it has a PCCO that shows it, it has proved that there is none, or it can't tell. */
  readonly diff: "shown" | "proved" | "not decided";
  readonly z3: "sat" | "unsat" | "unknown";
}

const outcomes: readonly Outcome[] = ["exportable", "unknown", "blocked"];

/** Asks both whether there are PCCOs of which two versions say different things. */
export async function compare(before: Version, after: Version, ask: Ask): Promise<readonly Comparison[]> {
  const [event] = diffRuleSets(before.engine, after.engine).events;
  if (event === undefined) throw new Error("the diff tells nothing of sending");
  const encoded = encode(before.book, after.book);
  const compared: Comparison[] = [];
  for (const first of outcomes) {
    for (const second of outcomes) {
      if (first === second) continue;
      const isThis = (each: { readonly before: string; readonly after: string }): boolean =>
        each.before === first && each.after === second;
      const open = event.notDecided.some(isThis) ? "not decided" : "proved";
      const diff = event.differences.some(isThis) ? "shown" : open;
      const z3 = await ask(`${encoded.text}\n(assert ${and(encoded.before[first], encoded.after[second])})`);
      compared.push({ before: first, after: second, diff, z3 });
    }
  }
  return compared;
}

/** Whether the two contradict each other. */
export function isContradiction({ diff, z3 }: Comparison): boolean {
  return (diff === "shown" && z3 === "unsat") || (diff === "proved" && z3 === "sat");
}
