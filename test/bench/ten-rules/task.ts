import { judging } from "../race/judging.ts";
import { contextOf, documents } from "./documents.ts";

/** Makes a contender of whoever judges by the ten rules. */
export const tenRules = judging({ documents, context: ({ lines }) => contextOf(Math.max(lines, 12)) });
