import { compiled } from "../compiled.ts";
import { fineBy } from "./task.ts";

/** The rules that ship, as a module that `erp-rules compile` writes. */
export const contender = fineBy(await compiled("spectrum/pcco@1.1.0", "verdict-rules"));
