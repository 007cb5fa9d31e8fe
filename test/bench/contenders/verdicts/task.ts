import type { JsonObject } from "../../../../sdk/src/document/value.ts";
import type { PccoContext } from "../../../../sdk/src/generated/types.ts";
import type { RuleSet } from "../../../../sdk/src/rule-set.ts";
import { brokenDocuments } from "../../breaker.ts";
import { cleanPcco, context } from "../../documents.ts";
import type { Contender } from "../../race/contender.ts";
import { judging } from "../../race/judging.ts";
import { hasFaults } from "../../ten-rules/documents.ts";

const judge = judging<JsonObject, PccoContext>({
  documents: ({ lines, count, seed, broken }) => {
    const clean = Array.from({ length: count }, (_, id) =>
      JSON.parse(JSON.stringify({ pcco: { ...cleanPcco(lines), id }, context })),
    );
    if (!broken) return clean;
    const others = brokenDocuments(count, seed);
    return clean.map((judged, index) => (hasFaults(index) ? others[index]?.judged : judged));
  },
  context: () => context,
});

const fine: readonly string[] = [];
const notFine: readonly string[] = ["not fine"];

/** Makes a contender of whoever tells whether anything at all is wrong by the rules of spectrum/pcco 1.1.0. */
export function fineOrNot(isFine: (pcco: JsonObject, context: PccoContext) => boolean): Contender {
  return judge({ check: (pcco, context) => (isFine(pcco, context) ? fine : notFine), told: (found) => found });
}

/** The same of a rule set of ours. */
export function fineBy(rules: Pick<RuleSet, "check">): Contender {
  return fineOrNot((pcco, context) => {
    const verdict = rules.check(pcco, context);
    return verdict.outcome === "exportable" && verdict.findings.length === 0;
  });
}
