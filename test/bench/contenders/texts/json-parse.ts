import type { Contender } from "../../race/contender.ts";
import { jsonText } from "./texts.ts";

/** `JSON.parse` alone: no check, no position. */
export const contender: Contender = (task) => {
  const text = jsonText(task);
  return { run: () => Object.keys(JSON.parse(text)).length, told: () => [] };
};
