import { readFileSync } from "node:fs";
import { builtPackage } from "../../built.ts";

/** The ten rules, loaded from their text. */
export const rules = await (await builtPackage()).loadRuleSet({
  text: readFileSync(new URL("../../ten-rules/rules.yaml", import.meta.url), "utf8"),
});
