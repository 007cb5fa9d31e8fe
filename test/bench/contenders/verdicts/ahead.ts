import { builtCore } from "../../built.ts";
import { fineBy } from "./task.ts";

/** The rules that ship, as the core has them. */
export const contender = fineBy((await builtCore()).loadBundled("spectrum/pcco@1.1.0"));
