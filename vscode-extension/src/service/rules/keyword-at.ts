import { keywords } from "@erp-export-rules/sdk/authoring";
import type { Path } from "@erp-export-rules/sdk/text";
import { conditionAt } from "./name-places.ts";

const names = new Set<string>(keywords.map(({ name }) => name));

/** The check keyword whose setting a path leads to, or into. */
export function keywordAt(path: Path): string | undefined {
  const [section] = path;
  const settings = conditionAt(path) ?? (section === "rules" || section === "overrides" ? path.slice(2) : []);
  const [name] = settings;
  return typeof name === "string" && names.has(name) ? name : undefined;
}
