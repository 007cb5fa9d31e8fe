import type { Contender } from "../../race/contender.ts";
import { rules } from "./rules.ts";
import { context, counted, jsonText } from "./texts.ts";

/** A JSON text to findings with ranges. */
export const contender: Contender = (task) => {
  const text = jsonText(task);
  const check = () => rules.checkText(text, { format: "json", context }).flatMap(({ findings }) => findings);
  return { run: () => check().length, told: () => counted(check().map(({ ruleId }) => ruleId)) };
};
