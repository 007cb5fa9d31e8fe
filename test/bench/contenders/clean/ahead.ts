import { builtCore } from "../../built.ts";
import { clean, cleanOrNot, notClean } from "./task.ts";

const rules = (await builtCore()).loadBundled("spectrum/pcco@1.1.0");

/** The rules that ship, as the core has them. */
export const contender = cleanOrNot({
  check: (pcco, context) => {
    const { outcome, findings } = rules.check(pcco, context);
    return outcome === "exportable" && findings.length === 0 ? clean : notClean;
  },
  told: (found) => found,
});
