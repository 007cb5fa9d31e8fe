import type { Contender } from "../../race/contender.ts";
import { rules } from "./rules.ts";
import { context, counted, yamlText } from "./texts.ts";

/** A YAML text to findings with ranges. */
export const contender: Contender = (task) => {
  const text = yamlText(task);
  const check = () => rules.checkText(text, { format: "yaml", context }).flatMap(({ findings }) => findings);
  return { run: () => check().length, told: () => counted(check().map(({ ruleId }) => ruleId)) };
};
