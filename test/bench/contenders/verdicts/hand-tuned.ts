import { judge } from "../../hand-tuned/judge.ts";
import { fineOrNot } from "./task.ts";

/** The rules that ship, tuned by hand. */
export const contender = fineOrNot((pcco, context) => judge(pcco, context).length === 0);
