import { compileAjvRules } from "./ajv-rules.ts";
import { brokenDocuments } from "./breaker.ts";
import { builtCore } from "./built.ts";
import { cleanPcco, context } from "./documents.ts";

/**
 * Proves that both contenders say the same of clean PCCOs and of broken ones, so that a race between them is fair.
 * @returns how many were found clean, and how many not
 * @throws when they do not agree
 */
export async function proveAgreement(): Promise<{ readonly clean: number; readonly broken: number }> {
  const rules = (await builtCore()).loadBundled("spectrum/pcco@1.1.0");
  const isValid = compileAjvRules();
  const clean = [1, 2, 10, 100].map((lines) => ({ judged: { pcco: cleanPcco(lines), context }, edits: [] }));
  const tally = { clean: 0, broken: 0 };
  for (const { judged, edits } of [...clean, ...brokenDocuments(300, 20250311)]) {
    const { pcco, context } = judged;
    const ours: unknown = Reflect.apply(rules.check, rules, [pcco, context]);
    const isClean = isWithoutFindings(ours);
    if (isValid(judged) !== isClean) {
      throw new Error(`ajv says ${!isClean} and we say ${isClean} after ${JSON.stringify(edits)}`);
    }
    tally[isClean ? "clean" : "broken"]++;
  }
  if (tally.clean < 30 || tally.broken < 100) throw new Error(`too one-sided: ${JSON.stringify(tally)}`);
  return tally;
}

function isWithoutFindings(verdict: unknown): boolean {
  return JSON.stringify(verdict) === '{"outcome":"exportable","findings":[]}';
}
