import type { PccoContext } from "../../../../sdk/src/generated/types.ts";
import { documents } from "../../hand-tuned/documents.ts";
import { judging } from "../../race/judging.ts";

/** Makes a contender of whoever judges by the rules of spectrum/pcco 1.1.0. */
export const shippedRules = judging({
  documents: ({ lines, count, seed, broken }) =>
    (broken ? documents(lines, count, seed) : cleanOnes(lines, count, seed)).map(({ pcco, context }) => ({
      pcco,
      context: contextFrom(context),
    })),
  context: ({ lines }) => {
    const [clean] = cleanOnes(lines, 1, 1);
    return contextFrom(clean?.context ?? {});
  },
});

function cleanOnes(lines: number, count: number, seed: number) {
  return documents(lines, 2 * count + 20, seed)
    .filter(({ broken }) => broken.length === 0)
    .slice(0, count);
}

function contextFrom(parsed: object): PccoContext {
  return Object(parsed);
}
