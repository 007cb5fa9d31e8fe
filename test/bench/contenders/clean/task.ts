import type { JsonObject } from "../../../../sdk/src/document/value.ts";
import type { PccoContext } from "../../../../sdk/src/generated/types.ts";
import { brokenDocuments } from "../../breaker.ts";
import { cleanPcco, context } from "../../documents.ts";
import { judging } from "../../race/judging.ts";

/** Makes a contender of whoever tells whether anything at all is wrong by the rules of spectrum/pcco 1.1.0. */
export const cleanOrNot = judging<JsonObject, PccoContext>({
  documents: ({ lines, count, seed, broken }) =>
    !broken
      ? Array.from({ length: count }, (_, id) =>
          JSON.parse(JSON.stringify({ pcco: { ...cleanPcco(lines), id }, context })),
        )
      : brokenDocuments(count, seed).map(({ judged }) => ({
          pcco: Object(judged.pcco),
          context: contextFrom(judged.context),
        })),
  context: () => context,
});

function contextFrom(parsed: unknown): PccoContext {
  return Object(parsed);
}

/** What is told of a PCCO that is not clean. */
export const notClean: readonly string[] = ["not clean"];
/** What is told of a clean one. */
export const clean: readonly string[] = [];
